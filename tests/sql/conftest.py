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
from warehouse.views import STORED_SCHEMA, no_rows, views


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """Every view and macro over stored tables without rows."""
    with duckdb.connect() as connection:
        connection.execute(f"CREATE SCHEMA {STORED_SCHEMA}")
        connection.execute(
            f"CREATE TABLE {STORED_SCHEMA}.footers (table_name VARCHAR, row_count BIGINT, "
            "column_count INTEGER, null_count BIGINT, byte_count BIGINT)"
        )
        for table in STORED:
            connection.execute(
                f"CREATE TABLE {STORED_SCHEMA}.{table.name} AS FROM {no_rows(table.name)}"
            )
        for view in views().values():
            connection.execute(f"CREATE VIEW {view.name} AS {view.body}")
        for macro in sql_files("macros"):
            create_macro(connection, macro)
        yield connection


def load(connection: duckdb.DuckDBPyConnection, case: Path) -> None:
    """Put the rows of a case into the stored tables."""
    for file in sorted(case.glob("*.csv")):
        if file.stem != "expected":
            target = f"{STORED_SCHEMA}.{file.stem}"
            connection.execute(f"INSERT INTO {target} BY NAME FROM {csv(file)}")


def csv(file: Path) -> str:
    """SQL that reads a file of a case, all cells as text."""
    return f"read_csv('{file}', header = true, all_varchar = true, nullstr = '')"
