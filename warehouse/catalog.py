"""The disposable DuckDB file of a snapshot: views, macros and comments over its Parquet files.

The views find the snapshot wherever the warehouse was moved or copied: a connection that opened
the file has its path in the setting `temp_directory` (`<file>.tmp`), in DuckDB 1.1 to 2.0 alike; a
connection that attached it falls back to the variable `fangzhi_home`, then to where it was built.
"""

import hashlib
import re
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import duckdb
import pyarrow as pa

from models import STORED, TABLES
from warehouse.parquet import arrow_schema
from warehouse.sql_files import SqlFile, sql_files
from warehouse.store import CATALOG

# Relations over the files as they are; the schema `main` holds what readers are meant to use.
STORED_SCHEMA = "stored"
# The newest format that 1.x clients (JDBC, Node, the CLI of many a machine) can still open.
STORAGE_VERSION = "v1.0.0"


@cache
def catalog_version() -> str:
    """Changes whenever the catalog's contents would."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for kind in ("views", "macros"):
        for file in sql_files(kind):
            digest.update(f"{kind} {file}".encode())
    return digest.hexdigest()[:12]


def write_catalog(snapshot: Path, files: dict[str, list[Path]]) -> Path:
    """Write `snapshot`/fangzhi.duckdb over the tables that lie beside it; returns its path."""
    path = snapshot / CATALOG
    with duckdb.connect(config={"autoinstall_known_extensions": "false"}) as connection:
        connection.execute(
            f"ATTACH {_literal(str(path))} AS fangzhi (STORAGE_VERSION '{STORAGE_VERSION}')"
        )
        connection.execute("USE fangzhi")
        connection.execute(f"CREATE SCHEMA {STORED_SCHEMA}")
        views = {view.name: view for view in sql_files("views")}
        for table in STORED:
            _create_stored(connection, snapshot, table.name, files[table.name])
            if table.name not in views:
                plain = SqlFile(
                    table.name, table.contract.grain(), f"FROM {STORED_SCHEMA}.{table.name}"
                )
                _create_view(connection, plain)
        for view in _in_order_of_use(views):
            _create_view(connection, view)
        for macro in sql_files("macros"):
            connection.execute(macro.body)
            connection.execute(f"COMMENT ON MACRO TABLE {macro.name} IS {_literal(macro.comment)}")
        connection.execute("USE memory")
        connection.execute("DETACH fangzhi")
    return path


def _create_stored(
    connection: duckdb.DuckDBPyConnection, snapshot: Path, table: str, paths: list[Path]
) -> None:
    """A view over the table's files, listed by name so that opening it need not search a folder."""
    names = ", ".join(f"{_home(snapshot)} || '{table}/{path.name}'" for path in paths)
    source = f"read_parquet([{names}])" if paths else _no_rows(table)
    connection.execute(f"CREATE VIEW {STORED_SCHEMA}.{table} AS FROM {source}")


def _home(snapshot: Path) -> str:
    """SQL for the path of the snapshot folder, with a slash at its end."""
    opened = r"(snapshots/[^/]+/|current/)?fangzhi\.duckdb\.tmp$"
    built = str(snapshot.parent.parent).replace("'", "''")
    setting = "current_setting('temp_directory')"
    return (
        f"CASE WHEN regexp_matches({setting}, '{opened}') "
        f"THEN regexp_replace({setting}, '{opened}', '') "
        f"ELSE coalesce(getvariable('fangzhi_home'), '{built}') || '/' END "
        f"|| 'snapshots/{snapshot.name}/'"
    )


def _no_rows(table: str) -> str:
    """A relation with the table's columns and no rows, for a warehouse without parts."""
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


def _create_view(connection: duckdb.DuckDBPyConnection, view: SqlFile) -> None:
    """Create a reader's view, with comments on it and on each column a contract describes."""
    connection.execute(f"CREATE VIEW {view.name} AS {view.body.rstrip(';')}")
    connection.execute(f"COMMENT ON VIEW {view.name} IS {_literal(view.comment)}")
    descriptions = _descriptions(view.name)
    for column in connection.table(view.name).columns:
        if column in descriptions:
            comment = _literal(descriptions[column])
            connection.execute(f"COMMENT ON COLUMN {view.name}.{column} IS {comment}")


def _descriptions(view: str) -> dict[str, str]:
    """Column descriptions from all contracts; those of the table of that name win."""
    found: dict[str, str] = {}
    for table in STORED:
        found = table.contract.descriptions() | found
    return found | (TABLES[view].contract.descriptions() if view in TABLES else {})


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _in_order_of_use(views: dict[str, SqlFile]) -> list[SqlFile]:
    """The views so that each comes after those it reads."""
    reads = {
        name: {word for word in re.findall(r"\w+", view.body) if word in views and word != name}
        for name, view in views.items()
    }
    return [views[name] for name in TopologicalSorter(dict(sorted(reads.items()))).static_order()]
