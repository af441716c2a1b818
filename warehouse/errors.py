"""Errors by who must act. A file that cannot be read is none of these: it is a quarantined row."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the command line needs the errors before it needs libraries
    import duckdb
    import polars as pl


class SettingsError(Exception):
    """The operator must act: a folder, a permission, a setting. The command exits with 2."""


class BrokenPromiseError(Exception):
    """The data broke a promise of the contract, so nothing is published. The command exits with 1.

    Attributes: `table`, `promise` (a name that reads as a sentence), `row_count` offending rows
    and `rows`, the first of them as text.
    """

    def __init__(self, table: str, promise: str, row_count: int, rows: list[str]) -> None:
        super().__init__(table, promise, row_count, rows)  # all arguments, so that it pickles
        self.table, self.promise, self.row_count, self.rows = table, promise, row_count, rows

    def __str__(self) -> str:
        shown = "".join(f"\n  {row}" for row in self.rows)
        return (
            f"{self.table}: the promise “{self.promise}” is broken by {self.row_count} rows:{shown}"
        )

    @classmethod
    def of(cls, table: str, promise: str, offenders: "pl.DataFrame") -> "BrokenPromiseError":
        """Names the first five offending rows, long texts shortened."""
        rows = [_brief(row) for row in offenders.head(5).iter_rows(named=True)]
        return cls(table, promise.replace("_", " "), offenders.height, rows)


def _brief(row: dict[str, object]) -> str:
    cells = (f"{name}={str(value)[:60]!s}" for name, value in row.items() if value is not None)
    return ", ".join(cells)


class QueryError(SettingsError):
    """The reader must act: the SQL is wrong or not allowed. The command exits with 2."""

    @classmethod
    def of(cls, error: "duckdb.Error") -> "QueryError":
        """DuckDB's reason and the close names it proposes, as one sentence."""
        reason = str(error).partition("\n\nLINE ")[0]
        reason = re.sub(r"^[\w ]+ Error: ", "", reason)
        reason = re.sub(r"[!.]?\s*\n+\s*(\w)", lambda found: "; " + found[1].lower(), reason)
        return cls(f"The query cannot run: {reason.strip().rstrip('.!')}")
