"""Views that are kept as files: computed once when a snapshot is published, not at every query.

Their SQL stays the definition. What costs a second over all articles (joins, groups, an index for
search) then costs a reader milliseconds, and BI tools that read Parquet alone find it ready.
"""

import hashlib
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from models import ROW_GROUP, STORED, TABLES
from warehouse import parquet
from warehouse.sql_files import SqlFile, Storage
from warehouse.store import Store
from warehouse.views import (
    FOOTERS_SCHEMA,
    STORED_SCHEMA,
    create_views,
    descriptions,
    no_rows,
    reads_of,
    tables_of,
    views,
)

# Raise it when stored views change although neither their SQL nor what they read did.
FORMAT = "1"
MEMORY_LIMIT = "500MB"  # what DuckDB holds before it spills; 200 MB are enough for 74,545 articles
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
    for name, view in views().items():
        digest = hashlib.sha256(f"{FORMAT} {duckdb.__version__} {view}".encode())
        read = files if f"{STORED_SCHEMA}.{FOOTERS}" in view.body else tables_of(view)
        made_from = [path.name for table in read for path in files[table]]
        for source in [*made_from, *(keys[name] for name in reads_of(view, views()))]:
            digest.update(f"{source}\n".encode())
        keys[name] = digest.hexdigest()[:24]
    return keys


def _write_missing(files: Files, stored: dict[str, Path], spill: Path) -> None:
    with duckdb.connect(
        config={
            "autoinstall_known_extensions": "false",
            "memory_limit": MEMORY_LIMIT,
            "preserve_insertion_order": "false",
            "temp_directory": str(spill),
        }
    ) as connection:

        def source(name: str) -> str:
            if name not in stored:
                return relation(name, files[name])
            if not stored[name].exists():
                _write(connection, views()[name], stored[name])
            return relation(name, [stored[name]])

        _create_footers(connection, files)
        create_views(connection, source)


def relation(name: str, paths: list[Path]) -> str:
    """SQL for the rows of those files."""
    listed = ", ".join("'" + str(path).replace("'", "''") + "'" for path in paths)
    return f"read_parquet([{listed}])" if paths else no_rows(name)


def _create_footers(connection: duckdb.DuckDBPyConnection, files: Files) -> None:
    connection.execute(f"CREATE SCHEMA {STORED_SCHEMA}")
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
    """Compute and store a view.

    In two statements, so that sorting need not share the memory with the joins and groups before:
    in one, sentences of twice as many articles would not fit.
    """
    storage = view.storage or Storage(())
    path.parent.mkdir(parents=True, exist_ok=True)
    connection.execute(f"CREATE TEMP TABLE unsorted AS {view.body}")
    ordered = f"FROM unsorted ORDER BY {', '.join(storage.order)}"
    parquet.write_batches(
        connection.sql(ordered).to_arrow_reader(ROW_GROUP),
        view.comment,
        descriptions(view.name),
        path,
        storage.row_group,
    )
    connection.execute("DROP TABLE unsorted")
