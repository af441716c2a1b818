"""Clients that are not ours read the published warehouse: BI drivers, and readers of Parquet."""

from pathlib import Path

import _duckdb
import adbc_driver_manager.dbapi
import duckdb
import polars as pl
import pyarrow.dataset
import pyarrow.parquet as pq
import pytest
import sqlalchemy

from models import STORED
from tests.conftest import rows
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


@pytest.mark.parametrize("name", FILES)
def test_readers_of_parquet_agree(sample_catalog: Path, name: str):
    folder = sample_catalog.parent / "current" / name
    pattern = str(folder / "*.parquet")
    with duckdb.connect() as connection:
        shape = connection.execute(f"FROM '{pattern}' LIMIT 0").description
        numeric = [column[0] for column in shape if str(column[1]) in ("INTEGER", "BIGINT")]
        sums = "".join(f", sum({column})::BIGINT" for column in numeric)
        expected = connection.execute(f"SELECT count(*){sums} FROM '{pattern}'").fetchall()[0]
    frame = pl.read_parquet(pattern)
    arrow = pyarrow.dataset.dataset(folder, format="parquet").to_table()
    assert (frame.height, *(frame[c].cast(pl.Int64).sum() or None for c in numeric)) == tuple(
        value or None if place else value for place, value in enumerate(expected)
    )
    assert arrow.num_rows == frame.height
    assert arrow.select(numeric).to_pydict() == frame.select(numeric).to_dict(as_series=False)


@pytest.mark.parametrize("name", FILES)
def test_parquet_files_say_what_they_hold(sample_catalog: Path, name: str):
    for file in (sample_catalog.parent / "current" / name).glob("*.parquet"):
        schema = pq.read_schema(file)
        assert (schema.metadata or {}).get(b"description"), name
        for field in schema:
            assert (field.metadata or {}).get(b"description"), f"{name}.{field.name}"
            assert not pyarrow.types.is_nested(field.type), f"{name}.{field.name}"
