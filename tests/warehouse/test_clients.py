"""Clients that are not ours read the published warehouse: BI drivers, and readers of Parquet."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import _duckdb
import adbc_driver_manager.dbapi
import duckdb
import pandas
import polars as pl
import pyarrow.dataset
import pyarrow.parquet as pq
import pytest
import sqlalchemy

from models import STORED
from tests.conftest import ROOT, rows
from warehouse.views import views

FILES = [table.name for table in STORED] + [name for name, view in views().items() if view.storage]


def test_sqlalchemy_reads_views_with_the_meaning_of_their_columns(sample_catalog: Path):
    url = f"duckdb:///{sample_catalog}"
    engine = sqlalchemy.create_engine(url, connect_args={"read_only": True})
    inspector = sqlalchemy.inspect(engine)
    assert {"metric_facts", "closed_loops", "people"} <= set(inspector.get_view_names())
    columns = inspector.get_columns("metric_facts")
    comments = {column["name"]: column.get("comment") for column in columns}
    assert len(comments) == len(columns)
    assert comments["place_name"] == views()["metric_facts"].columns["place_name"]
    with engine.connect() as connection:
        counted = connection.execute(sqlalchemy.text("SELECT count(*) FROM metric_facts")).scalar()
    engine.dispose()
    assert counted == rows(sample_catalog, "SELECT count(*) FROM metrics")[0][0] > 0


def test_adbc_reads_views_and_comments(sample_catalog: Path):
    library = _duckdb.__file__  # DuckDB's own library is the driver
    options = {"path": str(sample_catalog), "access_mode": "READ_ONLY"}
    with (
        adbc_driver_manager.dbapi.connect(
            driver=library, entrypoint="duckdb_adbc_init", db_kwargs=options
        ) as connection,
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT comment FROM duckdb_views() WHERE view_name = 'closed_loops'")
        (comment,) = cursor.fetchone() or ("",)
        cursor.execute("SELECT count(*) FROM closed_loops")
        (counted,) = cursor.fetchone() or (0,)
    assert comment == views()["closed_loops"].comment
    assert counted > 0


Totals = tuple[int, dict[str, int]]


def whole_columns(folder: Path) -> list[str]:
    """The columns of whole numbers."""
    file = next(folder.glob("*.parquet"))
    return [field.name for field in pq.read_schema(file) if pyarrow.types.is_integer(field.type)]


def by_duckdb(folder: Path) -> Totals:
    columns = whole_columns(folder)
    sums = "".join(f", coalesce(sum({column}), 0)::BIGINT" for column in columns)
    query = f"SELECT count(*){sums} FROM '{folder}/*.parquet'"
    with duckdb.connect() as connection:
        ((count, *values),) = connection.execute(query).fetchall()
    return count, dict(zip(columns, values, strict=True))


def by_polars(folder: Path) -> Totals:
    frame = pl.read_parquet(folder / "*.parquet")
    return frame.height, {name: int(frame[name].sum()) for name in whole_columns(folder)}


def by_pyarrow(folder: Path) -> Totals:
    table = pyarrow.dataset.dataset(folder, format="parquet").to_table()
    columns = {name: table[name].to_pylist() for name in whole_columns(folder)}
    sums = {name: sum(value or 0 for value in values) for name, values in columns.items()}
    return table.num_rows, sums


def by_pandas(folder: Path) -> Totals:
    frame = pandas.read_parquet(folder)
    sums = frame[whole_columns(folder)].sum()
    return len(frame), {str(name): int(value) for name, value in sums.items()}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("read", [by_polars, by_pyarrow, by_pandas])
def test_readers_of_parquet_agree(sample_catalog: Path, name: str, read: Callable[[Path], Totals]):
    folder = sample_catalog.parent / "current" / name
    assert read(folder) == by_duckdb(folder)


def test_a_reader_in_javascript_agrees(sample_catalog: Path):
    script = ROOT / "tests" / "browser" / "read_parquet.mjs"
    node = shutil.which("node")
    if not node or not (script.parent / "node_modules" / "hyparquet").is_dir():
        pytest.skip("no node, or no hyparquet; make test-pages installs it where npm is")
    current = sample_catalog.parent / "current"
    wanted = json.dumps({name: whole_columns(current / name) for name in FILES})
    told = subprocess.run(
        [node, script, current, wanted], check=True, capture_output=True, text=True
    )
    found = {name: tuple(totals) for name, totals in json.loads(told.stdout).items()}
    assert found == {name: by_duckdb(current / name) for name in FILES}


@pytest.mark.parametrize("name", FILES)
def test_parquet_files_say_what_they_hold(sample_catalog: Path, name: str):
    for file in (sample_catalog.parent / "current" / name).glob("*.parquet"):
        schema = pq.read_schema(file)
        assert (schema.metadata or {}).get(b"description"), name
        for field in schema:
            assert (field.metadata or {}).get(b"description"), f"{name}.{field.name}"
            assert not pyarrow.types.is_nested(field.type), f"{name}.{field.name}"
