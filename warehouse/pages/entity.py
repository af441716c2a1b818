"""Entities and everything the warehouse says of each, ready for their template."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import duckdb

from models.language.sentences import sentence_spans
from warehouse.pages.highlights import Span, lay
from warehouse.pages.reading import Row, rows
from warehouse.pages.statements import STATEMENT_COLUMNS, Statement, state


@dataclass(frozen=True)
class Limits:
    """What keeps the page of an entity readable that every article names; newest rows stay."""

    mentions: int = 300
    numbers: int = 300
    posts: int = 200
    neighbours: int = 60


_ENTITIES = "SELECT * FROM entities WHERE entity_id IN (SELECT unnest($ids))"
_FORMS = """
    SELECT entity_id, name, mention_count FROM entity_names
    WHERE entity_id IN (SELECT unnest($ids))
    ORDER BY entity_id, mention_count DESC, name
"""
# A post belongs to the page of the person and to that of the body.
_POSTS = """
    WITH stated AS (
        SELECT person_id AS entity_id, * FROM roles WHERE person_id IN (SELECT unnest($ids))
        UNION ALL
        SELECT organization_id, * FROM roles WHERE organization_id IN (SELECT unnest($ids))
    ),
    held AS (
        SELECT s.entity_id, s.person_id, p.name AS person, s.organization_id,
            o.name AS organization, s.title, min(a.as_of) AS first_seen_on,
            max(a.as_of) AS last_seen_on, count(DISTINCT s.article_id) AS article_count
        FROM stated AS s
        JOIN articles AS a USING (article_id)
        JOIN entities AS p ON p.entity_id = s.person_id
        LEFT JOIN entities AS o ON o.entity_id = s.organization_id
        GROUP BY s.entity_id, s.person_id, person, s.organization_id, organization, s.title
    )
    SELECT * FROM held
    QUALIFY row_number() OVER (
        PARTITION BY entity_id
        ORDER BY last_seen_on DESC NULLS LAST, title, person_id, organization_id
    ) <= $limit
    ORDER BY entity_id, last_seen_on DESC NULLS LAST, first_seen_on DESC NULLS LAST,
        person, title, organization
"""
# The newest numbers first, those of one sentence together.
_NUMBERS = f"""
    WITH wanted AS (SELECT unnest($ids) AS entity_id),
    linked AS (
        SELECT place_id AS entity_id, metric_id, period_end FROM metrics
        UNION ALL SELECT organization_id, metric_id, period_end FROM metrics
        UNION ALL SELECT initiative_id, metric_id, period_end FROM metrics
    ),
    newest AS (
        SELECT entity_id, metric_id FROM linked SEMI JOIN wanted USING (entity_id)
        QUALIFY row_number() OVER (
            PARTITION BY entity_id ORDER BY period_end DESC NULLS LAST, metric_id
        ) <= $limit
    )
    SELECT l.entity_id, {STATEMENT_COLUMNS}
    FROM newest AS l
    JOIN metric_facts AS f USING (metric_id)
    JOIN articles AS a ON a.article_id = f.article_id
    ORDER BY l.entity_id, f.as_of DESC NULLS LAST, f.article_id, f.start_offset
"""
_NEIGHBOURS = """
    WITH named AS (SELECT DISTINCT article_id, entity_id FROM mentions),
    pairs AS (
        SELECT n.entity_id, o.entity_id AS neighbour_id, count(*) AS shared_articles
        FROM named AS n JOIN named AS o USING (article_id)
        WHERE n.entity_id IN (SELECT unnest($ids)) AND o.entity_id <> n.entity_id
        GROUP BY n.entity_id, neighbour_id
    ),
    nearest AS (
        SELECT * FROM pairs
        QUALIFY row_number() OVER (
            PARTITION BY entity_id ORDER BY shared_articles DESC, neighbour_id
        ) <= $limit
    )
    SELECT p.entity_id, p.neighbour_id, e.type, e.name, p.shared_articles
    FROM nearest AS p JOIN entities AS e ON e.entity_id = p.neighbour_id
    ORDER BY p.entity_id, p.shared_articles DESC, p.neighbour_id
