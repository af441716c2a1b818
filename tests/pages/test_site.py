"""A site is written where something changed, and nothing that is not its own is touched."""

from pathlib import Path

import pytest

from warehouse.errors import SettingsError
from warehouse.pages.site import Site


def write(root: Path, pages: dict[str, str], made_by: str = "code 1") -> tuple[int, int]:
    """Writes a site of these pages; returns how many were written and how many removed."""
    site = Site(root, made_by)
    for path, text in pages.items():
        site.write(path, text, lambda text=text: text)
    tally = site.finish("source")
    return tally.written, tally.removed


@pytest.mark.parametrize(
    ("pages", "made_by", "expected"),
    [
        pytest.param({"a.html": "甲", "b/c.html": "乙"}, "code 1", (0, 0), id="the same"),
        pytest.param({"a.html": "新", "b/c.html": "乙"}, "code 1", (1, 0), id="one changed"),
        pytest.param({"a.html": "甲"}, "code 1", (0, 1), id="one unwanted"),
        pytest.param({"a.html": "甲", "b/c.html": "乙"}, "code 2", (2, 0), id="other code"),
    ],
)
def test_only_what_changed_is_written_again(tmp_path, pages, made_by, expected):
    assert write(tmp_path, {"a.html": "甲", "b/c.html": "乙"}) == (2, 0)
    assert write(tmp_path, pages, made_by) == expected
    found = {str(p.relative_to(tmp_path)): p.read_text() for p in tmp_path.rglob("*.html")}
    assert found == pages


def test_a_file_that_went_missing_is_written_again(tmp_path):
    write(tmp_path, {"a.html": "甲"})
    (tmp_path / "a.html").unlink()
    assert not Site(tmp_path, "code 1").is_made_from("source")
    assert write(tmp_path, {"a.html": "甲"}) == (1, 0)


def test_a_site_knows_whether_it_was_made_from_the_same_source(tmp_path):
    write(tmp_path, {"a.html": "甲"})
    assert Site(tmp_path, "code 1").is_made_from("source")
    assert not Site(tmp_path, "code 1").is_made_from("other source")
    assert not Site(tmp_path, "code 2").is_made_from("source")


def test_a_folder_with_other_files_is_refused(tmp_path):
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(SettingsError, match="holds other files"):
        Site(tmp_path, "code 1")


def test_a_run_that_was_cut_short_can_be_repeated(tmp_path):
    Site(tmp_path, "code 1").write("a.html", "甲", lambda: "甲")
    assert write(tmp_path, {"a.html": "甲"}) == (1, 0)


def test_files_that_others_put_there_later_stay(tmp_path):
    write(tmp_path, {"a.html": "甲"})
    (tmp_path / "letter.txt").write_text("mine")
    write(tmp_path, {"b.html": "乙"})
    assert (tmp_path / "letter.txt").exists()
    assert not (tmp_path / "a.html").exists()
