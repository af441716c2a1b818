"""What the report says of the warehouse as a whole: totals, freshness, coverage."""

from collections.abc import Iterable
from urllib.parse import quote

import duckdb

from warehouse.pages.reading import Row, rows
from warehouse.pages.wording import Wording

_TOTALS = """
    SELECT
        (SELECT count(*) FROM documents) AS documents,
        (SELECT count(*) FROM articles) AS articles,
        (SELECT count(*) FROM metrics) AS metrics,
        (SELECT count(*) FROM mentions) AS mentions,
        (SELECT count(*) FROM entities) AS entities,
        (SELECT count(*) FROM quarantine) AS quarantine,
        (SELECT max(as_of) FROM articles) AS latest_as_of,
        (SELECT min(as_of) FROM articles) AS earliest_as_of
"""
_BY_YEAR = """
    SELECT make_date(year(as_of), 12, 31) AS day, count(*) AS article_count
    FROM articles WHERE as_of IS NOT NULL
    GROUP BY day ORDER BY day
"""
# Each line: of what, the share that has what a reader looks for.
_COVERAGE = """
    SELECT 'documents_parsed' AS measure, count(*) FILTER (status = 'parsed') AS had,
        count(*) AS total FROM documents
    UNION ALL SELECT 'articles_titled', count(title), count(*) FROM articles
    UNION ALL SELECT 'articles_dated', count(as_of), count(*) FROM articles
    UNION ALL SELECT 'articles_with_outlet', count(outlet), count(*) FROM articles
    UNION ALL SELECT 'articles_original', count(*) - count(repost_of), count(*) FROM articles
    UNION ALL SELECT 'metrics_with_indicator', count(indicator), count(*) FROM metrics
    UNION ALL SELECT 'metrics_with_place', count(place_id), count(*) FROM metrics
    UNION ALL SELECT 'metrics_with_organization', count(organization_id), count(*) FROM metrics
    UNION ALL SELECT 'metrics_with_period', count(period_end), count(*) FROM metrics
    UNION ALL SELECT 'places_with_code', count(place_code), count(*) FROM entities
        WHERE type = 'place'
    UNION ALL SELECT 'organizations_with_place', count(place_code), count(*) FROM entities
        WHERE type = 'organization'
"""


def totals(connection: duckdb.DuckDBPyConnection) -> Row:
    """Counts of everything, and the first and the last day that an article speaks of."""
    return rows(connection, _TOTALS)[0]


def articles_by_year(connection: duckdb.DuckDBPyConnection, t: Wording) -> list[Row]:
    """Points of a chart: articles in each year."""
    return year_points(rows(connection, _BY_YEAR), t)


def year_points(years: Iterable[Row], t: Wording, root: str = "", find: str = "") -> list[Row]:
    """Points of a chart; each leads to the articles of its year (that also say `find`)."""
    words = quote(f" {find}") if find else ""
    return [
        {
            "day": row["day"].isoformat(),
            "value": row["article_count"],
            "series": t("articles", "sections"),
            "label": f"{row['day'].year}  {t.number(row['article_count'])}",
            "address": f"{root}articles.html?find={row['day'].year}-{words}",
            "goal": False,
        }
        for row in years
    ]


def coverage(connection: duckdb.DuckDBPyConnection) -> list[Row]:
    """What share of the rows has what a reader looks for: measure, had, total."""
    return rows(connection, _COVERAGE)
