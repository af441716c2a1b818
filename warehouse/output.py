"""Query results as people and programs read them: a table, plain lines, CSV, JSON, Parquet."""

import csv
import json
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import IO

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

BATCH = 10_000
# A table on a terminal ends here; files hold everything.
ROWS_SHOWN = 1_000
# Below so many characters a column of a table is no longer readable.
COLUMN_AT_LEAST = 10
# Years have four digits.
GROUPED_FROM = 10_000


def write_csv(result: duckdb.DuckDBPyRelation, stream: IO[str]) -> None:
    """Rows under a header line; a null is an empty field."""
    rows = _rows(result)
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(result.columns)
    for row in rows:
        writer.writerow("" if cell is None else plain(cell) for cell in row)


def write_lines(result: duckdb.DuckDBPyRelation, stream: IO[str]) -> None:
    """Tab-separated cells for other programs; tabs and line feeds inside a cell become spaces."""
    rows = _rows(result)
    stream.write("\t".join(result.columns) + "\n")
    for row in rows:
        cells = ("" if cell is None else plain(cell) for cell in row)
        stream.write("\t".join(" ".join(cell.split()) for cell in cells) + "\n")


def write_json(result: duckdb.DuckDBPyRelation, stream: IO[str]) -> None:
    """An array of objects, one object a line."""
    columns = result.columns
    opening = "["
    for row in _rows(result):
        record = dict(zip(columns, row, strict=True))
        stream.write(f"{opening}{json.dumps(record, ensure_ascii=False, default=_in_json)}")
        opening = ",\n "
    stream.write("[]\n" if opening == "[" else "]\n")


def write_parquet(result: duckdb.DuckDBPyRelation, stream: IO[bytes]) -> None:
    """One Parquet file with the result's types."""
    reader = result.to_arrow_reader(BATCH)
    with pq.ParquetWriter(stream, reader.schema, compression="zstd") as writer:
        for batch in reader:
            writer.write_table(pa.Table.from_batches([batch]))


def show_table(result: duckdb.DuckDBPyRelation, console: Console) -> None:
    """An aligned table as wide as the terminal; long text is folded, never cut.

    What has more columns than the terminal has room for is shown row by row, a line a column.
    """
    rows = result.limit(ROWS_SHOWN + 1).fetchall()
    if len(result.columns) * COLUMN_AT_LEAST > console.width and rows:
        _print_records(result.columns, rows[:ROWS_SHOWN], console)
    else:
        _print_table(result, rows[:ROWS_SHOWN], console)
    if len(rows) > ROWS_SHOWN:
        console.print(f"The first {ROWS_SHOWN:,} rows; --out FILE writes them all.", style="dim")
    else:
        console.print(f"{len(rows):,} row{'' if len(rows) == 1 else 's'}", style="dim")


def _print_table(result: duckdb.DuckDBPyRelation, rows: Iterable[tuple], console: Console) -> None:
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name, type_ in zip(result.columns, result.types, strict=True):
        numeric = str(type_) in _NUMERIC or str(type_).startswith("DECIMAL")
        table.add_column(name, justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*map(_shown, row))
    console.print(table)


def _print_records(columns: list[str], rows: Iterable[tuple], console: Console) -> None:
    for number, row in enumerate(rows, start=1):
        record = Table(box=None, show_header=False, show_edge=False, pad_edge=False)
        record.add_column(style="dim", no_wrap=True)
        record.add_column(overflow="fold")
        for name, cell in zip(columns, row, strict=True):
            record.add_row(name, _shown(cell))
        console.rule(f"row {number:,}", align="left", style="dim")
        console.print(record)


def save(result: duckdb.DuckDBPyRelation, format_: str, file: Path) -> None:
    """Write the result to `file` in one of the formats."""
    if format_ == "parquet":
        with file.open("wb") as stream:
            write_parquet(result, stream)
    else:
        with file.open("w", encoding="utf-8", newline="") as stream:
            TEXT_WRITERS[format_](result, stream)


def plain(cell: object) -> str:
    """A cell as text: floats without exponent or idle zeros, dates in ISO form."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return str(cell)


TEXT_WRITERS = {"csv": write_csv, "json": write_json, "plain": write_lines}
_NUMERIC = {"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "FLOAT", "DOUBLE", "UBIGINT"}


def _shown(cell: object) -> str:
    """A cell as the terminal shows it: large numbers grouped, brackets no markup."""
    if cell is None:
        return "[dim]null[/dim]"
    if isinstance(cell, int | float | Decimal) and GROUPED_FROM <= abs(cell) < 1e15:
        return f"{int(cell):,}" if cell == int(cell) else f"{cell:,}"
    return plain(cell).replace("[", "\\[")


def _rows(result: duckdb.DuckDBPyRelation) -> Iterable[tuple]:
    """The rows; a query that fails does so before anything is written."""
    batches = iter(result.to_arrow_reader(BATCH))
    first = next(batches, None)
    return chain.from_iterable(
        zip(*(column.to_pylist() for column in batch.columns), strict=True)
        for batch in chain([first] if first else [], batches)
    )


def _in_json(cell: object) -> object:
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    return cell.isoformat() if isinstance(cell, date | datetime) else str(cell)
