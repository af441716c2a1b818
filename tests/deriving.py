"""Derives a table from whichever others a test gives."""

import polars as pl

from models import TABLES


def derived(table: str, **given: pl.DataFrame) -> pl.DataFrame:
    """The rows of a table; each one between it and the given ones is derived once."""
    return _derived(table, dict(given))


def _derived(table: str, frames: dict[str, pl.DataFrame]) -> pl.DataFrame:
    if table not in frames:
        parents = {parent: _derived(parent, frames) for parent in TABLES[table].parents}
        frames[table] = TABLES[table].derive(**parents)
    return frames[table]
