"""Every check of the audit passes what is whole, and finds the row that breaks its promise."""

from pathlib import Path

import duckdb
import pytest

from models import STORED
from warehouse.audit import connect, findings
from warehouse.sql_files import SqlFile, sql_files

CHECKS = sql_files("checks")
Files = dict[str, list[Path]]


@pytest.fixture(scope="module")
def files(sample_catalog: Path) -> Files:
    """The files of the sample's tables."""
    current = sample_catalog.parent / "current"
    return {table.name: sorted((current / table.name).glob("*.parquet")) for table in STORED}


def spoil(connection: duckdb.DuckDBPyConnection, check: SqlFile) -> None:
    """Put one more row into the table of a check, which breaks what its name promises."""
    table, _, promise = check.name.partition("__")
    link = promise.removesuffix("_links")
    changes = {
        "unique": "",  # the same row again
        "spans": "REPLACE (start_offset + 1 AS start_offset, end_offset + 1 AS end_offset)",
    }
    change = changes.get(promise, f"REPLACE ('nowhere' AS {link})")
    connection.execute(f"CREATE TABLE whole AS FROM {table}")
    connection.execute(
        f"CREATE OR REPLACE VIEW {table} AS "
        f"FROM whole UNION ALL (SELECT * {change} FROM whole LIMIT 1)"
    )


def test_a_whole_candidate_breaks_no_promise(files: Files):
    found = list(findings(files))
    assert [finding.check.name for finding in found] == [check.name for check in CHECKS]
    assert [finding.check.name for finding in found if finding.offenders.height] == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_one_row_that_breaks_a_promise_is_found(files: Files, check: SqlFile):
    with connect(files) as connection:
        spoil(connection, check)
        assert connection.sql(check.body).pl().height == 1
