"""The raw folder watched: new, changed and removed files become runs for their collections."""

import json
from collections.abc import Callable, Mapping, Sequence

import dagster as dg

from orchestration.decision import GONE, Decision, decide
from orchestration.jobs import BUILD_JOB, run_requests
from orchestration.observation import derived_versions, found_versions, observe
from orchestration.partitions import COLLECTIONS, partition_key, registered
from warehouse.derivation import RAW_FILES
from warehouse.errors import SettingsError
from warehouse.parts import Part
from warehouse.settings import MEGABYTE, Settings
from warehouse.store import Store

SECONDS_BETWEEN_LOOKS = 60

Parts = Mapping[str, Sequence[Part]]


def raw_folder_sensor(resolve: Callable[[], Settings]) -> dg.SensorDefinition:
    """The sensor over the raw folder of these settings."""

    @dg.sensor(
        name="raw_folder",
        job=BUILD_JOB,
        minimum_interval_seconds=SECONDS_BETWEEN_LOOKS,
        description=(
            "Looks for added, changed and removed files; requests one run a range of collections "
            "that need one. Files whose size and times are as before are not read again."
        ),
    )
    def raw_folder(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
        settings = resolve()
        store = Store(settings.warehouse)
        try:
            parts = observe(settings, store).parts
        except SettingsError as error:
            return dg.SkipReason(str(error))
        found, derived = found_versions(parts), derived_versions(store)
        decision = decide(found, derived, json.loads(context.cursor or "{}"))
        if not decision.stale and not decision.gone:
            return dg.SkipReason(decision.reason)
        context.log.info(decision.reason)
        return _result(context.instance, decision, parts, derived)

    return raw_folder


def _result(
    instance: dg.DagsterInstance,
    decision: Decision,
    parts: Parts,
    derived: Mapping[str, str],
) -> dg.SensorResult:
    """The runs to start, the partitions to add and drop, and what was seen of the raw files."""
    found = found_versions(parts)
    known = instance.get_dynamic_partitions("collections")
    order = registered(known, found)
    requested = found | {name: GONE for name in derived if name not in found}
    gone = [key for key in known if key not in order]
    new = [key for key in order if key not in known]
    return dg.SensorResult(
        run_requests=run_requests(decision.stale, order),
        dynamic_partitions_requests=[
            *([COLLECTIONS.build_add_request(new)] if new else []),
            *([COLLECTIONS.build_delete_request(gone)] if gone else []),
        ],
        asset_events=observations(decision.stale, parts),
        cursor=json.dumps(requested, ensure_ascii=False, sort_keys=True),
    )


def observations(collections: Sequence[str], parts: Parts) -> list[dg.AssetObservation]:
    """What was seen of the raw files of these collections, for the page of `raw_files`."""
    versions = found_versions(parts)
    return [
        dg.AssetObservation(
            RAW_FILES,
            partition=partition_key(name),
            tags={"dagster/data_version": versions[name]},
            metadata={
                "documents": sum(len(part.files) for part in parts[name]),
                "MB": round(sum(part.byte_count for part in parts[name]) / MEGABYTE, 3),
            },
        )
        for name in collections
    ]
