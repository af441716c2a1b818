"""What a table is: its contract, its derivation, and where its rows come from.

Here belong the base class of every contract and the `Table` that ties a contract to its
derivation. Not here: any single table (each has its own module), paths, storage, Dagster.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import dataframely as dy
import polars as pl

# Rows that a file keeps together, and that a reader of it reads at least.
ROW_GROUP = 100_000


class Contract(dy.Schema):
    """Base of all contracts: the docstring is the grain, each column carries its description."""

    @classmethod
    def grain(cls) -> str:
        """The first sentence that a reader needs: what one row stands for."""
        return inspect.cleandoc(cls.__doc__ or "")

    @classmethod
    def descriptions(cls) -> dict[str, str]:
        """Column name → description, in column order."""
        return {name: column.description or "" for name, column in cls.columns().items()}

    @classmethod
    def polars_schema(cls) -> pl.Schema:
        """Column name → polars type, in column order."""
        return pl.Schema({name: column.dtype for name, column in cls.columns().items()})


class Scope(StrEnum):
    """How much of the warehouse a row depends on."""

    PART = "part"  # one part of one collection: derived in parallel, stored immutably
    GLOBAL = "global"  # all parts: derived in the reduce step
    REFERENCE = "reference"  # nothing raw: facts that ship with the code


@dataclass(frozen=True)
class Table:
    """One table: the name that finds its file, asset, relation and test, and how it comes to be.

    `derive` is a pure function from frames to a frame; its parameters are named after the tables
    that it reads, so the dependency graph is written nowhere else. A table that is not `stored`
    only passes from one derivation to the next. `row_group` is how many rows of its files are
    read at least: small where readers look up a few of many rows.
    """

    name: str
    contract: type[Contract]
    derive: Callable[..., pl.DataFrame]
    scope: Scope
    stored: bool = True
    row_group: int = ROW_GROUP

    @property
    def parents(self) -> tuple[str, ...]:
        """Names of the tables that the derivation reads."""
        return tuple(inspect.signature(self.derive).parameters)
