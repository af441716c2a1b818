"""What a build promises: everything listed is a row, and the same input gives the same bytes."""

import os
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import rows
from warehouse.settings import SAMPLE


def digest_of_tables(catalog: Path) -> dict[str, bytes]:
    snapshot = catalog.resolve().parent
    return {
        str(file.relative_to(snapshot)): file.read_bytes() for file in snapshot.glob("*/*.parquet")
    }


def test_every_raw_file_is_a_document(raw, build_warehouse):
    (raw / "a.txt").write_text("某县新增基站12个。", "utf-8")
    (raw / "county").mkdir()
    (raw / "county" / "b.txt").write_text("某市新增基站30个。", "utf-8")
    found = rows(build_warehouse(raw), "select path, collection from documents order by path")
    assert found == [("a.txt", "."), ("county/b.txt", "county")]


def test_building_the_same_folder_elsewhere_gives_the_same_bytes(raw, build_warehouse):
    for number in range(20):
        (raw / f"{number}.txt").write_text(f"某县去年新增基站{number}个。", "utf-8")
    first = digest_of_tables(build_warehouse(raw, "one"))
    assert first == digest_of_tables(build_warehouse(raw, "two"))


def test_the_order_in_which_the_folder_is_listed_does_not_matter(raw, build_warehouse, monkeypatch):
    for number in range(20):
        (raw / f"{number}.txt").write_text(f"某县去年新增基站{number}个。", "utf-8")
    first = digest_of_tables(build_warehouse(raw, "one"))

    @contextmanager
    def backwards(path):
        with scandir(path) as entries:
            yield sorted(entries, key=lambda entry: entry.name, reverse=True)

    scandir = os.scandir
    monkeypatch.setattr("warehouse.listing.os.scandir", backwards)
    assert first == digest_of_tables(build_warehouse(raw, "two"))


def test_two_processes_give_the_bytes_that_one_gives(build_warehouse, monkeypatch):
    monkeypatch.setattr("warehouse.executors.WORTH_A_POOL", 0)
    one = digest_of_tables(build_warehouse(SAMPLE, "one", "local[1]"))
    assert one == digest_of_tables(build_warehouse(SAMPLE, "two", "local[2]"))


def test_one_edited_file_rederives_its_part_alone(raw, build_warehouse):
    for collection in ("east", "west"):
        (raw / collection).mkdir()
        (raw / collection / "a.txt").write_text(f"{collection}新增基站12个。", "utf-8")
    catalog = build_warehouse(raw)
    before = set((catalog.parent / "parts" / "articles").iterdir())
    (raw / "west" / "a.txt").write_text("西县新增基站13个。", "utf-8")
    build_warehouse(raw)
    assert len(set((catalog.parent / "parts" / "articles").iterdir()) - before) == 1


def test_a_deleted_file_leaves_the_warehouse(raw, build_warehouse):
    for name in ("a.txt", "b.txt"):
        (raw / name).write_text(f"{name}：某县新增基站12个。", "utf-8")
    build_warehouse(raw)
    (raw / "a.txt").unlink()
    assert rows(build_warehouse(raw), "select path from documents") == [("b.txt",)]
