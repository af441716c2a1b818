"""The raw folder watched: what a tick requests, and why it does nothing."""

from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import pytest

from orchestration.partitions import RANGE_END, RANGE_START
from orchestration.schedules import nightly_schedule
from orchestration.sensors import raw_folder_sensor
from tests.orchestration.conftest import build_stale


@pytest.fixture
def tick(opened, instance):
    """One tick of the sensor with a cursor; its partitions are registered as Dagster would."""
    sensor = raw_folder_sensor(lambda: opened().settings)

    def evaluate(cursor: str | None = None) -> dg.SensorResult | dg.SkipReason:
        result = sensor(dg.build_sensor_context(instance, cursor=cursor))
        assert isinstance(result, dg.SensorResult | dg.SkipReason)
        return result

    return evaluate


def reason(result: object) -> str:
    """Why nothing is requested."""
    assert isinstance(result, dg.SkipReason)
    return result.skip_message or ""


def covered(result: dg.SensorResult | dg.SkipReason) -> list[tuple[str, str]]:
    """First and last partition of each requested run."""
    assert isinstance(result, dg.SensorResult)
    assert result.run_requests is not None
    return [(run.tags[RANGE_START], run.tags[RANGE_END]) for run in result.run_requests]


@pytest.mark.usefixtures("two_collections")
class TestRawFolderSensor:
    def test_requests_one_run_for_all_new_collections(self, tick):
        assert covered(tick()) == [("east", "west")]

    def test_says_what_it_saw_of_each_collection(self, tick):
        events = tick().asset_events
        assert {event.partition for event in events} == {"east", "west"}

    def test_does_not_request_twice_what_still_waits(self, tick):
        first = tick()
        second = tick(first.cursor)
        assert "re-execute" in reason(second)

    def test_says_why_it_does_nothing(self, tick, opened, instance):
        build_stale(opened(), instance)
        assert reason(tick()) == "No file was added, changed or removed."

    def test_requests_only_the_collection_of_a_changed_file(self, tick, opened, instance, raw):
        build_stale(opened(), instance)
        (raw / "west" / "a.txt").write_text("某市新增基站30个。", "utf-8")
        assert covered(tick()) == [("west", "west")]

    def test_publishes_without_a_collection_whose_folder_is_gone(
        self, tick, opened, instance, raw: Path
    ):
        build_stale(opened(), instance)
        (raw / "west" / "a.txt").unlink()
        result = tick()
        assert [run.tags for run in result.run_requests] == [{}]
        assert result.dynamic_partitions_requests[0].partition_keys == ["west"]

    def test_says_so_when_the_raw_folder_is_not_there(self, tick, raw: Path):
        raw.rename(raw.with_name("elsewhere"))
        assert "is no folder" in reason(tick())


@pytest.mark.usefixtures("two_collections")
class TestNightly:
    @pytest.fixture
    def history(self) -> Iterator[dg.DagsterInstance]:
        """A history on disk, since a schedule opens it by reference."""
        with dg.instance_for_test() as kept:
            yield kept

    def night(self, opened, history: dg.DagsterInstance):
        schedule = nightly_schedule(lambda: opened().settings)
        return schedule(dg.build_schedule_context(history))

    def test_requests_what_is_stale(self, opened, history):
        requests = self.night(opened, history)
        assert isinstance(requests, list)
        assert [run.tags for run in requests] == [{RANGE_START: "east", RANGE_END: "west"}]

    def test_says_why_it_does_nothing(self, opened, history):
        build_stale(opened(), history)
        expected = "Neither files nor code changed since the last build."
        assert reason(self.night(opened, history)) == expected
