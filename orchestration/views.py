"""The reader's views as assets: what they read, their columns, and where each column comes from."""

import hashlib
from pathlib import Path

import dagster as dg
import duckdb
from sqlglot.errors import SqlglotError

from models import TABLES
from orchestration.lineage import Columns, column_lineage
from orchestration.metadata import Metadata, table_metadata
from orchestration.specs import OWNER
from warehouse.parquet import arrow_schema
from warehouse.sql_files import SqlFile
from warehouse.views import descriptions, reads_of, views

SAMPLE_ROWS = 5


def view_specs() -> list[dg.AssetSpec]:
    """An asset for each view that is no table of the same name."""
    return [
        dg.AssetSpec(
            view.name,
            deps=reads_of(view, views()),
            description=view.comment,
            group_name="views",
            code_version=hashlib.sha256(view.body.encode()).hexdigest()[:12],
            kinds={"duckdb", "parquet" if view.storage else "view"},
            owners=[OWNER],
            skippable=True,
            metadata={"sql": dg.MetadataValue.md(f"```sql\n{view.body}\n```")},
        )
        for view in readers_views()
    ]


def readers_views() -> list[SqlFile]:
    """The views that are no tables of the same name, each after those that it reads."""
    return [view for name, view in views().items() if name not in TABLES]


def view_pages(catalog: Path) -> dict[str, Metadata]:
    """View → rows, columns with their sources, and a few rows, as the catalog has them."""
    with duckdb.connect(catalog, read_only=True) as connection:
        columns = {
            name: {column: str(kind) for column, kind, *_ in _describe(connection, name)}
            for name in views()
        }
        return {view.name: _page(connection, view, columns) for view in readers_views()}


def _page(connection: duckdb.DuckDBPyConnection, view: SqlFile, columns: Columns) -> Metadata:
    rows = connection.sql(f"SELECT count(*) FROM {view.name}").fetchall()[0][0]
    meanings = descriptions(view.name)
    schema = dg.TableSchema(
        [
            dg.TableColumn(column, kind, meanings.get(column))
            for column, kind in columns[view.name].items()
        ]
    )
    return {
        "dagster/row_count": dg.MetadataValue.int(rows),
        "dagster/column_schema": dg.MetadataValue.table_schema(schema),
        **_lineage(view, columns),
        "sample": table_metadata(connection.sql(f"FROM {view.name} LIMIT {SAMPLE_ROWS}").pl()),
    }


def _lineage(view: SqlFile, columns: Columns) -> Metadata:
    """Column lineage; none if sqlglot does not understand the view, which is no reason to fail.

    What is no asset is left out (the footers that table_health reads).
    """
    known = {
        name: dict(_stored_columns(name) if name in TABLES else {}) | dict(types)
        for name, types in columns.items()
    }
    try:
        found = column_lineage(view.body, known).deps_by_column
    except SqlglotError:
        return {}
    assets = {
        column: [dep for dep in deps if dep.asset_key.to_user_string() in known]
        for column, deps in found.items()
    }
    return {
        "dagster/column_lineage": dg.MetadataValue.column_lineage(dg.TableColumnLineage(assets))
    }


def _stored_columns(table: str) -> dict[str, str]:
    return {field.name: str(field.type) for field in arrow_schema(TABLES[table].contract)}


def _describe(connection: duckdb.DuckDBPyConnection, view: str) -> list[tuple]:
    return connection.sql(f"DESCRIBE {view}").fetchall()
