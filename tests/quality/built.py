"""What a warehouse holds of one document, in the form that the scorer compares."""

import duckdb

from tests.quality.annotations import Row, squeeze


class Built:
    """What the warehouse holds of one document."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, name: str) -> None:
        self._connection = connection
        self.articles = self._rows(
            "select a.* from articles a join documents d using (document_id) "
            "where d.path = $name or d.path like '%/' || $name order by a.ordinal",
            name=name,
        )
        for article in self.articles:
            article["body"] = squeeze(article["text"])
        self._ids = [article["article_id"] for article in self.articles]
        self.bodies = {article["article_id"]: Body(article["text"]) for article in self.articles}

    def _rows(self, query: str, **parameters: object) -> list[Row]:
        cursor = self._connection.execute(query, parameters)
        columns = [column[0] for column in cursor.description or []]
        return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]

    def _of_articles(self, query: str, table: str) -> list[Row]:
        return self._rows(f"{query} where list_contains($ids, {table}.article_id)", ids=self._ids)

    def metrics(self) -> list[Row]:
        """Metrics with the names of what they point at, and their spans in the squeezed body."""
        found = self._of_articles(
            "select m.*, p.name as place, o.name as organization, i.name as initiative, "
            "b.text as base from metrics m "
            "left join entities p on p.entity_id = m.place_id "
            "left join entities o on o.entity_id = m.organization_id "
            "left join entities i on i.entity_id = m.initiative_id "
            "left join metrics b on b.metric_id = m.base_metric_id",
            "m",
        )
        for metric in found:
            body = self.bodies[metric["article_id"]]
            metric["span"] = body.squeezed_span(metric["start_offset"], metric["end_offset"])
        return sorted(found, key=lambda metric: (metric["article_id"], metric["start_offset"]))

    def mentions(self) -> list[Row]:
        """Mentions with type and canonical name of their entity."""
        return self._of_articles(
            "select m.entity_id, m.text, e.type, e.name from mentions m "
            "join entities e using (entity_id)",
            "m",
        )

    def roles(self) -> list[Row]:
        """Roles with the names of person and organisation."""
        return self._of_articles(
            "select r.title, p.name as person, o.name as organization from roles r "
            "join entities p on p.entity_id = r.person_id "
            "left join entities o on o.entity_id = r.organization_id",
            "r",
        )

    def bylines(self, article_id: str) -> set[tuple[str, str | None]]:
        """Name and role word of everyone credited."""
        found = self._rows(
            "select name, role from bylines where article_id = $article_id", article_id=article_id
        )
        return {(squeeze(row["name"]), row["role"]) for row in found}


class Body:
    """Translates spans of an article's text into spans of its squeezed text."""

    def __init__(self, text: str) -> None:
        self._squeezed_before = [0]
        for character in text:
            self._squeezed_before.append(self._squeezed_before[-1] + (not character.isspace()))

    def squeezed_span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end of the same characters, white space left out."""
        return self._squeezed_before[start], self._squeezed_before[end]
