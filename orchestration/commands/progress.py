"""What `fangzhi build` tells: a live bar on a terminal, a line a collection elsewhere, a table."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import polars as pl
from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table

from orchestration.resources import OpenWarehouse, Reporter
from warehouse.build import CollectionReport, Plan
from warehouse.derivation import Outcome, missing_tables
from warehouse.settings import MEGABYTE
from warehouse.store import Store

NAMED = 5  # quarantined files and skipped entries that are named one by one


class Lines(Reporter):
    """One plain line a collection."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self.console = console

    def collection_derived(self, report: CollectionReport) -> None:
        line = (
            f"{report.collection}: {report.document_count:,} documents, "
            f"{report.derived_count} of {report.part_count} parts derived, {report.seconds:.1f} s"
        )
        self.console.print(line, markup=False, highlight=False, soft_wrap=True)


class Bar(Reporter):
    """A bar that moves with every part, by bytes of raw files."""

    def __init__(self, progress: Progress, byte_count: int) -> None:
        super().__init__()
        self.progress = progress
        self.task = progress.add_task("deriving", total=byte_count, documents=0)
        self.documents = 0

    def part_derived(self, outcome: Outcome) -> None:
        self.documents += outcome.document_count
        self.progress.update(self.task, advance=outcome.byte_count, documents=self.documents)

    def collection_derived(self, report: CollectionReport) -> None:
        self.progress.update(self.task, description=report.collection)


@contextmanager
def reporter_for(plan: Plan, stale: Sequence[str], store: Store) -> Iterator[Reporter]:
    """What tells of the derivation of these collections on standard error."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield Lines(console)
        return
    todo = [part for name in stale for part in plan.parts[name] if missing_tables(store, part)]
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.fields[documents]:,} documents"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        yield Bar(progress, sum(part.byte_count for part in todo) or 1)


def summary(
    warehouse: OpenWarehouse, stale: Sequence[str], seconds: float, before: Path | None
) -> None:
    """The table of what the warehouse now holds, and the files that it could not read.

    `before` is the snapshot that was published when the build began.
    """
    console = Console()
    facts = warehouse.store.published_facts()
    quarantined = _quarantined(warehouse)
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column(style="bold")
    table.add_column(justify="right")
    figures = {
        "documents": f"{facts['rows']['documents']:,}",
        "quarantined": f"{quarantined.height:,}",
        **{name: f"{facts['rows'][name]:,}" for name in ("articles", "entities", "metrics")},
        "collections derived": f"{len(stale)} of {len(warehouse.plan.parts)}",
        "seconds": f"{seconds:.1f}",
        **_speed(warehouse.reporter),
        "skipped": f"{len(warehouse.plan.listing.skipped):,}",
    }
    for name, figure in figures.items():
        table.add_row(name, figure)
    console.print(table)
    _name(console, "quarantined", list(quarantined.iter_rows()))
    _name(console, "skipped", [(s.path, s.reason) for s in warehouse.plan.listing.skipped])
    if warehouse.store.published() == before:
        console.print("Nothing changed since the last build.")


def _speed(reporter: Reporter) -> dict[str, str]:
    """How fast parts were derived; left out where they are so few that starting up took longer."""
    if reporter.byte_count < MEGABYTE:
        return {}
    return {"MB/s derived": f"{reporter.byte_count / MEGABYTE / reporter.seconds:.2f}"}


def _quarantined(warehouse: OpenWarehouse) -> pl.DataFrame:
    """Path and sentence of every file that could not be read, as published."""
    published = warehouse.store.published()
    files = sorted(published.glob("documents/*.parquet")) if published else []
    if not files:
        return pl.DataFrame(schema={"path": pl.String, "error": pl.String})
    return (
        pl.scan_parquet(files)
        .filter(pl.col("status") == "quarantined")
        .select("path", "error")
        .sort("path")
        .collect()
    )


def _name(console: Console, what: str, entries: Sequence[tuple[str, str]]) -> None:
    for path, why in entries[:NAMED]:
        console.print(f"{what}: {path}: {why}", markup=False, highlight=False, soft_wrap=True)
    if len(entries) > NAMED:
        console.print(f"… and {len(entries) - NAMED} more {what}")
