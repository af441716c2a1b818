"""Runs the graph in this process: what the command line does, and what tests do."""

from collections.abc import Sequence

import dagster as dg

from models import Scope
from orchestration.definitions import BUILD, build_definitions
from orchestration.partitions import partition_key, range_tags, ranges, register
from orchestration.resources import OpenWarehouse
from orchestration.specs import PUBLISHED, tables_of
from warehouse.build import Plan
from warehouse.derivation import missing_tables
from warehouse.store import Store

# Dagster's own log lines go to its history, not to the terminal.
QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
PER_PART = [dg.AssetKey(table.name) for table in tables_of(Scope.PART)]
WHOLE = [
    *(dg.AssetKey(table.name) for table in tables_of(Scope.GLOBAL, Scope.REFERENCE)),
    dg.AssetKey(PUBLISHED),
]


def stale_collections(plan: Plan, store: Store) -> list[str]:
    """Collections that differ from what was derived, by their files or by the code since then."""
    derived = {name: [part.digest for part in parts] for name, parts in store.collections().items()}
    return [
        name
        for name, parts in plan.parts.items()
        if derived.get(name) != [part.digest for part in parts]
        or any(missing_tables(store, part) for part in parts)
    ]


def run_build(
    warehouse: OpenWarehouse, instance: dg.DagsterInstance, collections: Sequence[str]
) -> None:
    """Derive these collections and publish, in as few runs as ranges of partitions allow.

    Raises what the failing step raised: dg.Failure, SettingsError, or a mistake of ours.
    """
    register(instance, warehouse.plan.parts)
    order = instance.get_dynamic_partitions("collections")
    spans = ranges([partition_key(name) for name in collections], order)
    definitions = build_definitions(lambda: warehouse.settings, {"warehouse": warehouse})
    job = definitions.resolve_job_def(BUILD)
    for first, last in spans[:-1]:
        job.execute_in_process(
            QUIET, instance, asset_selection=PER_PART, tags=range_tags(first, last)
        )
    if spans:
        job.execute_in_process(QUIET, instance, tags=range_tags(*spans[-1]))
    else:
        job.execute_in_process(QUIET, instance, asset_selection=WHOLE)
