"""Column lineage of SQL: which columns feed which."""

import dagster as dg
import pytest
import sqlglot
from sqlglot import exp

from orchestration.lineage import DIALECT, column_lineage
from orchestration.views import readers_views, view_pages
from warehouse.views import reads_of, views

COLUMNS = {"metrics": {"id": "VARCHAR", "value": "DOUBLE"}, "places": {"id": "VARCHAR"}}


def pairs(lineage: dg.TableColumnLineage) -> dict[str, list[tuple[str, str]]]:
    return {
        column: [(dep.asset_key.to_user_string(), dep.column_name) for dep in deps]
        for column, deps in lineage.deps_by_column.items()
    }


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT id FROM metrics", {"id": [("metrics", "id")]}),
        ("SELECT m.* FROM metrics AS m", {c: [("metrics", c)] for c in ("id", "value")}),
        (
            (
                "WITH sums AS (SELECT id, sum(value) AS total FROM metrics GROUP BY id) "
                "SELECT p.id, s.total FROM places AS p JOIN sums AS s USING (id)"
            ),
            {"id": [("places", "id")], "total": [("metrics", "value")]},
        ),
        ("SELECT 1 AS one FROM places", {"one": []}),
    ],
)
def test_column_lineage(sql, expected):
    assert pairs(column_lineage(sql, COLUMNS)) == expected


def test_every_view_shows_where_its_columns_come_from(sample_catalog):
    for view, page in view_pages(sample_catalog).items():
        lineage = page["dagster/column_lineage"].value
        assert isinstance(lineage, dg.TableColumnLineage)
        assert any(lineage.deps_by_column.values()), view


def tables_read(sql: str) -> set[str]:
    """What a statement reads, its own WITH tables aside, as sqlglot understands it."""
    statement = sqlglot.parse_one(sql, read=DIALECT)
    own = {cte.alias for cte in statement.find_all(exp.CTE)}
    return {table.name for table in statement.find_all(exp.Table)} - own


@pytest.mark.parametrize("view", readers_views(), ids=lambda view: view.name)
def test_the_graph_knows_what_a_view_reads(view):
    assert tables_read(view.body) & views().keys() == set(reads_of(view, views()))
