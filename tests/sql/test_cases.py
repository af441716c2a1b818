"""Every view and macro gives the rows that its cases expect."""

from pathlib import Path

import duckdb
import pytest

from tests.sql.conftest import csv, load
from warehouse.sql_files import sql_files

FOLDER = Path(__file__).parent
CASES = sorted(file.parent for file in FOLDER.glob("*/*/expected.csv"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_case(connection: duckdb.DuckDBPyConnection, case: Path):
    load(connection, case)
    call = case / "call.sql"
    source = f"({call.read_text('utf-8')})" if call.exists() else case.parent.name
    expected = connection.sql(f"FROM {csv(case / 'expected.csv')}")
    columns = expected.columns
    listed = ", ".join(f'"{name}"' for name in columns)
    found = connection.sql(f"SELECT {listed} FROM {source}")
    typed = ", ".join(
        f'CAST("{name}" AS {type_}) AS "{name}"'
        for name, type_ in zip(columns, found.types, strict=True)
    )
    rows, wanted = found.fetchall(), expected.project(typed).fetchall()
    if not call.exists():
        rows, wanted = sorted(rows, key=str), sorted(wanted, key=str)
    assert rows == wanted


@pytest.mark.parametrize("kind", ["views", "macros"])
def test_every_relation_for_readers_has_a_case(kind: str):
    tested = {case.parent.name for case in CASES}
    assert {file.name for file in sql_files(kind)} - tested == set()
