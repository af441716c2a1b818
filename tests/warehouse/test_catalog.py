"""The catalog: complete, commented, and usable wherever the warehouse was moved or copied."""

import os
import shutil
import subprocess
from pathlib import Path

import duckdb
import pytest

from models import STORED
from tests.conftest import rows
from warehouse.sql_files import sql_files
from warehouse.views import views

CALLS = {
    "search": "search('泊位')",
    "quote_metric": "quote_metric('x')",
    "entity_timeline": "entity_timeline('河口市')",
    "compare_places": "compare_places('新增泊位')",
}


@pytest.fixture
def catalog(raw: Path, build_warehouse) -> Path:
    (raw / "a.txt").write_text("河口港去年新增泊位12个。", "utf-8")
    return build_warehouse(raw)


def relations() -> list[str]:
    return [*views(), *(CALLS[macro.name] for macro in sql_files("macros"))]


def test_every_table_and_sql_file_is_a_view_for_readers(catalog: Path):
    found = rows(
        catalog, "SELECT view_name FROM duckdb_views() WHERE schema_name = 'main' AND NOT internal"
    )
    expected = {table.name for table in STORED} | {view.name for view in sql_files("views")}
    assert {name for (name,) in found} == expected


COMMENTS = {
    "views": "SELECT view_name AS name, comment FROM duckdb_views()",
    "columns": "SELECT table_name || '.' || column_name AS name, comment FROM duckdb_columns()",
    "macros": "SELECT function_name AS name, comment FROM duckdb_functions()",
}
OURS = {"views": "", "columns": "", "macros": " AND function_type = 'table_macro'"}


@pytest.mark.parametrize("kind", COMMENTS)
def test_nothing_is_without_a_comment(catalog: Path, kind: str):
    ours = f"{COMMENTS[kind]} WHERE schema_name = 'main' AND NOT internal{OURS[kind]}"
    assert rows(catalog, f"FROM ({ours}) WHERE coalesce(comment, '') = ''") == []
    assert rows(catalog, ours) != []


def test_columns_are_flat_and_of_types_that_every_client_reads(catalog: Path):
    found = rows(
        catalog,
        "SELECT DISTINCT data_type FROM duckdb_columns() WHERE schema_name = 'main' "
        "AND NOT internal",
    )
    flat = {"VARCHAR", "INTEGER", "BIGINT", "DOUBLE", "DATE", "BOOLEAN"}
    assert {kind for (kind,) in found} <= flat


@pytest.mark.parametrize("transport", [shutil.move, shutil.copytree], ids=["moved", "copied"])
def test_it_reads_its_own_files_after_the_folder_was(catalog: Path, tmp_path: Path, transport):
    elsewhere = tmp_path / "elsewhere"
    if transport is shutil.copytree:
        shutil.copytree(catalog.parent, elsewhere, symlinks=True)
        for file in catalog.parent.rglob("*.parquet"):
            file.unlink()
    else:
        transport(catalog.parent, elsewhere)
    assert rows(elsewhere / "fangzhi.duckdb", "SELECT path FROM documents") == [("a.txt",)]


def test_an_attached_catalog_is_told_where_it_lies(catalog: Path, tmp_path: Path):
    moved = shutil.move(catalog.parent, tmp_path / "moved")
    with duckdb.connect() as connection:
        connection.execute(f"SET VARIABLE fangzhi_home = '{moved}'")
        connection.execute(f"ATTACH '{moved}/fangzhi.duckdb' AS w (READ_ONLY)")
        assert connection.execute("SELECT path FROM w.documents").fetchall() == [("a.txt",)]


def test_a_duckdb_1_client_reads_every_view_and_macro(catalog: Path, tmp_path: Path):
    python = os.environ.get("FANGZHI_DUCKDB_1_PYTHON")
    if not python:
        pytest.skip("set FANGZHI_DUCKDB_1_PYTHON to a Python that has DuckDB 1.x")
    moved = Path(shutil.move(catalog.parent, tmp_path / "moved"))
    script = (
        "import duckdb, sys\n"
        "connection = duckdb.connect(sys.argv[1], read_only=True)\n"
        "for relation in sys.argv[2:]:\n"
        "    connection.execute(f'FROM {relation}').fetchall()\n"
        "print(duckdb.__version__)\n"
    )
    ran = subprocess.run(
        [python, "-c", script, str(moved / "fangzhi.duckdb"), *relations()],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("1.")
