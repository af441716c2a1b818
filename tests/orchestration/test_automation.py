"""What derives itself: exactly the tables whose code or sources changed, and what follows them."""

from collections.abc import Collection

import dagster as dg
import pytest

from models import TABLES, Scope
from orchestration.assets import derive, raw_files
from orchestration.definitions import build_definitions
from orchestration.observation import observe
from orchestration.resources import warehouse_resource
from orchestration.sensors import observations
from orchestration.specs import tables_of
from tests.orchestration.conftest import build_stale
from warehouse.settings import Settings
from warehouse.store import Store

TABLE_KEYS = [dg.AssetKey(table.name) for table in tables_of(Scope.PART)]


def definitions(settings: Settings, renewed: Collection[str] = ()) -> dg.Definitions:
    """Raw files and the tables of collections; the code behind the `renewed` ones changed."""

    def renew(spec: dg.AssetSpec) -> dg.AssetSpec:
        changed = spec.key.to_user_string() in renewed
        return spec.replace_attributes(code_version="new") if changed else spec

    return dg.Definitions(
        [raw_files(lambda: settings), derive.map_asset_specs(renew)],
        resources={"warehouse": warehouse_resource(lambda: settings)},
    )


def requested(result) -> dict[str, set[str]]:
    """Table → collections that the tick asks for."""
    return {
        key.to_user_string(): result.get_requested_partitions(key)
        for key in TABLE_KEYS
        if result.get_requested_partitions(key)
    }


def evaluate(defs: dg.Definitions, instance, cursor=None):
    selection = dg.AssetSelection.assets(*TABLE_KEYS)
    return dg.evaluate_automation_conditions(defs, instance, selection, cursor=cursor)


def report_raw_files(instance, settings) -> None:
    """Observe every collection of the raw folder."""
    parts = observe(settings, Store(settings.warehouse)).parts
    for event in observations(list(parts), parts):
        instance.report_runless_asset_event(event)


@pytest.fixture
def built(two_collections, opened, instance):
    """Settings of a warehouse in which everything is derived, and the cursor of a first tick."""
    warehouse = opened()
    report_raw_files(instance, warehouse.settings)
    build_stale(warehouse, instance)
    first = evaluate(definitions(warehouse.settings), instance)
    return warehouse.settings, first.cursor


def test_nothing_is_requested_while_nothing_changes(built, instance):
    settings, cursor = built
    assert requested(evaluate(definitions(settings), instance, cursor)) == {}


def test_new_code_requests_its_tables_in_all_collections_and_no_others(built, instance):
    settings, cursor = built
    result = evaluate(definitions(settings, {"metrics"}), instance, cursor)
    assert requested(result) == {"metrics": {"east", "west"}}


def test_a_changed_file_requests_all_tables_of_its_collection(built, instance):
    settings, cursor = built
    (settings.raw / "west" / "a.txt").write_text("某市新增基站30个。", "utf-8")
    report_raw_files(instance, settings)
    result = evaluate(definitions(settings), instance, cursor)
    assert requested(result) == {key.to_user_string(): {"west"} for key in TABLE_KEYS}


def test_a_request_is_not_repeated(built, instance):
    settings, cursor = built
    renewed = definitions(settings, {"metrics"})
    first = evaluate(renewed, instance, cursor)
    assert requested(evaluate(renewed, instance, first.cursor)) == {}


def test_every_table_has_a_condition():
    graph = build_definitions().resolve_asset_graph()
    for name, table in TABLES.items():
        if table.stored:
            assert graph.get(dg.AssetKey(name)).automation_condition
