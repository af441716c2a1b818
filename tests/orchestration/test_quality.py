"""Checks on amounts: what counts as a loss, and which loss stops a publication."""

import polars as pl
import pytest

from orchestration.limits import Limits
from orchestration.quality import blocking, losses, require_volume
from tests.orchestration.conftest import build_stale
from warehouse.errors import BrokenPromiseError, SettingsError

LIMITS = Limits(loss_warns=0.1, loss_blocks=0.5, loss_rows=100)


def rows(**counts: int) -> pl.DataFrame:
    return pl.DataFrame(
        {"collection": list(counts), "rows": list(counts.values())},
        schema={"collection": pl.String, "rows": pl.UInt32},
    )


@pytest.mark.parametrize(
    ("before", "after", "lost", "stopping"),
    [
        ({"a": 10}, {"a": 10}, [], []),
        ({"a": 10}, {"a": 12, "b": 1}, [], []),
        ({"a": 10}, {"a": 9}, ["a"], []),
        ({"a": 10}, {}, ["a"], []),
        ({"a": 1000}, {"a": 400}, ["a"], ["a"]),
        ({"a": 1000, "b": 10}, {"a": 600, "b": 1}, ["b", "a"], []),
        ({}, {"a": 5}, [], []),
    ],
)
def test_losses(before, after, lost, stopping):
    found = losses(rows(**before), rows(**after))
    assert found["collection"].to_list() == lost
    assert blocking(found, LIMITS)["collection"].to_list() == stopping


def test_a_large_loss_is_a_broken_promise_that_names_the_collection():
    lost = losses(rows(county=1000), rows(county=100))
    with pytest.raises(BrokenPromiseError, match="collection=county, before=1000, after=100"):
        require_volume(lost, LIMITS)


def test_limits_come_from_the_environment(monkeypatch):
    monkeypatch.setenv("FANGZHI_LOSS_WARNS", "0.3")
    assert Limits.resolve() == Limits(loss_warns=0.3)


@pytest.mark.parametrize("text", ["a third", "nan", "-0.1"])
def test_a_limit_that_would_limit_nothing_is_refused(monkeypatch, text):
    monkeypatch.setenv("FANGZHI_LOSS_WARNS", text)
    with pytest.raises(SettingsError, match=f"FANGZHI_LOSS_WARNS is '{text}'"):
        Limits.resolve()


@pytest.mark.usefixtures("two_collections")
class TestPublication:
    @pytest.fixture(autouse=True)
    def _strict(self, monkeypatch):
        monkeypatch.setenv("FANGZHI_LOSS_ROWS", "1")

    def lose_west(self, opened, instance, raw, accept_loss: bool) -> int:
        """Documents that readers see after a build without the collection."""
        build_stale(opened(), instance)
        (raw / "west" / "a.txt").unlink()
        build_stale(opened(), instance, accept_loss)
        return opened().store.published_facts()["rows"]["documents"]

    def test_stops_at_a_large_loss(self, opened, instance, raw):
        with pytest.raises(Exception, match="lost a large share"):
            self.lose_west(opened, instance, raw, accept_loss=False)
        assert opened().store.published_facts()["rows"]["documents"] == 2

    def test_goes_on_if_the_operator_accepts_it(self, opened, instance, raw):
        assert self.lose_west(opened, instance, raw, accept_loss=True) == 1
