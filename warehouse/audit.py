"""The audit before publication: promises that only the whole candidate can keep or break.

The contract of each table was checked when its file was derived, and a key fixes what a file
holds. Here the checks of `sql/checks` run over all tables together: links, keys across parts, and
every span against its text.
"""

from pathlib import Path

import duckdb

from warehouse.errors import BrokenPromiseError
from warehouse.sql_files import SqlFile, sql_files


def audit(files: dict[str, list[Path]]) -> None:
    """Run every check over the candidate's files; raises BrokenPromiseError at the first broken."""
    with connect(files) as connection:
        for check in sql_files("checks"):
            run_check(connection, check)


def connect(files: dict[str, list[Path]]) -> duckdb.DuckDBPyConnection:
    """An in-memory database with one view a table over those files."""
    connection = duckdb.connect(config={"autoinstall_known_extensions": "false"})
    for table, paths in files.items():
        if paths:
            names = [str(path) for path in paths]
            connection.read_parquet(names).create_view(table)
    return connection


def run_check(connection: duckdb.DuckDBPyConnection, check: SqlFile) -> None:
    """Raises BrokenPromiseError with the rows that the check's query returns, if any."""
    offenders = connection.sql(check.body).pl()
    if offenders.height:
        table = check.name.split("__")[0]
        raise BrokenPromiseError.of(table, check.comment.splitlines()[0], offenders)
