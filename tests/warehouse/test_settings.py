"""Settings: the option wins over the environment, and a folder that is no use is named."""

from pathlib import Path

import pytest

from warehouse.errors import SettingsError
from warehouse.settings import Settings


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A working directory, and settings in the environment that name folders below it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FANGZHI_RAW", "raw")
    monkeypatch.setenv("FANGZHI_WAREHOUSE", "warehouse")
    monkeypatch.setenv("FANGZHI_EXECUTOR", "local[3]")
    return tmp_path


def test_the_environment_names_what_the_command_does_not(environment: Path):
    expected = Settings(environment / "raw", environment / "warehouse", "local[3]")
    assert Settings.resolve() == expected


def test_the_command_wins_over_the_environment(environment: Path):
    expected = Settings(environment / "a", environment / "b", "local[1]")
    assert Settings.resolve("a", "b", "local[1]") == expected


def test_a_warehouse_that_cannot_be_written_is_named(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")
    settings = Settings(tmp_path, tmp_path / "file" / "warehouse", "local[1]")
    with pytest.raises(
        SettingsError, match=r"file/warehouse cannot be written \(Not a directory\)"
    ):
        settings.require_writable()


def test_asking_whether_a_warehouse_can_be_written_leaves_nothing_in_it(tmp_path: Path):
    Settings(tmp_path, tmp_path / "warehouse", "local[1]").require_writable()
    assert list((tmp_path / "warehouse").iterdir()) == []
