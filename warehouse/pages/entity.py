"""One entity and everything the warehouse says of it, ready for its template."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

import duckdb

from models.language.sentences import sentence_spans
from warehouse.pages.highlights import Node, Span, nest
from warehouse.pages.reading import Row, rows

# A page stays readable, and opens at once, for an entity that every article names.
SENTENCES_SHOWN = 300
METRICS_SHOWN = 300
NEIGHBOURS_SHOWN = 60

_ENTITY = "SELECT * FROM entities WHERE entity_id = $id"
_FORMS = """
    SELECT name, mention_count FROM entity_names WHERE entity_id = $id
    ORDER BY mention_count DESC, name
"""
_POSTS = """
    SELECT r.person_id, p.name AS person, r.organization_id, o.name AS organization, r.title,
        min(a.as_of) AS first_seen_on, max(a.as_of) AS last_seen_on,
        count(DISTINCT r.article_id) AS article_count
    FROM roles AS r
    JOIN articles AS a USING (article_id)
    JOIN entities AS p ON p.entity_id = r.person_id
    LEFT JOIN entities AS o ON o.entity_id = r.organization_id
    WHERE r.person_id = $id OR r.organization_id = $id
    GROUP BY ALL
    ORDER BY last_seen_on DESC NULLS LAST, first_seen_on DESC NULLS LAST,
        person, r.title, organization
"""
# The newest numbers first, those of one sentence together.
_METRICS = """
    WITH chosen AS (
        SELECT * FROM metric_facts
        WHERE place_id = $id OR organization_id = $id OR initiative_id = $id
        ORDER BY coalesce(period_end, as_of) DESC NULLS LAST, metric_id
        LIMIT $limit
    )
    SELECT c.*, a.text AS article_text FROM chosen AS c JOIN articles AS a USING (article_id)
    ORDER BY c.as_of DESC NULLS LAST, c.article_id, c.start_offset
"""
_NEIGHBOURS = """
    WITH here AS (SELECT DISTINCT article_id FROM mentions WHERE entity_id = $id)
    SELECT e.entity_id, e.type, e.name, count(DISTINCT m.article_id) AS shared_articles
    FROM mentions AS m JOIN here USING (article_id) JOIN entities AS e USING (entity_id)
    WHERE m.entity_id <> $id
    GROUP BY ALL
    ORDER BY shared_articles DESC, e.entity_id
    LIMIT $limit
"""
# Newest articles first; a little more than is shown, since several mentions share a sentence.
_MENTIONS = """
    WITH chosen AS (
        SELECT m.article_id, m.start_offset, m.end_offset, m.type, a.title, a.outlet, a.as_of
        FROM mentions AS m JOIN articles AS a USING (article_id)
        WHERE m.entity_id = $id
        ORDER BY a.as_of DESC NULLS LAST, m.article_id, m.start_offset
        LIMIT $limit
    )
    SELECT c.*, a.text FROM chosen AS c JOIN articles AS a USING (article_id)
    ORDER BY c.as_of DESC NULLS LAST, c.article_id, c.start_offset
"""


@dataclass(frozen=True)
class Statement:
    """A sentence that names the entity or counts for it, and the article that prints it."""

    article: Row
    nodes: list[Node]
    metrics: list[Row] = field(default_factory=list)


@dataclass(frozen=True)
class EntityPage:
    """All that the page of one entity shows."""

    entity: Row
    forms: list[Row]
    posts: list[Row]
    numbers: list[Statement]
    neighbours: list[Row]
    statements: list[Statement]


def read_entity(connection: duckdb.DuckDBPyConnection, entity_id: str) -> EntityPage:
    """The page of an entity that exists."""
    (entity,) = rows(connection, _ENTITY, id=entity_id)
    mentions = rows(connection, _MENTIONS, id=entity_id, limit=2 * SENTENCES_SHOWN)
    return EntityPage(
        entity=entity,
        forms=rows(connection, _FORMS, id=entity_id),
        posts=rows(connection, _POSTS, id=entity_id),
        numbers=list(_numbers(rows(connection, _METRICS, id=entity_id, limit=METRICS_SHOWN))),
        neighbours=rows(connection, _NEIGHBOURS, id=entity_id, limit=NEIGHBOURS_SHOWN),
        statements=list(_statements(mentions))[:SENTENCES_SHOWN],
    )


def _statements(mentions: list[Row]) -> Iterator[Statement]:
    """The sentences around the mentions, each once, all its mentions marked."""
    for _, group in groupby(mentions, key=lambda mention: mention["article_id"]):
        article, *others = group
        spans = [
            Span(row["start_offset"], row["end_offset"], row["type"], row="")
            for row in (article, *others)
        ]
        for start, end in sentence_spans(article["text"]):
            if any(start <= span.start < end for span in spans):
                yield Statement(article, nest(article["text"], spans, start, end))


def _numbers(metrics: list[Row]) -> Iterator[Statement]:
    """The sentences around the metrics, each once, all its metrics marked."""
    for _, group in groupby(metrics, key=lambda row: (row["article_id"], row["sentence"])):
        first, *others = group
        text, sentence = first["article_text"], first["sentence"]
        start = text.rfind(sentence, 0, first["start_offset"] + len(sentence))
        spans = [
            Span(row["start_offset"], row["end_offset"], "metric", row="")
            for row in (first, *others)
        ]
        yield Statement(first, nest(text, spans, start, start + len(sentence)), [first, *others])
