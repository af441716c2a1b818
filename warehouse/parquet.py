"""Frames to Parquet and back: deterministic bytes, contract types, descriptions in the metadata."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from models import ROW_GROUP, Contract

# 16 MiB pages halve the column of body texts against the default of 1 MiB (measured on news text).
PAGE_BYTES = 16 << 20
# No query asks for the smallest and largest of these, and with small row groups they would swell
# the footer: 9 ms at each query against 1 ms for the texts of 74,545 articles.
LONG_TEXTS = {"text", "sentence"}
OPTIONS: dict[str, Any] = {
    "compression": "zstd",
    "compression_level": 3,
    "data_page_size": PAGE_BYTES,
}

_ARROW: dict[type[pl.DataType], pa.DataType] = {
    pl.String: pa.string(),
    pl.Enum: pa.string(),
    pl.Int32: pa.int32(),
    pl.Int64: pa.int64(),
    pl.Float64: pa.float64(),
    pl.Date: pa.date32(),
    pl.Boolean: pa.bool_(),
}


def arrow_schema(contract: type[Contract]) -> pa.Schema:
    """Flat Arrow types of a contract; each field and the table carry their descriptions."""
    fields = [
        pa.field(name, _ARROW[dtype.base_type()], metadata={"description": description})
        for (name, dtype), description in zip(
            contract.polars_schema().items(), contract.descriptions().values(), strict=True
        )
    ]
    return pa.schema(fields, metadata={"description": contract.grain()})


def write(
    frame: pl.DataFrame, contract: type[Contract], path: Path, row_group: int = ROW_GROUP
) -> None:
    """Write `frame` to `path` in one step: no reader ever sees half a file, also after a crash."""
    enums = [name for name, dtype in frame.schema.items() if dtype.base_type() == pl.Enum]
    plain = frame.with_columns(pl.col(enums).cast(pl.String)) if enums else frame
    table = plain.select(contract.column_names()).to_arrow().cast(arrow_schema(contract))
    with _written_beside(path) as stream:
        pq.write_table(table, stream, row_group_size=row_group, **OPTIONS)


def write_batches(
    batches: pa.RecordBatchReader,
    description: str,
    descriptions: dict[str, str],
    path: Path,
    row_group: int = ROW_GROUP,
) -> None:
    """Write a stream of rows to `path` in one step, in groups of exactly `row_group` rows."""
    fields = [
        field.with_metadata({"description": descriptions[field.name]}) for field in batches.schema
    ]
    schema = pa.schema(fields, metadata={"description": description})
    options: dict[str, Any] = OPTIONS | {
        "write_statistics": [n for n in schema.names if n not in LONG_TEXTS]
    }
    with _written_beside(path) as stream, pq.ParquetWriter(stream, schema, **options) as writer:
        waiting = schema.empty_table()
        for batch in batches:
            waiting = pa.concat_tables([waiting, pa.Table.from_batches([batch]).cast(schema)])
            whole = waiting.num_rows // row_group * row_group
            if whole:
                writer.write_table(waiting.slice(0, whole), row_group)
                waiting = waiting.slice(whole)
        writer.write_table(waiting, row_group)


@contextmanager
def _written_beside(path: Path) -> Iterator[BinaryIO]:
    """A stream whose content takes the place of `path` when it is whole and on disk."""
    # A glob for *.parquet must not find it before that.
    beside = path.with_name(f"{path.name}.{os.getpid()}.writing")
    with beside.open("wb") as stream:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(path)


def read(paths: Sequence[Path], contract: type[Contract]) -> pl.DataFrame:
    """The rows of several files, typed by the contract."""
    return scan(paths, contract).collect()


def scan(paths: Sequence[Path], contract: type[Contract]) -> pl.LazyFrame:
    """The rows of several files, lazily; no files give no rows."""
    schema = contract.polars_schema()
    if not paths:
        return pl.LazyFrame(schema=schema)
    return pl.scan_parquet(list(paths)).select(
        pl.col(name).cast(dtype) for name, dtype in schema.items()
    )


def row_count(path: Path) -> int:
    """Rows of one file, from its footer."""
    return pq.read_metadata(path).num_rows
