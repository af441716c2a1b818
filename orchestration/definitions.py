"""Assembles everything that Dagster loads: `dagster-webserver -m orchestration.definitions`."""

from collections.abc import Callable, Mapping

import dagster as dg

from orchestration.alerts import alert_on_failure
from orchestration.assets import derive, publish, raw_files, reduce
from orchestration.automation import automation_sensor
from orchestration.checks import audit
from orchestration.jobs import BUILD_JOB
from orchestration.quality import up_to_date
from orchestration.resources import warehouse_resource
from orchestration.schedules import nightly_schedule
from orchestration.sensors import raw_folder_sensor
from warehouse.settings import Settings


def build_definitions(
    resolve: Callable[[], Settings] = Settings.resolve,
    resources: Mapping[str, object] | None = None,
) -> dg.Definitions:
    """The definitions; `resolve` says where raw folder and warehouse are when a run asks.

    `resources` take the place of those that a run would open: a warehouse that is open already.
    """
    return dg.Definitions(
        assets=[raw_files(resolve), derive, reduce, publish],
        asset_checks=[audit, up_to_date],
        jobs=[BUILD_JOB],
        sensors=[raw_folder_sensor(resolve), automation_sensor(), alert_on_failure],
        schedules=[nightly_schedule(resolve)],
        resources={"warehouse": warehouse_resource(resolve), **(resources or {})},
        executor=dg.in_process_executor,
    )


defs = build_definitions()
