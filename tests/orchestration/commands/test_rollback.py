"""`fangzhi rollback`: the snapshot before, and that it stays."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from orchestration.commands.rollback import rollback
from tests.orchestration.conftest import build_stale


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Runs the command on the warehouse of `opened`."""
    monkeypatch.delenv("DAGSTER_HOME", raising=False)

    def invoke(*options: str) -> Result:
        return CliRunner().invoke(rollback, [*options, "--warehouse", str(tmp_path / "warehouse")])

    return invoke


@pytest.fixture
def twice_built(two_collections: Path, opened, instance) -> list[str]:
    """Names of two snapshots: with two documents, then with three."""
    names = []
    for number in range(2):
        if number:
            (two_collections / "west" / "b.txt").write_text("某市新增基站30个。", "utf-8")
        build_stale(opened(), instance)
        names.append(opened().store.published().name)
    return names


def documents(opened) -> int:
    return opened().store.published_facts()["rows"]["documents"]


def test_readers_see_the_snapshot_before(run, twice_built, opened):
    result = run()
    assert result.exit_code == 0, result.output
    assert documents(opened) == 2


def test_the_next_build_does_not_publish_it_again(run, twice_built, opened, instance):
    run()
    build_stale(opened(), instance)
    assert documents(opened) == 2


def test_a_changed_file_is_published_again(run, twice_built, opened, instance, two_collections):
    run()
    (two_collections / "west" / "c.txt").write_text("某市新增基站31个。", "utf-8")
    build_stale(opened(), instance)
    assert documents(opened) == 4


def test_a_rollback_can_be_taken_back(run, twice_built, opened):
    run()
    run("--to", twice_built[1])
    assert documents(opened) == 3


def test_lists_the_snapshots_and_marks_the_published(run, twice_built):
    lines = run("--list").output.splitlines()
    assert [line[:1] for line in lines] == [" ", "*"]
    assert [line[2:].split()[0] for line in lines] == twice_built


def test_says_so_when_there_is_none_before(run, twice_built):
    run()
    assert "There is no snapshot before" in str(run().exception)
