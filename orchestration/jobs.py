"""The one job, and the runs of it that a list of stale collections needs."""

from collections.abc import Collection, Sequence

import dagster as dg

from models import Scope
from orchestration.partitions import partition_key, range_tags, ranges
from orchestration.specs import PUBLISHED, tables_of
from orchestration.views import view_specs
from warehouse.derivation import RAW_FILES

BUILD = "build"

BUILD_JOB = dg.define_asset_job(
    BUILD,
    selection=dg.AssetSelection.all() - dg.AssetSelection.assets(RAW_FILES),
    description="Derive what changed in the chosen collections, audit all, publish.",
)

PER_PART = [dg.AssetKey(table.name) for table in tables_of(Scope.PART)]
WHOLE = [
    *(dg.AssetKey(table.name) for table in tables_of(Scope.GLOBAL, Scope.REFERENCE)),
    dg.AssetKey(PUBLISHED),
    *(spec.key for spec in view_specs()),
]


def run_requests(stale: Collection[str], order: Sequence[str]) -> list[dg.RunRequest]:
    """Runs that derive the stale collections and publish.

    `order` is the order of partition keys. Each range of them is a run of its own, and the last
    one publishes; without stale collections one run publishes what is there.
    """
    spans = ranges([partition_key(name) for name in stale], order)
    if not spans:
        return [dg.RunRequest(asset_selection=WHOLE)]
    return [
        *(
            dg.RunRequest(asset_selection=PER_PART, tags=range_tags(first, last))
            for first, last in spans[:-1]
        ),
        dg.RunRequest(tags=range_tags(*spans[-1])),
    ]
