"""Runs the graph in this process: what the command line does, and what tests do."""

from collections.abc import Sequence

import dagster as dg

from orchestration.definitions import build_definitions
from orchestration.jobs import BUILD, run_requests
from orchestration.partitions import register
from orchestration.resources import OpenWarehouse
from orchestration.specs import PUBLISHED

# Dagster's own log lines go to its history, not to the terminal.
QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


def run_build(
    warehouse: OpenWarehouse,
    instance: dg.DagsterInstance,
    collections: Sequence[str],
    accept_loss: bool = False,
) -> None:
    """Derive these collections and publish, in as few runs as ranges of partitions allow.

    `accept_loss` publishes even if much of what was published before is gone.
    Raises what the failing step raised: dg.Failure, SettingsError, or a mistake of ours.
    """
    order = register(instance, warehouse.plan.parts)
    definitions = build_definitions(lambda: warehouse.settings, {"warehouse": warehouse})
    job = definitions.resolve_job_def(BUILD)
    publish = {"ops": {"publish": {"config": {"accept_loss": accept_loss}}}}
    for request in run_requests(collections, order):
        publishes = (
            request.asset_selection is None or dg.AssetKey(PUBLISHED) in request.asset_selection
        )
        job.execute_in_process(
            QUIET | (publish if publishes else {}),
            instance,
            asset_selection=request.asset_selection,
            tags=request.tags,
        )
