"""Views that are kept as files: computed once when a snapshot is published, not at every query.

Their SQL stays the definition. What costs a second over all articles (joins, groups, an index for
search) then costs a reader milliseconds, and BI tools that read Parquet alone find it ready.
"""

import hashlib
import re
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from models import ROW_GROUP, STORED, TABLES
from warehouse import parquet
from warehouse.sql_files import SqlFile, Storage
from warehouse.store import Store
from warehouse.views import FOOTERS_SCHEMA, STORED_SCHEMA, descriptions, no_rows, reads_of, views

# Raise it when stored views change although neither their SQL nor what they read did.
FORMAT = "1"
MEMORY_LIMIT = "1GB"
FOOTERS = "footers"

Files = dict[str, list[Path]]


def store_views(store: Store, files: Files) -> Files:
    """The file of every stored view over these tables' files, written unless it is there."""
    keys = _keys(files)
    stored = {name: store.part(name, keys[name]) for name, view in views().items() if view.storage}
    if not all(path.exists() for path in stored.values()):
        _write_missing(files, stored, store.root / ".spill")
    return {name: [path] for name, path in stored.items()}


def _keys(files: Files) -> dict[str, str]:
    """View → what its rows are made from, digested: the SQL and the files behind it."""
    keys: dict[str, str] = {}
    everything = [path for paths in files.values() for path in paths]
    for name, view in views().items():
        digest = hashlib.sha256(f"{FORMAT} {duckdb.__version__} {view}".encode())
        for relation in re.findall(rf"\b{STORED_SCHEMA}\.(\w+)", view.body):
            for path in everything if relation == FOOTERS else files[relation]:
                digest.update(f"{path.name}\n".encode())
        for read in reads_of(view, views()):
            digest.update(f"{keys[read]}\n".encode())
        keys[name] = digest.hexdigest()[:24]
    return keys


def _write_missing(files: Files, stored: dict[str, Path], spill: Path) -> None:
    with duckdb.connect(
        config={
            "autoinstall_known_extensions": "false",
            "memory_limit": MEMORY_LIMIT,
            "temp_directory": str(spill),
        }
    ) as connection:
        connection.execute(f"CREATE SCHEMA {STORED_SCHEMA}")
        for table in STORED:
            _show_files(connection, table.name, files[table.name])
        _create_footers(connection, files)
        for name, view in views().items():
            body = view.body
            if path := stored.get(name):
                if not path.exists():
                    _write(connection, view, path)
                _show_files(connection, name, [path])
                body = f"FROM {STORED_SCHEMA}.{name}"
            connection.execute(f"CREATE VIEW {name} AS {body}")


def _show_files(connection: duckdb.DuckDBPyConnection, name: str, paths: list[Path]) -> None:
    listed = ", ".join("'" + str(path).replace("'", "''") + "'" for path in paths)
    source = f"read_parquet([{listed}])" if paths else no_rows(name)
    connection.execute(f"CREATE VIEW {STORED_SCHEMA}.{name} AS FROM {source}")


def _create_footers(connection: duckdb.DuckDBPyConnection, files: Files) -> None:
    connection.execute(f"CREATE TABLE {STORED_SCHEMA}.{FOOTERS} ({FOOTERS_SCHEMA})")
    rows = [_footer(table.name, files[table.name]) for table in STORED]
    connection.executemany(f"INSERT INTO {STORED_SCHEMA}.{FOOTERS} VALUES (?, ?, ?, ?, ?)", rows)


def _footer(table: str, paths: list[Path]) -> tuple[str, int, int, int, int]:
    """Table, rows, columns, cells without a value, bytes."""
    rows = nulls = size = 0
    for path in paths:
        footer = pq.read_metadata(path)
        rows += footer.num_rows
        size += path.stat().st_size
        for group in (footer.row_group(n) for n in range(footer.num_row_groups)):
            columns = (group.column(n).statistics for n in range(footer.num_columns))
            nulls += sum(statistics.null_count for statistics in columns if statistics)
    return table, rows, len(TABLES[table].contract.column_names()), nulls, size


def _write(connection: duckdb.DuckDBPyConnection, view: SqlFile, path: Path) -> None:
    storage = view.storage or Storage(())
    path.parent.mkdir(parents=True, exist_ok=True)
    ordered = f"FROM ({view.body}) ORDER BY {', '.join(storage.order)}"
    parquet.write_batches(
        connection.sql(ordered).to_arrow_reader(ROW_GROUP),
        view.comment,
        descriptions(view.name),
        path,
        storage.row_group,
    )
