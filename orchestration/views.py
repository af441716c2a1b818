"""The reader's views as assets: what they read, their columns, and where each column comes from."""

import hashlib
from collections.abc import Sequence
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
SOURCES_SHOWN = 6


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


def told_pages(instance: dg.DagsterInstance) -> dict[str, Metadata]:
    """View → what its latest materialisation told; empty if any view has none."""
    pages: dict[str, Metadata] = {}
    for view in readers_views():
        event = instance.get_latest_materialization_event(dg.AssetKey(view.name))
        if event is None or event.asset_materialization is None:
            return {}
        pages[view.name] = dict(event.asset_materialization.metadata)
    return pages


def _page(connection: duckdb.DuckDBPyConnection, view: SqlFile, columns: Columns) -> Metadata:
    rows = connection.sql(f"SELECT count(*) FROM {view.name}").fetchall()[0][0]
    meanings = descriptions(view.name)
    sources = _sources(view, columns)
    schema = dg.TableSchema(
        [
            dg.TableColumn(column, kind, _told(meanings.get(column), sources.get(column, ())))
            for column, kind in columns[view.name].items()
        ]
    )
    return {
        "dagster/row_count": dg.MetadataValue.int(rows),
        "dagster/column_schema": dg.MetadataValue.table_schema(schema),
        "dagster/column_lineage": dg.MetadataValue.column_lineage(dg.TableColumnLineage(sources)),
        "sample": table_metadata(connection.sql(f"FROM {view.name} LIMIT {SAMPLE_ROWS}").pl()),
    }


def _told(meaning: str | None, sources: Sequence[dg.TableColumnDep]) -> str:
    """What a column means and where it comes from.

    The open-source UI has no page for column lineage, so the list of columns tells it.
    """
    names = [f"`{dep.asset_key.to_user_string()}.{dep.column_name}`" for dep in sources]
    more = f" and {len(names) - SOURCES_SHOWN} more" if len(names) > SOURCES_SHOWN else ""
    origin = f"from {', '.join(names[:SOURCES_SHOWN])}{more}" if names else ""
    return "\n\n".join(filter(None, [meaning, origin]))


def _sources(view: SqlFile, columns: Columns) -> dict[str, list[dg.TableColumnDep]]:
    """Column → the columns it is computed from, those of what is no asset left out (footers).

    Empty if sqlglot does not understand the view, which is no reason to fail a publication.
    """
    known = {
        name: dict(_stored_columns(name) if name in TABLES else {}) | dict(types)
        for name, types in columns.items()
    }
    try:
        found = column_lineage(view.body, known).deps_by_column
    except SqlglotError:
        return {}
    return {
        column: [dep for dep in deps if dep.asset_key.to_user_string() in known]
        for column, deps in found.items()
    }


def _stored_columns(table: str) -> dict[str, str]:
    return {field.name: str(field.type) for field in arrow_schema(TABLES[table].contract)}


def _describe(connection: duckdb.DuckDBPyConnection, view: str) -> list[tuple]:
    return connection.sql(f"DESCRIBE {view}").fetchall()
