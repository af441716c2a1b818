"""Runs of the graph: what they derive, what they tell, and what stops the publication."""

from pathlib import Path

import dagster as dg
import polars as pl
import pytest

from orchestration import resources
from orchestration.definitions import build_definitions
from orchestration.jobs import BUILD, PER_PART, WHOLE
from orchestration.launch import QUIET
from orchestration.partitions import range_tags, register
from orchestration.specs import PUBLISHED
from tests.orchestration.conftest import build_stale
from warehouse.audit import Finding
from warehouse.sql_files import sql_files


def materialized(instance: dg.DagsterInstance, table: str) -> set[str]:
    return instance.get_materialized_partitions(dg.AssetKey(table))


def latest(instance: dg.DagsterInstance, table: str) -> dict[str, object]:
    """Metadata of the latest materialisation."""
    event = instance.get_latest_materialization_event(dg.AssetKey(table))
    assert event
    assert event.asset_materialization
    return {name: value.value for name, value in event.asset_materialization.metadata.items()}


def evaluation(instance: dg.DagsterInstance, table: str, name: str) -> dg.AssetCheckEvaluation:
    """The latest evaluation of a check."""
    key = dg.AssetCheckKey(dg.AssetKey(table), name)
    record = instance.event_log_storage.get_latest_asset_check_execution_by_key([key])[key]
    assert record.event
    assert record.event.dagster_event
    return record.event.dagster_event.asset_check_evaluation_data


def break_promise(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let the audit find one row that breaks the promise of `sql/checks/<name>.sql`."""
    check = next(check for check in sql_files("checks") if check.name == name)
    offender = pl.DataFrame({"metric_id": ["1-1@0"], "text": ["12个"]})
    monkeypatch.setattr(resources, "findings", lambda _: [Finding(check, offender)])


@pytest.mark.usefixtures("two_collections")
class TestBuild:
    def test_materialises_every_collection_with_its_rows(self, opened, instance):
        build_stale(opened(), instance)
        assert materialized(instance, "articles") == {"east", "west"}
        assert latest(instance, "documents")["dagster/partition_row_count"] == 1
        assert latest(instance, "documents")["dagster/row_count"] == 2
        assert opened().store.published_facts()["rows"]["articles"] == 2

    def test_says_how_many_rows_came_since_the_last_snapshot(self, opened, instance, raw: Path):
        build_stale(opened(), instance)
        assert latest(instance, "documents")["rows since the last snapshot"] == "+2"
        (raw / "west" / "b.txt").write_text("某市新增基站30个。", "utf-8")
        build_stale(opened(), instance)
        assert latest(instance, "documents")["rows since the last snapshot"] == "+1"

    def test_again_derives_nothing_and_keeps_the_snapshot(self, opened, instance):
        build_stale(opened(), instance)
        before = opened().store.published()
        assert build_stale(opened(), instance) == []
        assert opened().store.published() == before
        assert latest(instance, PUBLISHED)["changed"] is False

    def test_again_tells_of_every_view_as_before(self, opened, instance):
        build_stale(opened(), instance)
        before = latest(instance, "metric_facts")
        records = instance.fetch_materializations(dg.AssetKey("metric_facts"), limit=5).records
        build_stale(opened(), instance)
        again = instance.fetch_materializations(dg.AssetKey("metric_facts"), limit=5).records
        assert (len(records), len(again)) == (1, 2)
        assert latest(instance, "metric_facts") == before

    def test_derives_only_the_collection_of_a_changed_file(self, opened, instance, raw: Path):
        build_stale(opened(), instance)
        (raw / "west" / "a.txt").write_text("某市新增基站30个。", "utf-8")
        assert build_stale(opened(), instance) == ["west"]

    def test_drops_a_collection_whose_folder_is_gone(self, opened, instance, raw: Path):
        build_stale(opened(), instance)
        (raw / "west" / "a.txt").unlink()
        (raw / "west").rmdir()
        assert build_stale(opened(), instance) == []
        assert opened().store.published_facts()["rows"]["documents"] == 1
        assert instance.get_dynamic_partitions("collections") == ["east"]

    def test_publishes_collections_that_no_single_range_covers(
        self, opened, instance, raw: Path, monkeypatch
    ):
        monkeypatch.setattr("orchestration.partitions.GAP", 0)
        build_stale(opened(), instance)
        for name in ("middle", "north"):
            (raw / name).mkdir()
            (raw / name / "a.txt").write_text(f"{name}：某县新增基站12个。", "utf-8")
        assert build_stale(opened(), instance) == ["middle", "north"]
        assert opened().store.published_facts()["rows"]["documents"] == 4


@pytest.mark.usefixtures("two_collections")
class TestRunsOfTheirOwn:
    """A backfill derives all collections in one run and publishes in another."""

    def execute(self, opened, instance, keys) -> None:
        warehouse = opened()
        order = register(instance, warehouse.plan.parts)
        definitions = build_definitions(lambda: warehouse.settings, {"warehouse": warehouse})
        job = definitions.resolve_job_def(BUILD)
        spans = range_tags(order[0], order[-1]) if keys == PER_PART else {}
        job.execute_in_process(QUIET, instance, asset_selection=keys, tags=spans)

    def test_deriving_alone_publishes_nothing(self, opened, instance):
        self.execute(opened, instance, PER_PART)
        assert materialized(instance, "metrics") == {"east", "west"}
        assert opened().store.published() is None

    def test_publishing_alone_tells_of_every_promise(self, opened, instance):
        self.execute(opened, instance, PER_PART)
        self.execute(opened, instance, WHOLE)
        assert opened().store.published() is not None
        assert evaluation(instance, "metrics", "spans").passed


@pytest.mark.usefixtures("two_collections")
class TestBrokenPromise:
    def test_publishes_nothing(self, opened, instance, monkeypatch):
        break_promise(monkeypatch, "metrics__spans")
        with pytest.raises(dg.Failure, match="Nothing was published"):
            build_stale(opened(), instance)
        assert opened().store.published() is None
        assert instance.get_latest_materialization_event(dg.AssetKey(PUBLISHED)) is None

    def test_is_told_with_its_rows_at_the_table(self, opened, instance, monkeypatch):
        break_promise(monkeypatch, "metrics__spans")
        with pytest.raises(dg.Failure):
            build_stale(opened(), instance)
        told = evaluation(instance, "metrics", "spans")
        assert not told.passed
        rows = told.metadata["first rows"]
        assert isinstance(rows, dg.TableMetadataValue)
        assert rows.records[0].data["metric_id"] == "1-1@0"

    def test_leaves_the_snapshot_before_it_in_place(self, opened, instance, raw, monkeypatch):
        build_stale(opened(), instance)
        before = opened().store.published()
        (raw / "west" / "a.txt").write_text("某市新增基站30个。", "utf-8")
        break_promise(monkeypatch, "metrics__spans")
        with pytest.raises(dg.Failure):
            build_stale(opened(), instance)
        assert opened().store.published() == before
