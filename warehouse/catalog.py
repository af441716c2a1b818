"""The disposable DuckDB file of a snapshot: views, macros and comments over its Parquet files.

The views find the snapshot wherever the warehouse was moved or copied: a connection that opened
the file has its path in the setting `temp_directory` (`<file>.tmp`), in DuckDB 1.1 to 2.0 alike; a
connection that attached it falls back to the variable `fangzhi_home`, then to where it was built.
"""

import hashlib
from functools import cache
from pathlib import Path

import duckdb

from warehouse.sql_files import SqlFile, sql_files
from warehouse.store import CATALOG
from warehouse.views import create_views, descriptions, no_rows, views

# The newest format that 1.x clients (JDBC, Node, the CLI of many a machine) can still open.
STORAGE_VERSION = "v1.0.0"


@cache
def catalog_version() -> str:
    """Changes whenever the catalog over the same tables would: with its code or its SQL."""
    digest = hashlib.sha256()
    for source in (Path(__file__), Path(__file__).with_name("views.py")):
        digest.update(source.read_bytes())
    for kind in ("views", "macros"):
        for file in sql_files(kind):
            digest.update(f"{kind} {file}".encode())
    return digest.hexdigest()[:12]


def write_catalog(snapshot: Path, files: dict[str, list[Path]]) -> Path:
    """Write `snapshot`/fangzhi.duckdb over the tables and stored views that lie beside it.

    `files` names the files of each; only their names count here. Returns the catalog's path.
    """
    path = snapshot / CATALOG
    with duckdb.connect(config={"autoinstall_known_extensions": "false"}) as connection:
        connection.execute(
            f"ATTACH {_literal(str(path))} AS fangzhi (STORAGE_VERSION '{STORAGE_VERSION}')"
        )
        connection.execute("USE fangzhi")
        create_views(connection, lambda name: _relation(snapshot, name, files[name]))
        for view in views().values():
            _comment(connection, view)
        for macro in sql_files("macros"):
            create_macro(connection, macro)
        connection.execute("USE memory")
        connection.execute("DETACH fangzhi")
    return path


def create_macro(connection: duckdb.DuckDBPyConnection, macro: SqlFile) -> None:
    """Create a reader's macro, with its comment."""
    connection.execute(macro.body)
    connection.execute(f"COMMENT ON MACRO TABLE {macro.name} IS {_literal(macro.comment)}")


def _relation(snapshot: Path, name: str, paths: list[Path]) -> str:
    """SQL for the rows of the files, listed so that opening them need not search a folder."""
    # Where they lie is worked out once, not once a file: 57 files cost 5 ms otherwise.
    listed = "\n".join(f"*{name}/{path.name}" for path in paths)
    files = f"string_split(replace('{listed}', '*', {_home(snapshot)}), '\n')"
    return f"read_parquet({files})" if paths else no_rows(name)


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


def _comment(connection: duckdb.DuckDBPyConnection, view: SqlFile) -> None:
    """Say what a row of the view is and what its columns mean."""
    connection.execute(f"COMMENT ON VIEW {view.name} IS {_literal(view.comment)}")
    described = descriptions(view.name)
    for column in connection.table(view.name).columns:
        comment = _literal(described[column])
        connection.execute(f"COMMENT ON COLUMN {view.name}.{column} IS {comment}")


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
