"""A warehouse knows which raw folder it was built from, wherever both are moved."""

from pathlib import Path

import pytest

from warehouse.errors import SettingsError
from warehouse.origin import raw_folder_of, remember_raw_folder, require_same_raw_folder
from warehouse.settings import SAMPLE, Settings


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder that holds `raw` and the `warehouse` built from it."""
    folder = tmp_path / "home"
    (folder / "raw").mkdir(parents=True)
    (folder / "warehouse").mkdir()
    remember_raw_folder(folder / "warehouse", folder / "raw")
    return folder


def test_the_same_folder_by_another_name_is_the_same(home, tmp_path):
    (tmp_path / "link").symlink_to(home / "raw")
    require_same_raw_folder(home / "warehouse", tmp_path / "link")


def test_a_folder_moved_together_with_the_warehouse_is_the_same(home):
    moved = home.rename(home.with_name("elsewhere"))
    assert raw_folder_of(moved / "warehouse") == moved / "raw"
    require_same_raw_folder(moved / "warehouse", moved / "raw")


def test_another_folder_is_refused_by_both_names(home, tmp_path):
    with pytest.raises(SettingsError, match=f"was built from {home / 'raw'}, not from"):
        require_same_raw_folder(home / "warehouse", tmp_path)


def test_without_a_raw_folder_the_one_it_was_built_from_is_meant(home, tmp_path, monkeypatch):
    monkeypatch.delenv("FANGZHI_RAW", raising=False)
    assert Settings.resolve(warehouse=str(home / "warehouse")).raw == home / "raw"
    assert Settings.resolve(warehouse=str(tmp_path / "new")).raw == SAMPLE