"""
_MENTIONS = """
    WITH chosen AS (
        SELECT m.entity_id, m.article_id, m.start_offset, m.end_offset, m.type
        FROM mentions AS m JOIN articles AS a USING (article_id)
        WHERE m.entity_id IN (SELECT unnest($ids))
        QUALIFY row_number() OVER (
            PARTITION BY m.entity_id
            ORDER BY a.as_of DESC NULLS LAST, m.article_id, m.start_offset
        ) <= $limit
    )
    SELECT c.*, a.title, a.outlet, a.as_of, a.text
    FROM chosen AS c JOIN articles AS a USING (article_id)
    ORDER BY c.entity_id, a.as_of DESC NULLS LAST, c.article_id, c.start_offset
"""


# The divisions that a place lies in, or a body belongs to, the largest first.
_HOLDERS = """
    WITH RECURSIVE holders AS (
        SELECT e.entity_id, e.type, e.name, d.place_code, d.name AS holder, d.parent_code,
            0 AS height
        FROM entities AS e JOIN places AS d USING (place_code)
        WHERE e.entity_id IN (SELECT unnest($ids))
        UNION ALL
        SELECT h.entity_id, h.type, h.name, d.place_code, d.name, d.parent_code, h.height + 1
        FROM holders AS h JOIN places AS d ON d.place_code = h.parent_code
    )
    SELECT entity_id, place_code, holder AS name FROM holders
    WHERE NOT (height = 0 AND type = 'place' AND ends_with(name, holder))
    ORDER BY entity_id, height DESC
"""


@dataclass(frozen=True)
class EntityPage:
    """All that the page of one entity shows."""

    entity: Row
    holders: list[Row]  # place_code and name of each division around it, the largest first
    forms: list[Row]
    posts: list[Row]
    numbers: list[Statement]
    neighbours: list[Row]
    statements: list[Statement]

    @property
    def entity_id(self) -> str:
        return self.entity["entity_id"]


def read_entities(
    connection: duckdb.DuckDBPyConnection, entity_ids: Sequence[str], limits: Limits | None = None
) -> Iterator[EntityPage]:
    """The pages of those entities that exist, in the order asked for."""
    if not entity_ids:
        return
    limits = limits or Limits()

    def grouped(query: str, **parameters: int) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for row in rows(connection, query, ids=list(entity_ids), **parameters):
            found[row["entity_id"]].append(row)
        return found

    entities, holders, forms = grouped(_ENTITIES), grouped(_HOLDERS), grouped(_FORMS)
    posts = grouped(_POSTS, limit=limits.posts)
    numbers = grouped(_NUMBERS, limit=limits.numbers)
    neighbours = grouped(_NEIGHBOURS, limit=limits.neighbours)
    mentions = grouped(_MENTIONS, limit=limits.mentions)
    for found in entity_ids:
        if found in entities:
            yield EntityPage(
                entity=entities[found][0],
                holders=holders[found],
                forms=forms[found],
                posts=posts[found],
                numbers=list(_numbers(numbers[found])),
                neighbours=neighbours[found],
                statements=list(_statements(mentions[found])),
            )


def _statements(mentions: list[Row]) -> Iterator[Statement]:
    """The sentences around the mentions, each once, all its mentions marked."""
    for _, group in groupby(mentions, key=lambda mention: mention["article_id"]):
        article, *others = group
        text = article.pop("text")
        spans = [
            Span(row["start_offset"], row["end_offset"], row["type"], row="")
            for row in (article, *others)
        ]
        for start, end in sentence_spans(text):
            if any(start <= span.start < end for span in spans):
                yield Statement(article, lay(text, spans, start, end))


def _numbers(metrics: list[Row]) -> Iterator[Statement]:
    """The sentences around the metrics, each once, all its metrics marked."""
    for _, group in groupby(metrics, key=lambda row: (row["article_id"], row["sentence"])):
        yield state(group)
