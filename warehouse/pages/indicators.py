"""The indicators of the report that have a page of their own: charts, and every statement."""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from warehouse.pages.reading import Row, rows
from warehouse.pages.series import Chart, charts
from warehouse.pages.statements import STATEMENT_COLUMNS, Statement, state
from warehouse.pages.wording import Wording

# An indicator is worth a page when it has points to compare; the others stay rows of the table.
_CHOSEN = """
    SELECT indicator FROM indicator_series
    WHERE indicator IS NOT NULL
    GROUP BY indicator
    HAVING count(*) > 1
    ORDER BY count(*) DESC, sum(statement_count) DESC, indicator
    LIMIT $limit
"""
_POINTS = f"""
    WITH chosen AS (
        SELECT * FROM indicator_series
        WHERE indicator IN (SELECT unnest($indicators))
        QUALIFY row_number() OVER (
            PARTITION BY indicator ORDER BY period_end DESC NULLS LAST, metric_id
        ) <= $limit
    )
    SELECT {STATEMENT_COLUMNS}, c.indicator AS series_name, c.value AS series_value,
        c.unit AS series_unit, c.growth_rate, c.statement_count, c.value_count, c.lowest_value,
        c.highest_value
    FROM chosen AS c
    JOIN metric_facts AS f USING (metric_id)
    JOIN articles AS a ON a.article_id = f.article_id
    ORDER BY c.indicator, f.period_end DESC NULLS LAST, f.place_name, f.metric_id
"""


@dataclass(frozen=True)
class IndicatorPage:
    """All that the page of one indicator shows; each point is a statement with an anchor."""

    indicator: str
    charts: list[Chart]
    statements: list[Statement]


def chosen_indicators(connection: duckdb.DuckDBPyConnection, limit: int) -> list[str]:
    """The indicators with the most points, at most `limit`."""
    return [row["indicator"] for row in rows(connection, _CHOSEN, limit=limit)]


def read_indicators(
    connection: duckdb.DuckDBPyConnection, indicators: list[str], points_at_most: int, t: Wording
) -> Iterator[IndicatorPage]:
    """The pages of those indicators, newest points first."""
    grouped: dict[str, list[Row]] = {name: [] for name in indicators}
    for row in rows(connection, _POINTS, indicators=indicators, limit=points_at_most):
        points = grouped[row["series_name"]]
        points.append(row | {"anchor": f"s{len(points)}"})
    for indicator, points in grouped.items():
        yield IndicatorPage(
            indicator=indicator,
            charts=charts(points, t),
            statements=[state([point]) for point in points],
        )
