"""The asset of each table: its place in the graph, its words and its columns, from its contract."""

import dagster as dg
import dataframely as dy

from models import STORED, TABLES, Contract, Scope, Table
from orchestration.automation import on_change
from orchestration.limits import DUE, OVERDUE
from warehouse.catalog import catalog_version
from warehouse.derivation import RAW_FILES
from warehouse.parquet import arrow_schema
from warehouse.versions import code_version

PUBLISHED = "published"
OWNER = "team:fangzhi"

_GROUPS = {Scope.GLOBAL: "entities", Scope.REFERENCE: "reference"}


def table_spec(table: Table) -> dg.AssetSpec:
    """The asset of a stored table, without partitions."""
    return dg.AssetSpec(
        table.name,
        deps=stored_parents(table),
        description=table.contract.grain(),
        group_name=stage(table),
        code_version=code_version(table.name),
        kinds={"polars", "parquet"},
        owners=[OWNER],
        automation_condition=on_change(),
        metadata={
            "dagster/column_schema": column_schema(table.contract),
            "module": dg.MetadataValue.text(f"models/{table.name}.py"),
        },
    )


def published_spec() -> dg.AssetSpec:
    """The asset of what readers see."""
    return dg.AssetSpec(
        PUBLISHED,
        deps=[table.name for table in STORED],
        description=(
            "The snapshot that readers see: all tables as Parquet in `current/`, and the views of "
            "`fangzhi.duckdb` over them. Replaced in one step, after every promise was checked."
        ),
        group_name="published",
        code_version=catalog_version(),
        kinds={"parquet", "duckdb"},
        owners=[OWNER],
        automation_condition=on_change(),
        freshness_policy=dg.FreshnessPolicy.time_window(fail_window=OVERDUE, warn_window=DUE),
    )


def stored_parents(table: Table) -> list[str]:
    """What the table is derived from, through tables that only pass on what they read."""
    found: dict[str, None] = {}
    for parent in table.parents:
        if parent in TABLES and not TABLES[parent].stored:
            found |= dict.fromkeys(stored_parents(TABLES[parent]))
        else:
            found[parent] = None
    return list(found)


def stage(table: Table) -> str:
    """The stage of the build that yields the table; assets are grouped by it."""
    if table.scope is Scope.PART:
        return "reading" if stored_parents(table) == [RAW_FILES] else "language"
    return _GROUPS[table.scope]


def column_schema(contract: type[Contract]) -> dg.TableSchema:
    """Columns with their types, meanings and constraints, as the asset page shows them."""
    types = {field.name: str(field.type) for field in arrow_schema(contract)}
    return dg.TableSchema(
        [
            dg.TableColumn(name, types[name], column.description, _constraints(column))
            for name, column in contract.columns().items()
        ]
    )


def _constraints(column: dy.Column) -> dg.TableColumnConstraints:
    other = [f"one of: {', '.join(column.categories)}"] if isinstance(column, dy.Enum) else []
    if column.primary_key:
        other.append("part of the key")
    return dg.TableColumnConstraints(nullable=column.nullable, other=other)


def tables_of(*scopes: Scope) -> list[Table]:
    """The stored tables of these scopes, in reading order."""
    return [table for table in STORED if table.scope in scopes]
