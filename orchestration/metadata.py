"""What an asset page shows of a table: rows, bytes, seconds, null shares, and rows to look at.

Counts come from the footers of the Parquet files, so that a table of any size costs the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import dagster as dg
import polars as pl
import pyarrow.parquet as pq

from warehouse.build import CollectionReport, Publication
from warehouse.settings import MEGABYTE

SAMPLE_ROWS = 5
CELL = 120  # characters of a text shown in a table of rows

Metadata = dict[str, dg.MetadataValue]


@dataclass
class Extent:
    """How much a table holds: rows, bytes on disk, and nulls of each column."""

    rows: int
    bytes: int
    nulls: dict[str, int]


def extent(files: Iterable[Path]) -> Extent:
    """Sums over the files, from their footers alone."""
    total = Extent(0, 0, {})
    for file in files:
        footer = pq.read_metadata(file)
        total.rows += footer.num_rows
        total.bytes += file.stat().st_size
        for group in range(footer.num_row_groups):
            for place in range(footer.num_columns):
                column = footer.row_group(group).column(place)
                nulls = column.statistics.null_count if column.is_stats_set else 0
                name = column.path_in_schema
                total.nulls[name] = total.nulls.get(name, 0) + nulls
    return total


def table_page(files: Sequence[Path]) -> Metadata:
    """Rows, bytes, null shares and a few rows of a table."""
    held = extent(files)
    return {
        "dagster/row_count": dg.MetadataValue.int(held.rows),
        "bytes": dg.MetadataValue.int(held.bytes),
        "nulls": _null_shares(held),
        "sample": table_metadata(_first_rows(files)),
    }


def whole_page(files: Sequence[Path], published: int) -> Metadata:
    """Rows of a table over all collections, and how many more than the last snapshot holds."""
    rows = sum(pq.read_metadata(file).num_rows for file in files)
    return {
        "dagster/row_count": dg.MetadataValue.int(rows),
        "rows since the last snapshot": dg.MetadataValue.text(f"{rows - published:+,}"),
    }


def _null_shares(held: Extent) -> dg.MetadataValue:
    shares = {name: nulls / held.rows for name, nulls in held.nulls.items() if nulls and held.rows}
    return dg.MetadataValue.md(
        "\n".join(f"- {name}: {share:.1%}" for name, share in shares.items()) or "no nulls"
    )


def _first_rows(files: Sequence[Path]) -> pl.DataFrame:
    for file in files:
        rows = pl.read_parquet(file, n_rows=SAMPLE_ROWS)
        if rows.height:
            return rows
    return pl.DataFrame()


def table_metadata(rows: pl.DataFrame) -> dg.MetadataValue:
    """Rows as a table; long texts are cut."""
    shown = rows.select(pl.all().cast(pl.String).str.slice(0, CELL)).fill_null("")
    columns = [dg.TableColumn(name, str(dtype)) for name, dtype in rows.schema.items()]
    return dg.MetadataValue.table(
        [dg.TableRecord(row) for row in shown.iter_rows(named=True)], dg.TableSchema(columns)
    )


def collection_page(table: str, files: Sequence[Path], report: CollectionReport) -> Metadata:
    """What one collection contributes to a table, and what deriving it took."""
    page = table_page(files)
    return {
        "dagster/partition_row_count": page.pop("dagster/row_count"),
        "documents": dg.MetadataValue.int(report.document_count),
        "raw bytes": dg.MetadataValue.int(report.byte_count),
        "parts": dg.MetadataValue.int(report.part_count),
        "parts derived": dg.MetadataValue.int(report.derived_count),
        **_speed(report, report.table_seconds.get(table, 0.0)),
        **page,
    }


def _speed(report: CollectionReport, seconds: float) -> Metadata:
    """What deriving the table took, and how fast it read; nothing if it was derived before."""
    if not seconds:
        return {}
    speed = report.derived_bytes / MEGABYTE / seconds
    return {
        "seconds": dg.MetadataValue.float(round(seconds, 3)),
        "MB/s": dg.MetadataValue.float(round(speed, 2)),
    }


def publication_page(
    publication: Publication, rows: Mapping[str, int], before: Mapping[str, int]
) -> Metadata:
    """Which snapshot readers see now, how many rows each table holds, and how many it held."""
    records = [
        dg.TableRecord({"table": name, "rows": n, "change": f"{n - before.get(name, 0):+,}"})
        for name, n in rows.items()
    ]
    return {
        "snapshot": dg.MetadataValue.path(str(publication.snapshot)),
        "changed": dg.MetadataValue.bool(publication.changed),
        "rows": dg.MetadataValue.table(records),
    }
