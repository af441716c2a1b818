"""The outlets of the report that have a page of their own: what each printed, and about what."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from warehouse.pages.reading import Row, rows

KINDS = ("place", "organization", "person", "initiative")

_OUTLETS = """
    SELECT outlet, count(*) AS article_count, sum(metric_count)::BIGINT AS metric_count,
        min(as_of) AS first_seen_on, max(as_of) AS last_seen_on
    FROM article_overview
    WHERE outlet IS NOT NULL
    GROUP BY outlet
    ORDER BY article_count DESC, outlet
    LIMIT $limit
"""
_YEARS = """
    SELECT outlet, make_date(year(as_of), 12, 31) AS day, count(*) AS article_count
    FROM articles
    WHERE outlet IN (SELECT unnest($outlets)) AND as_of IS NOT NULL
    GROUP BY outlet, day
    ORDER BY outlet, day
"""
_ARTICLES = """
    SELECT outlet, article_id, title, as_of, metric_count, entity_count
    FROM article_overview
    WHERE outlet IN (SELECT unnest($outlets))
    QUALIFY row_number() OVER (
        PARTITION BY outlet ORDER BY as_of DESC NULLS LAST, article_id
    ) <= $limit
    ORDER BY outlet, as_of DESC NULLS LAST, article_id
"""
# What an outlet names again and again, by the articles that name it.
_NAMES = """
    WITH named AS (
        SELECT a.outlet, m.type, m.entity_id, count(DISTINCT m.article_id) AS article_count
        FROM mentions AS m JOIN articles AS a USING (article_id)
        WHERE a.outlet IN (SELECT unnest($outlets)) AND m.type IN (SELECT unnest($kinds))
        GROUP BY a.outlet, m.type, m.entity_id
        QUALIFY row_number() OVER (
            PARTITION BY a.outlet, m.type ORDER BY article_count DESC, m.entity_id
        ) <= $limit
    )
    SELECT n.outlet, n.type, n.entity_id, e.name, n.article_count
    FROM named AS n JOIN entities AS e USING (entity_id)
    ORDER BY n.outlet, n.article_count DESC, n.entity_id
"""
_INDICATORS = """
    SELECT outlet, indicator, count(DISTINCT article_id) AS article_count
    FROM metric_facts
    WHERE outlet IN (SELECT unnest($outlets)) AND indicator IS NOT NULL
    GROUP BY outlet, indicator
    QUALIFY row_number() OVER (
        PARTITION BY outlet ORDER BY article_count DESC, count(*) DESC, indicator
    ) <= $limit
    ORDER BY outlet, article_count DESC, count(*) DESC, indicator
"""


@dataclass(frozen=True)
class Limits:
    """What keeps the page of an outlet readable that prints every day; newest articles stay."""

    articles: int = 200
    names: int = 20  # of each kind


@dataclass(frozen=True)
class OutletPage:
    """All that the page of one outlet shows."""

    outlet: Row
    years: list[Row]
    articles: list[Row]
    names: dict[str, list[Row]]  # by kind, in the order of KINDS
    indicators: list[Row]

    @property
    def name(self) -> str:
        return self.outlet["outlet"]


def read_outlets(
    connection: duckdb.DuckDBPyConnection, limit: int, limits: Limits | None = None
) -> Iterator[OutletPage]:
    """The pages of the outlets with the most articles, at most `limit`."""
    limits = limits or Limits()
    outlets = rows(connection, _OUTLETS, limit=limit)

    def grouped(query: str, **parameters: object) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        names = [row["outlet"] for row in outlets]
        for row in rows(connection, query, outlets=names, **parameters):
            found[row["outlet"]].append(row)
        return found

    years, articles = grouped(_YEARS), grouped(_ARTICLES, limit=limits.articles)
    named = grouped(_NAMES, kinds=list(KINDS), limit=limits.names)
    indicators = grouped(_INDICATORS, limit=limits.names)
    for row in outlets:
        outlet = row["outlet"]
        yield OutletPage(
            outlet=row,
            years=years[outlet],
            articles=articles[outlet],
            names={kind: [n for n in named[outlet] if n["type"] == kind] for kind in KINDS},
            indicators=indicators[outlet],
        )
