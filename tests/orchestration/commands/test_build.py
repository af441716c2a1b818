"""`fangzhi build` as a person meets it: what it prints and how it ends."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from orchestration.commands.build import build
from tests.conftest import rows
from warehouse.errors import SettingsError
from warehouse.store import Store


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Runs the command on a warehouse of its own."""
    monkeypatch.delenv("DAGSTER_HOME", raising=False)

    def invoke(raw: Path, *more: str) -> Result:
        options = ["--warehouse", str(tmp_path / "warehouse"), "--executor", "local[1]"]
        return CliRunner().invoke(build, [str(raw), *options, *more])

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

    def test_says_when_nothing_changed_and_only_then(self, run, raw, monkeypatch):
        unchanged = "Nothing changed since the last build."
        assert unchanged not in run(raw).stdout
        assert unchanged in run(raw).stdout
        monkeypatch.setattr("warehouse.build.catalog_version", lambda: "another")
        assert unchanged not in run(raw).stdout

    def test_names_no_speed_where_starting_up_took_longer_than_reading(self, run, raw):
        assert "MB/s" not in run(raw).stdout


def test_an_empty_folder_gives_an_empty_warehouse(run, raw, tmp_path):
    result = run(raw)
    assert result.exit_code == 0, result.exception
    assert ["documents", "0"] in [line.split() for line in result.stdout.splitlines()]
    catalog = tmp_path / "warehouse" / "fangzhi.duckdb"
    assert rows(catalog, "select count(*) from metric_facts") == [(0,)]


@pytest.mark.usefixtures("two_collections")
def test_refuses_an_unknown_executor_also_when_nothing_is_to_do(run, raw):
    run(raw)
    result = run(raw, "--executor", "local[0]")
    assert isinstance(result.exception, SettingsError)


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


@pytest.mark.usefixtures("two_collections")
class TestAnotherRawFolder:
    @pytest.fixture
    def other(self, tmp_path: Path) -> Path:
        """A raw folder that the warehouse was not built from."""
        folder = tmp_path / "other"
        folder.mkdir()
        (folder / "b.txt").write_text("某县新增基站12个。", "utf-8")
        return folder

    def test_is_refused_with_what_to_do_and_nothing_is_lost(self, run, raw, other, tmp_path):
        run(raw)
        result = run(other)
        assert "--accept-raw" in str(result.exception)
        assert list(Store(tmp_path / "warehouse").collections()) == ["east", "west"]

    def test_is_taken_when_it_was_meant(self, run, raw, other, tmp_path):
        run(raw)
        assert run(other, "--accept-raw").exit_code == 0
        assert list(Store(tmp_path / "warehouse").collections()) == ["."]
