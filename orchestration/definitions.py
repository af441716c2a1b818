"""Assembles everything that Dagster loads: `dagster-webserver -m orchestration.definitions`."""

from collections.abc import Callable, Mapping

import dagster as dg

from orchestration.assets import derive, published, raw_files, reduce
from orchestration.checks import audit
from orchestration.resources import warehouse_resource
from orchestration.specs import RAW_FILES
from warehouse.settings import Settings

BUILD = "build"

BUILD_JOB = dg.define_asset_job(
    BUILD,
    selection=dg.AssetSelection.all() - dg.AssetSelection.assets(RAW_FILES),
    description="Derive what changed in the chosen collections, audit all, publish.",
)


def build_definitions(
    resolve: Callable[[], Settings] = Settings.resolve,
    resources: Mapping[str, object] | None = None,
) -> dg.Definitions:
    """The definitions; `resolve` says where raw folder and warehouse are when a run asks.

    `resources` take the place of those that a run would open: a warehouse that is open already.
    """
    return dg.Definitions(
        assets=[raw_files(resolve), derive, reduce, published],
        asset_checks=[audit],
        jobs=[BUILD_JOB],
        resources={"warehouse": warehouse_resource(resolve), **(resources or {})},
        executor=dg.in_process_executor,
    )


defs = build_definitions()
