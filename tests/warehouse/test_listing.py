"""The listing names every document once and reads again only what may have changed."""

import os
from pathlib import Path

import pytest

from models.reading.sources import document_id
from warehouse.listing import scan


def paths(raw: Path, **options) -> list[str]:
    return [file.path for files in scan(raw, **options).collections.values() for file in files]


def test_a_document_is_identified_by_path_and_bytes(raw):
    (raw / "a.txt").write_bytes(b"same")
    (raw / "b.txt").write_bytes(b"same")
    first, second = scan(raw).collections["."]
    assert first.document_id == document_id("a.txt", b"same")
    assert first.document_id != second.document_id


def test_paths_are_sorted_by_code_point_whatever_the_folder_says(raw):
    for name in ("乙.txt", "a.txt", "甲.txt", "B.txt"):
        (raw / name).write_text("文", "utf-8")
    assert paths(raw) == sorted(["乙.txt", "a.txt", "甲.txt", "B.txt"])


def test_hidden_files_and_links_out_of_the_folder_are_skipped_and_reported(raw, tmp_path):
    (tmp_path / "outside.txt").write_text("外", "utf-8")
    (raw / ".DS_Store").write_bytes(b"\0")
    (raw / "inside.txt").write_text("内", "utf-8")
    (raw / "out.txt").symlink_to(tmp_path / "outside.txt")
    (raw / "in.txt").symlink_to(raw / "inside.txt")
    (raw / "loop").symlink_to(raw)
    (raw / "dangling.txt").symlink_to(tmp_path / "nowhere.txt")
    listing = scan(raw)
    assert [file.path for file in listing.collections["."]] == ["in.txt", "inside.txt"]
    assert {entry.path: entry.reason for entry in listing.skipped} == {
        ".DS_Store": "is hidden",
        "out.txt": "is a link that leaves the raw folder",
        "loop": "is a link to a folder",
        "dangling.txt": "is a link that leaves the raw folder",
    }


def test_a_pipe_is_quarantined_and_never_opened(raw):
    os.mkfifo(raw / "pipe")
    (file,) = scan(raw).collections["."]
    assert file.error == "The file is no regular file."


def test_a_name_that_is_no_text_is_listed_with_replacement_characters(raw):
    (raw / os.fsdecode(b"\xff.txt")).write_text("文", "utf-8")
    (file,) = scan(raw).collections["."]
    assert file.path == "\N{REPLACEMENT CHARACTER}.txt"
    assert (raw / file.location).read_text("utf-8") == "文"


def test_a_file_over_the_limit_says_how_large_it_may_be(raw):
    (raw / "big.txt").write_bytes(b"x" * 2_000_000)
    (file,) = scan(raw, document_limit=1_000_000).collections["."]
    assert file.error == "The file has 2.0 MB; the limit for one document is 1 MB, so split it."


def test_the_warehouse_inside_the_raw_folder_is_left_out(raw):
    (raw / "a.txt").write_text("文", "utf-8")
    (raw / "warehouse").mkdir()
    (raw / "warehouse" / "part.parquet").write_bytes(b"PAR1")
    assert paths(raw, exclude=raw / "warehouse") == ["a.txt"]


@pytest.mark.parametrize("changed", [True, False])
def test_contents_are_read_again_exactly_when_the_file_may_have_changed(raw, monkeypatch, changed):
    monkeypatch.setattr("warehouse.listing.RACY_NANOSECONDS", -1)  # as if hashed long after writing
    (raw / "a.txt").write_text("旧", "utf-8")
    known = scan(raw).known
    assert known is not None
    if changed:
        (raw / "a.txt").write_text("新", "utf-8")
    read = []

    def note(file: Path, path: str) -> tuple[str, bool]:
        read.append((file.name, path))
        return "0" * 16, True

    monkeypatch.setattr("warehouse.listing._hash", note)
    scan(raw, known.lazy())
    assert read == ([("a.txt", "a.txt")] if changed else [])


def test_a_file_touched_just_before_it_was_hashed_is_not_trusted(raw, monkeypatch):
    monkeypatch.setattr("warehouse.listing.RACY_NANOSECONDS", 10**15)
    (raw / "a.txt").write_text("文", "utf-8")
    assert scan(raw).known is None


def test_what_is_known_is_written_again_only_when_a_file_changed(raw, monkeypatch):
    monkeypatch.setattr("warehouse.listing.RACY_NANOSECONDS", -1)
    for name in ("a.txt", "b.txt", "c.txt"):
        (raw / name).write_text("文", "utf-8")
    first = scan(raw).known
    assert first is not None
    assert scan(raw, first.lazy()).known is None
    (raw / "b.txt").unlink()
    second = scan(raw, first.lazy()).known
    assert second is not None
    assert second["path"].to_list() == ["a.txt", "c.txt"]


def test_what_is_known_is_read_piece_by_piece(raw, monkeypatch):
    monkeypatch.setattr("warehouse.listing.RACY_NANOSECONDS", -1)
    monkeypatch.setattr("warehouse.listing.ROWS_AT_ONCE", 2)
    for number in range(5):
        (raw / f"{number}.txt").write_text("文", "utf-8")
    known = scan(raw).known
    assert known is not None
    assert scan(raw, known.lazy()).known is None


def test_folders_and_files_come_in_the_order_of_their_paths(raw):
    wanted = ["a-b/x.txt", "a/b/x.txt", "a/x.txt", "a.txt"]
    for path in wanted:
        (raw / path).parent.mkdir(parents=True, exist_ok=True)
        (raw / path).write_text("文", "utf-8")
    memory = scan(raw).known
    found = scan(raw, None if memory is None else memory.lazy()).collections
    assert list(found) == ["a-b", ".", "a/b", "a"]
