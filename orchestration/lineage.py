"""Which columns a view's columns come from, read out of its SQL by sqlglot."""

from collections.abc import Iterator, Mapping
from typing import cast

import dagster as dg
import sqlglot
from sqlglot import exp
from sqlglot.lineage import Node, lineage
from sqlglot.optimizer.qualify import qualify
from sqlglot.optimizer.scope import build_scope

DIALECT = "duckdb"

# Relation → column → type; sqlglot needs the columns to expand `SELECT *`.
Columns = Mapping[str, Mapping[str, str]]


def column_lineage(sql: str, columns: Columns) -> dg.TableColumnLineage:
    """Each column of the statement with the columns that it is computed from.

    Raises sqlglot.errors.SqlglotError if the statement cannot be understood.
    """
    known: dict[str, object] = {relation: dict(types) for relation, types in columns.items()}
    parsed = sqlglot.parse_one(sql, read=DIALECT)
    qualified = qualify(parsed, dialect=DIALECT, schema=known, quote_identifiers=False)
    statement = cast("exp.Query", qualified)
    scope = build_scope(statement)
    found = {
        column: _dependencies(
            lineage(column, statement, schema=known, scope=scope, dialect=DIALECT)
        )
        for column in (select.alias_or_name for select in statement.selects)
    }
    return dg.TableColumnLineage(found)


def _dependencies(node: Node) -> list[dg.TableColumnDep]:
    pairs = sorted(set(_leaves(node)))
    return [dg.TableColumnDep(dg.AssetKey(table), column) for table, column in pairs]


def _leaves(node: Node) -> Iterator[tuple[str, str]]:
    """(relation, column) at the ends of a column's lineage."""
    for step in node.walk():
        if not step.downstream and isinstance(step.source, exp.Table):
            yield step.source.name, step.name.rpartition(".")[2]
