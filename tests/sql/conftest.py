"""Runs a case of `tests/sql/<relation>/<case>/`: rows in as CSV files, the rows expected out.

A file named after a table holds its rows; columns that it leaves out, and empty cells, are null.
`expected.csv` holds rows of the relation, with the columns that the case is about. A macro's case
has `call.sql`; its rows are compared in order.
"""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from models import STORED, TABLES
from warehouse.catalog import create_macro
from warehouse.sql_files import sql_files
from warehouse.views import FOOTERS_SCHEMA, STORED_SCHEMA, create_views, no_rows, views


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """Every table in a schema of its own, without rows."""
    with duckdb.connect() as connection:
        connection.execute("CREATE SCHEMA given")
        connection.execute(f"CREATE SCHEMA {STORED_SCHEMA}")
        connection.execute(f"CREATE TABLE {STORED_SCHEMA}.footers ({FOOTERS_SCHEMA})")
        for table in STORED:
            connection.execute(f"CREATE TABLE given.{table.name} AS FROM {no_rows(table.name)}")
        yield connection


def load(connection: duckdb.DuckDBPyConnection, case: Path) -> None:
    """Put the rows of a case into the tables, and create views and macros over them."""
    for file in sorted(case.glob("*.csv")):
        if file.stem != "expected":
            schema = STORED_SCHEMA if file.stem == "footers" else "given"
            connection.execute(f"INSERT INTO {schema}.{file.stem} BY NAME FROM {csv(file)}")

    def source(name: str) -> str:
        if name not in TABLES:  # a stored view, kept as rows
            connection.execute(f"CREATE TABLE given.{name} AS {views()[name].body}")
        return f"given.{name}"

    create_views(connection, source)
    for macro in sql_files("macros"):
        create_macro(connection, macro)


def csv(file: Path) -> str:
    """SQL that reads a file of a case, all cells as text."""
    return f"read_csv('{file}', header = true, all_varchar = true, nullstr = '')"
