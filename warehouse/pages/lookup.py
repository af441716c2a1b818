"""From what someone typed to what the warehouse holds: an article, a metric, an entity."""

import re
from dataclasses import dataclass

import duckdb

from warehouse.errors import SettingsError
from warehouse.pages.reading import Row, rows

CANDIDATES_LISTED = 10


@dataclass(frozen=True)
class ArticleTarget:
    """An article, and the metric in it that was asked for, if one was."""

    article_id: str
    metric_offset: int | None = None


@dataclass(frozen=True)
class EntityTarget:
    """An entity."""

    entity_id: str


Target = ArticleTarget | EntityTarget


def find(connection: duckdb.DuckDBPyConnection, wanted: str) -> Target:
    """What `wanted` names: an id, else an exact title or name, else a part of one title.

    Raises SettingsError if nothing, or more than one thing, is called so.
    """
    target = _by_id(connection, wanted)
    if target:
        return target
    for query in (_SAME_NAME, _PART_OF_TITLE):
        candidates = rows(connection, query, wanted=wanted)
        if len(candidates) == 1:
            return _target(candidates[0])
        if candidates:
            raise SettingsError(_ambiguous(wanted, candidates))
    raise SettingsError(
        f"Nothing in the warehouse is called {wanted!r}; give the id, the title or a part of it, "
        'or a name: fangzhi sql "from article_overview select article_id, title"'
    )


_SAME_NAME = """
    SELECT 'article' AS kind, article_id AS id, title AS name, as_of AS day FROM articles
    WHERE title = $wanted
    UNION ALL
    SELECT DISTINCT e.type, e.entity_id, e.name, e.last_seen_on
    FROM entity_names AS n JOIN entities AS e USING (entity_id)
    WHERE n.name = $wanted OR e.name = $wanted
    ORDER BY day DESC NULLS LAST, id
"""
_PART_OF_TITLE = """
    SELECT 'article' AS kind, article_id AS id, title AS name, as_of AS day FROM articles
    WHERE contains(title, $wanted)
    ORDER BY day DESC NULLS LAST, id
"""


def _by_id(connection: duckdb.DuckDBPyConnection, wanted: str) -> Target | None:
    metric = re.fullmatch(r"([0-9a-f]{16}-\d+)@(\d+)", wanted)
    if metric and rows(connection, "SELECT 1 FROM metrics WHERE metric_id = $id", id=wanted):
        return ArticleTarget(metric[1], int(metric[2]))
    if rows(connection, "SELECT 1 FROM articles WHERE article_id = $id", id=wanted):
        return ArticleTarget(wanted)
    if rows(connection, "SELECT 1 FROM entities WHERE entity_id = $id", id=wanted):
        return EntityTarget(wanted)
    return None


def _target(candidate: Row) -> Target:
    if candidate["kind"] == "article":
        return ArticleTarget(candidate["id"])
    return EntityTarget(candidate["id"])


def _ambiguous(wanted: str, candidates: list[Row]) -> str:
    listed = "".join(
        f"\n  {row['id']}  {row['kind']}  {row['name']}  {row['day'] or ''}".rstrip()
        for row in candidates[:CANDIDATES_LISTED]
    )
    return f"{len(candidates)} things are called {wanted!r}; name one by its id:{listed}"
