"""The audit before publication: promises that only the whole candidate can keep or break.

The contract of each table was checked when its file was derived, and a key fixes what a file
holds. Here the checks of `sql/checks` run over all tables together: links, keys across parts, and
every span against its text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl

from warehouse.errors import BrokenPromiseError
from warehouse.sql_files import SqlFile, sql_files
from warehouse.views import no_rows


@dataclass(frozen=True)
class Finding:
    """What one check of `sql/checks` found: how many rows break its promise, and which."""

    check: SqlFile
    offenders: pl.DataFrame

    @property
    def table(self) -> str:
        """The table whose rows the promise is about: `metrics` of metrics__spans."""
        return self.check.name.split("__")[0]

    @property
    def promise(self) -> str:
        """The promise as a sentence."""
        return self.check.comment.splitlines()[0]


def findings(files: dict[str, list[Path]]) -> Iterator[Finding]:
    """Run every check over the candidate's files, kept promises included."""
    with connect(files) as connection:
        for check in sql_files("checks"):
            yield Finding(check, connection.sql(check.body).pl())


def audit(files: dict[str, list[Path]]) -> None:
    """Run every check over the candidate's files; raises BrokenPromiseError at the first broken."""
    for finding in findings(files):
        require_kept(finding)


def require_kept(finding: Finding) -> None:
    """Raises BrokenPromiseError with the offending rows, if there are any."""
    if finding.offenders.height:
        raise BrokenPromiseError.of(finding.table, finding.promise, finding.offenders)


def connect(files: dict[str, list[Path]]) -> duckdb.DuckDBPyConnection:
    """An in-memory database with one view a table over those files; without files it is empty."""
    connection = duckdb.connect(config={"autoinstall_known_extensions": "false"})
    for table, paths in files.items():
        if paths:
            names = [str(path) for path in paths]
            connection.read_parquet(names).create_view(table)
        else:
            connection.execute(f"CREATE VIEW {table} AS FROM {no_rows(table)}")
    return connection
