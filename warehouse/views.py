"""The views of `sql/views`: which reads which, what their columns mean, and how they are created.

Every table has a reader's view of its own name. Where an SQL file defines it (`articles` with what
only all articles together tell), the files themselves are `stored.<table>_parts`; otherwise the
view shows them as they are. No name stands twice, for clients that look columns up by name alone
would find them twice.
"""

import re
from collections.abc import Callable
from functools import cache
from graphlib import TopologicalSorter

import duckdb
import pyarrow as pa

from models import STORED, TABLES
from warehouse.parquet import arrow_schema
from warehouse.sql_files import SqlFile, sql_files

# What is behind the views; the schema `main` holds what readers are meant to use.
STORED_SCHEMA = "stored"
# Columns of `stored.footers`: a row per table, with what the footers of its files say. It is there
# while stored views are computed, not in the catalog.
FOOTERS_SCHEMA = (
    "table_name VARCHAR, row_count BIGINT, column_count INTEGER, null_count BIGINT, "
    "byte_count BIGINT"
)


@cache
def views() -> dict[str, SqlFile]:
    """All views by name, each after those that it reads."""
    defined = {view.name: view for view in sql_files("views")}
    plain = {table.name: SqlFile(table.name, table.contract.grain(), body="") for table in STORED}
    found = plain | defined
    reads = {name: reads_of(view, found) for name, view in sorted(found.items())}
    return {name: found[name] for name in TopologicalSorter(reads).static_order()}


def create_views(connection: duckdb.DuckDBPyConnection, source: Callable[[str], str]) -> None:
    """Create every view, each after those that it reads.

    `source` gives, for a table or a stored view, SQL for a relation of its rows; it is asked for a
    view when all that the view reads is there.
    """
    connection.execute(f"CREATE SCHEMA IF NOT EXISTS {STORED_SCHEMA}")
    for table in STORED:
        if views()[table.name].body:
            parts = f"{STORED_SCHEMA}.{table.name}_parts"
            connection.execute(f"CREATE VIEW {parts} AS FROM {source(table.name)}")
    for name, view in views().items():
        computed = view.body and not view.storage
        body = view.body if computed else f"FROM {source(name)}"
        connection.execute(f"CREATE VIEW {name} AS {body}")


def tables_of(view: SqlFile) -> list[str]:
    """Tables whose files the view reads itself, not through another view."""
    if not view.body:
        return [view.name]
    return re.findall(rf"\b{STORED_SCHEMA}\.(\w+)_parts\b", view.body)


def reads_of(view: SqlFile, known: dict[str, SqlFile]) -> list[str]:
    """Names of the views that the view's statement reads, sorted; its own WITH tables aside."""
    own = {view.name, *re.findall(r"(\w+)\s+AS\s+(?:MATERIALIZED\s+)?\(", view.body)}
    read = re.findall(r"\b(?:FROM|JOIN)\s+(?:\w+\.)?(\w+)", view.body, re.IGNORECASE)
    return sorted({name for name in read if name in known} - own)


def descriptions(relation: str) -> dict[str, str]:
    """Column → meaning: from its header, its contract, then the relations that it names."""
    view = views()[relation]
    found = dict(view.columns)
    if relation in TABLES:
        found = TABLES[relation].contract.descriptions() | found
    for source in view.columns_of:
        found = descriptions(source) | found
    return found


def no_rows(table: str) -> str:
    """SQL for a relation with the table's columns and no rows, for a warehouse without parts."""
    schema = arrow_schema(TABLES[table].contract)
    columns = ", ".join(f"NULL::{_SQL_TYPES[field.type]} AS {field.name}" for field in schema)
    return f"(SELECT {columns} LIMIT 0)"


_SQL_TYPES = {
    pa.string(): "VARCHAR",
    pa.int32(): "INTEGER",
    pa.int64(): "BIGINT",
    pa.float64(): "DOUBLE",
    pa.date32(): "DATE",
    pa.bool_(): "BOOLEAN",
}
