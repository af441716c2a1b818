"""Runs a case of `tests/sql/<relation>/<case>/`: rows in as CSV files, the rows expected out.

A file named after a table holds its rows; columns that it leaves out, and empty cells, are null.
`expected.csv` holds rows of the relation, with the columns that the case is about. A macro's case
has `call.sql`; its rows are compared in order.
"""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from models import STORED
from warehouse.catalog import create_macro
from warehouse.sql_files import sql_files
from warehouse.views import FOOTERS_SCHEMA, STORED_SCHEMA, no_rows, views


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """Every stored table, without rows."""
    with duckdb.connect() as connection:
        connection.execute(f"CREATE SCHEMA {STORED_SCHEMA}")
        connection.execute(f"CREATE TABLE {STORED_SCHEMA}.footers ({FOOTERS_SCHEMA})")
        for table in STORED:
            connection.execute(
                f"CREATE TABLE {STORED_SCHEMA}.{table.name} AS FROM {no_rows(table.name)}"
            )
        yield connection


def load(connection: duckdb.DuckDBPyConnection, case: Path) -> None:
    """Put the rows of a case into the stored tables, and create views and macros over them."""
    for file in sorted(case.glob("*.csv")):
        if file.stem != "expected":
            target = f"{STORED_SCHEMA}.{file.stem}"
            connection.execute(f"INSERT INTO {target} BY NAME FROM {csv(file)}")
    for view in views().values():
        kind = "TABLE" if view.storage else "VIEW"
        connection.execute(f"CREATE {kind} {view.name} AS {view.body}")
    for macro in sql_files("macros"):
        create_macro(connection, macro)


def csv(file: Path) -> str:
    """SQL that reads a file of a case, all cells as text."""
    return f"read_csv('{file}', header = true, all_varchar = true, nullstr = '')"
