"""`fangzhi build` as a person meets it: what it prints and how it ends."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from orchestration.commands.build import build
from warehouse.store import Store


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Runs the command on a warehouse of its own."""
    monkeypatch.delenv("DAGSTER_HOME", raising=False)

    def invoke(raw: Path) -> Result:
        options = ["--warehouse", str(tmp_path / "warehouse"), "--executor", "local[1]"]
        return CliRunner().invoke(build, [str(raw), *options])

    return invoke


@pytest.mark.usefixtures("two_collections")
class TestOutput:
    def test_tells_each_collection_in_a_plain_line(self, run, raw):
        lines = run(raw).stderr.splitlines()
        assert [line.partition(",")[0] for line in lines] == [
            "east: 1 documents",
            "west: 1 documents",
        ]

    def test_ends_in_a_table_of_what_the_warehouse_holds(self, run, raw):
        words = [line.split() for line in run(raw).stdout.splitlines()]
        assert ["documents", "2"] in words
        assert ["quarantined", "0"] in words
        assert ["articles", "2"] in words

    def test_names_a_file_that_cannot_be_read_and_goes_on(self, run, raw):
        (raw / "east" / "bad.txt").write_bytes(b"\x00\xff\xfe\x00" * 40)
        result = run(raw)
        assert result.exit_code == 0
        assert "quarantined: east/bad.txt: " in result.stdout

    def test_reports_what_it_skipped(self, run, raw):
        (raw / ".hidden").write_text("x", "utf-8")
        assert "skipped: .hidden: is hidden" in run(raw).stdout

    def test_says_when_nothing_changed(self, run, raw):
        run(raw)
        assert "Nothing changed since the last build." in run(raw).stdout


@pytest.mark.usefixtures("two_collections")
def test_keeps_its_history_beside_the_warehouse(run, raw, tmp_path):
    run(raw)
    assert (tmp_path / "warehouse" / "dagster" / "dagster.yaml").exists()


@pytest.mark.usefixtures("two_collections")
def test_says_so_when_another_build_holds_the_warehouse(run, raw, tmp_path):
    store = Store(tmp_path / "warehouse")
    store.root.mkdir()
    with store.locked():
        result = run(raw)
    assert "Another build is running" in str(result.exception)
