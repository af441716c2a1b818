"""One article with everything that was read out of it, ready for its template."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import duckdb

from warehouse.pages.highlights import Piece, Span, lay
from warehouse.pages.reading import Row, rows_by_article

# The order of filters and lists: numbers first, then who, where and what.
KINDS = ("metric", "person", "organization", "place", "initiative", "document", "event", "role")

_ARTICLES = """
    SELECT a.*, d.path, d.encoding, o.title AS original_title
    FROM articles AS a
    JOIN documents AS d USING (document_id)
    LEFT JOIN articles AS o ON o.article_id = a.repost_of
    WHERE a.article_id IN (SELECT unnest($ids))
"""
_BYLINES = """
    SELECT article_id, role, string_agg(name, '、' ORDER BY ordinal) AS names
    FROM bylines WHERE article_id IN (SELECT unnest($ids))
    GROUP BY article_id, role ORDER BY article_id, min(ordinal)
"""
_BLOCKS = """
    SELECT article_id, kind, speaker, start_offset, end_offset
    FROM blocks WHERE article_id IN (SELECT unnest($ids)) ORDER BY article_id, start_offset
"""
_METRICS = """
    SELECT * FROM metric_facts
    WHERE article_id IN (SELECT unnest($ids)) ORDER BY article_id, start_offset
"""
_MENTIONS = """
    SELECT m.article_id, m.entity_id, m.type, m.start_offset, m.end_offset, m.text,
        e.name, e.place_code, e.mention_count, e.article_count, e.first_seen_on, e.last_seen_on
    FROM mentions AS m JOIN entities AS e USING (entity_id)
    WHERE m.article_id IN (SELECT unnest($ids)) ORDER BY m.article_id, m.start_offset
"""
_ROLES = """
    SELECT r.article_id, r.title, r.start_offset, r.end_offset, r.text,
        r.person_id, p.name AS person, r.organization_id, o.name AS organization
    FROM roles AS r
    JOIN entities AS p ON p.entity_id = r.person_id
    LEFT JOIN entities AS o ON o.entity_id = r.organization_id
    WHERE r.article_id IN (SELECT unnest($ids)) ORDER BY r.article_id, r.start_offset, r.title
"""


@dataclass(frozen=True)
class TextBlock:
    """A block as printed: its kind, who speaks, and its text with the highlights in it."""

    kind: str
    speaker: str | None
    pieces: list[Piece]


@dataclass(frozen=True)
class Entity:
    """An entity of the article: its row, and the spans that name it in reading order."""

    anchor: str
    row: Row
    spans: list[Span]
    forms: list[str]


@dataclass(frozen=True)
class ArticlePage:
    """All that the page of one article shows."""

    article: Row
    bylines: list[Row]
    blocks: list[TextBlock]
    metrics: list[Row]
    entities: list[Entity]
    posts: list[Row]

    @property
    def article_id(self) -> str:
        return self.article["article_id"]

    @property
    def counts(self) -> dict[str, int]:
        """Rows of each kind that occurs, in the order of KINDS."""
        count = dict.fromkeys(KINDS, 0)
        count["metric"], count["role"] = len(self.metrics), len(self.posts)
        for entity in self.entities:
            count[entity.row["type"]] += 1
        return {kind: number for kind, number in count.items() if number}

    def entities_of(self, kind: str) -> list[Entity]:
        return [entity for entity in self.entities if entity.row["type"] == kind]


def read_articles(
    connection: duckdb.DuckDBPyConnection, article_ids: Sequence[str]
) -> list[ArticlePage]:
    """The pages of those articles that exist, in the order asked for."""
    articles = rows_by_article(connection, _ARTICLES, article_ids)
    bylines, blocks, metrics, mentions, roles = (
        rows_by_article(connection, query, article_ids)
        for query in (_BYLINES, _BLOCKS, _METRICS, _MENTIONS, _ROLES)
    )
    return [
        _page(
            articles[found][0],
            bylines.get(found, []),
            blocks.get(found, []),
            metrics.get(found, []),
            mentions.get(found, []),
            roles.get(found, []),
        )
        for found in article_ids
        if found in articles
    ]


def _page(
    article: Row,
    bylines: list[Row],
    blocks: list[Row],
    metrics: list[Row],
    mentions: list[Row],
    roles: list[Row],
) -> ArticlePage:
    for metric in metrics:
        metric["span"] = _span(metric, "metric", f"m{metric['start_offset']}")
    base = {metric["metric_id"]: metric for metric in metrics}
    for metric in metrics:
        metric["base"] = base.get(metric["base_metric_id"])
    entities = _gather(mentions)
    for number, role in enumerate(roles):
        role["span"] = _span(role, "role", f"r{number}")
    spans = [row["span"] for row in (*metrics, *roles)]
    spans += [span for entity in entities for span in entity.spans]
    text = article["text"]
    return ArticlePage(
        article=article,
        bylines=bylines,
        blocks=[
            TextBlock(
                block["kind"],
                block["speaker"],
                lay(text, spans, block["start_offset"], block["end_offset"]),
            )
            for block in blocks
        ],
        metrics=metrics,
        entities=entities,
        posts=roles,
    )


def _span(row: Row, kind: str, anchor: str) -> Span:
    return Span(row["start_offset"], row["end_offset"], kind, anchor)


def _gather(mentions: Iterable[Row]) -> list[Entity]:
    """The entities in order of their first mention."""
    found: dict[str, Entity] = {}
    for mention in mentions:
        entity = found.setdefault(
            mention["entity_id"], Entity(f"e{len(found)}", mention, spans=[], forms=[])
        )
        entity.spans.append(_span(mention, mention["type"], entity.anchor))
        if mention["text"] not in entity.forms:
            entity.forms.append(mention["text"])
    return list(found.values())
