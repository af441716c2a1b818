"""What readers see is always a whole snapshot, and only one that kept every promise."""

import json
from dataclasses import replace

import duckdb
import polars as pl
import pytest

from models import TABLES
from tests.conftest import rows
from warehouse import build as stages
from warehouse import parquet
from warehouse.errors import BrokenPromiseError, SettingsError
from warehouse.settings import Settings
from warehouse.store import SNAPSHOTS_KEPT, Store


def published(catalog):
    return Store(catalog.parent).published()


def test_nothing_changed_publishes_nothing_and_rewrites_no_file(raw, build_warehouse):
    (raw / "a.txt").write_text("某县新增基站12个。", "utf-8")
    catalog = build_warehouse(raw)
    before = {file: file.stat().st_mtime_ns for file in catalog.parent.rglob("*/*.parquet")}
    snapshot = published(catalog)
    build_warehouse(raw)
    assert published(catalog) == snapshot
    assert {file: file.stat().st_mtime_ns for file in before} == before


def test_an_open_connection_keeps_its_snapshot_and_a_new_one_sees_the_next(raw, build_warehouse):
    (raw / "a.txt").write_text("某县新增基站12个。", "utf-8")
    catalog = build_warehouse(raw)
    with duckdb.connect(catalog, read_only=True) as reader:
        (raw / "b.txt").write_text("某市新增基站30个。", "utf-8")
        build_warehouse(raw)
        assert reader.sql("select count(*) from articles").fetchall() == [(1,)]
    assert rows(catalog, "select count(*) from articles") == [(2,)]


def test_the_last_snapshots_are_kept_and_older_ones_dropped_with_their_parts(raw, build_warehouse):
    for number in range(SNAPSHOTS_KEPT + 2):
        (raw / "a.txt").write_text(f"某县新增基站{number + 10}个。", "utf-8")
        build_warehouse(raw)
    warehouse = build_warehouse(raw).parent
    snapshots = [path for path in (warehouse / "snapshots").iterdir() if path.is_dir()]
    assert len(snapshots) == SNAPSHOTS_KEPT
    assert len(list((warehouse / "parts" / "articles").iterdir())) == SNAPSHOTS_KEPT


def test_a_broken_promise_publishes_nothing_and_names_the_rows(raw, build_warehouse):
    (raw / "a.txt").write_text("某县新增基站12个。", "utf-8")
    catalog = build_warehouse(raw)
    store = Store(catalog.parent)
    before = store.published()
    whole = stages.candidate(store)
    (blocks,) = whole.files["blocks"]
    shifted = parquet.read([blocks], TABLES["blocks"].contract).with_columns(
        pl.col("start_offset") + 1, pl.col("end_offset") + 1
    )
    forged = blocks.with_name("forged.parquet")
    parquet.write(shifted, TABLES["blocks"].contract, forged)
    broken = replace(whole, files={**whole.files, "blocks": [forged]}, fingerprint="0" * 16)
    with pytest.raises(BrokenPromiseError, match=r"every span of blocks.*\n.*基站12个"):
        stages.publish(store, broken)
    assert store.published() == before


def test_a_build_that_died_while_staging_leaves_the_published_snapshot(
    raw, build_warehouse, monkeypatch
):
    (raw / "a.txt").write_text("某县新增基站12个。", "utf-8")
    catalog = build_warehouse(raw)
    (raw / "b.txt").write_text("某市新增基站30个。", "utf-8")

    def die(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(stages, "write_catalog", die)
    with pytest.raises(KeyboardInterrupt):
        build_warehouse(raw)
    assert rows(catalog, "select count(*) from articles") == [(1,)]
    monkeypatch.undo()
    assert rows(build_warehouse(raw), "select count(*) from articles") == [(2,)]


def test_a_second_build_on_one_warehouse_is_turned_away(tmp_path):
    store = Store(tmp_path)
    with (
        store.locked(),
        pytest.raises(SettingsError, match="Another build is running"),
        Store(tmp_path).locked(),
    ):
        pass


def test_tables_of_many_parts_are_published_as_fewer_files_with_the_same_rows(
    raw, build_warehouse, monkeypatch
):
    monkeypatch.setattr("warehouse.store.FILES_AT_MOST", 3)
    for number in range(8):
        (raw / f"collection{number}").mkdir()
        (raw / f"collection{number}" / "a.txt").write_text(f"某县新增基站{number}个。", "utf-8")
    catalog = build_warehouse(raw)
    assert len(list((catalog.resolve().parent / "articles").iterdir())) == 3
    assert rows(catalog, "select count(distinct article_id) from articles") == [(8,)]


def test_a_warehouse_behind_a_link_knows_which_snapshot_is_published(raw, build_warehouse):
    (raw / "a.txt").write_text("某县新增基站12个。", "utf-8")
    warehouse = build_warehouse(raw).parent
    link = warehouse.with_name("link")
    link.symlink_to(warehouse)
    assert Store(link).published() in Store(link).snapshot_folders()


def test_a_snapshot_says_what_it_holds(raw, build_warehouse):
    (raw / "a.txt").write_text("某县新增基站12个。", "utf-8")
    catalog = build_warehouse(raw)
    facts = json.loads((catalog.resolve().parent / "snapshot.json").read_text("utf-8"))
    assert facts["rows"]["documents"] == 1
    assert set(facts["code_versions"]) == {table.name for table in TABLES.values() if table.stored}


def test_the_raw_folder_must_exist(tmp_path):
    settings = Settings(tmp_path / "nowhere", tmp_path / "warehouse", "local[1]")
    with pytest.raises(SettingsError, match="is no folder; name an existing one"):
        stages.plan(settings, Store(tmp_path))
