"""For those who prefer nights: one look a day, at the raw files and at the code."""

from collections.abc import Callable

import dagster as dg

from orchestration.jobs import BUILD_JOB, run_requests
from orchestration.observation import observe, stale_collections
from orchestration.partitions import register
from warehouse.settings import Settings
from warehouse.store import Store

NIGHTLY = "0 2 * * *"


def nightly_schedule(resolve: Callable[[], Settings]) -> dg.ScheduleDefinition:
    """The schedule over the raw folder of these settings."""

    @dg.schedule(
        name="nightly",
        job=BUILD_JOB,
        cron_schedule=NIGHTLY,
        description="At two in the night: derive what files or code made stale, and publish.",
    )
    def nightly(
        context: dg.ScheduleEvaluationContext,
    ) -> list[dg.RunRequest] | dg.SkipReason:
        settings = resolve()
        store = Store(settings.warehouse)
        observation = observe(settings, store)
        stale = stale_collections(observation.parts, store)
        gone = store.collections().keys() - observation.parts.keys()
        if not stale and not gone:
            return dg.SkipReason("Neither files nor code changed since the last build.")
        return run_requests(stale, register(context.instance, observation.parts))

    return nightly
