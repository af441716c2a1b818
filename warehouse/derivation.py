"""Derives the tables of one part: the map step that workers run.

A document on which a rule fails is found by halving the part and quarantined with the rule's
error; everything else in the part is derived as if it were not there.
"""

import gc
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from models import TABLES, Contract, Scope
from models.reading.sources import RawFiles, document_id
from warehouse.errors import BrokenPromiseError
from warehouse.listing import RawFile
from warehouse.parts import Part
from warehouse.store import Store, part_key
from warehouse.versions import code_version

PART_TABLES = tuple(t.name for t in TABLES.values() if t.scope is Scope.PART and t.stored)
RAW_FILES = "raw_files"  # what every derivation comes from; no table of ours

GONE = "The file vanished or changed between listing and reading; the next build reads it again."


@dataclass(frozen=True)
class Task:
    """What a worker needs: raw folder, warehouse folder, the part, the tables to derive."""

    raw: Path
    warehouse: Path
    part: Part
    tables: tuple[str, ...]
    # Worked out once, by whoever makes the task, and not again in every worker.
    versions: dict[str, str] = field(
        default_factory=lambda: {table: code_version(table) for table in PART_TABLES}
    )
    set_aside: dict[str, str] = field(default_factory=dict)  # documents known to be deadly, and why

    def key(self, table: str, salt: str = "") -> str:
        """The key of the part's file of that table; a salt tells what the key does not promise."""
        return part_key(table, self.part.digest + salt, self.versions[table])


@dataclass
class Outcome:
    """What became of a part: the key of every table, and figures for people.

    `table_seconds` says what each derivation cost; `failures` why documents were set aside by
    this run rather than by their content (document_id → sentence).
    """

    digest: str
    keys: dict[str, str]
    document_count: int
    byte_count: int
    seconds: float = 0.0
    table_seconds: dict[str, float] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)


def missing_tables(
    store: Store, part: Part, tables: Iterable[str] = PART_TABLES
) -> tuple[str, ...]:
    """Those of `tables` that the store does not hold for this part and today's code."""
    return tuple(table for table in tables if not store.holds(table, part_key(table, part.digest)))


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keeps Python's cycle collector from running.

    A part makes many small objects and no cycles; looking for them beside the gazetteers takes a
    fifth of the time of `mentions`.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@collector_paused()
def derive_part(task: Task) -> Outcome:
    """Derive and store the tables of one part.

    Raises BrokenPromiseError if rows break a contract.
    """
    started = time.perf_counter()
    store = Store(task.warehouse)
    raw_files = RawReader(task.raw, task.part.files)
    bench = Workbench(raw_files, lambda table: _stored(store, task, table))
    tables, salt = task.tables, ""
    frames: dict[str, pl.DataFrame] = {}
    failures = dict(task.set_aside)
    try:
        if not failures:
            frames = {table: bench.frame(table) for table in tables}
    except BrokenPromiseError:
        raise
    except Exception:
        failures = find_failures(raw_files())
    failures |= raw_files.gone
    if failures:
        # Not what the part's key promises, so it goes under another and is tried again next time.
        salt = "".join(sorted(f"{name}{why}" for name, why in failures.items()))
        tables = PART_TABLES
        bench = Workbench(lambda: with_errors(raw_files(), failures))
        frames = {table: bench.frame(table) for table in tables}
    keys = {table: task.key(table, salt) for table in PART_TABLES}
    for table in tables:
        store.write_part(table, keys[table], frames[table])
    return Outcome(
        digest=task.part.digest,
        keys=keys,
        document_count=len(task.part.files),
        byte_count=task.part.byte_count,
        seconds=time.perf_counter() - started,
        table_seconds=bench.seconds,
        failures=failures,
    )


class RawReader:
    """Reads the raw files of a part when first asked.

    `gone` names those that were not found as listed.
    """

    def __init__(self, raw: Path, files: Iterable[RawFile]) -> None:
        self.raw, self.files = raw, tuple(files)
        self.gone: dict[str, str] = {}
        self._frame: pl.DataFrame | None = None

    def __call__(self) -> pl.DataFrame:
        """The frame `raw_files` of models.reading.sources."""
        if self._frame is None:
            rows = [
                (f.document_id, f.path, f.collection, f.byte_count, *self._content(f))
                for f in self.files
            ]
            self._frame = pl.DataFrame(rows, schema=RawFiles.polars_schema(), orient="row")
        return self._frame

    def _content(self, file: RawFile) -> tuple[bytes | None, str | None]:
        if file.error:
            return None, file.error
        try:
            content = (self.raw / file.location).read_bytes()
        except OSError:
            content = None
        if content is None or document_id(file.path, content) != file.document_id:
            self.gone[file.document_id] = GONE
            return None, GONE
        return content, None


class Workbench:
    """The frames of one part, each loaded or derived, and checked, at most once."""

    def __init__(
        self,
        raw_files: Callable[[], pl.DataFrame],
        stored: Callable[[str], pl.DataFrame | None] = lambda _: None,
    ) -> None:
        self._raw_files, self._stored = raw_files, stored
        self._frames: dict[str, pl.DataFrame] = {}
        self.seconds: dict[str, float] = {}

    def frame(self, table: str) -> pl.DataFrame:
        """The rows of `table`; raises BrokenPromiseError, or whatever the derivation raises."""
        if table == RAW_FILES:
            return self._raw_files()
        if table not in self._frames:
            frame = self._stored(table)
            self._frames[table] = self._derive(table) if frame is None else frame
        return self._frames[table]

    def _derive(self, table: str) -> pl.DataFrame:
        parents = {parent: self.frame(parent) for parent in TABLES[table].parents}
        started = time.perf_counter()
        frame = kept_promises(table, TABLES[table].contract, TABLES[table].derive(**parents))
        self.seconds[table] = time.perf_counter() - started
        return frame


def kept_promises(table: str, contract: type[Contract], frame: pl.DataFrame) -> pl.DataFrame:
    """The frame, typed by its contract; raises BrokenPromiseError with the rows at fault."""
    good, failure = contract.filter(frame, cast=True)
    broken = failure.counts()
    if broken:
        promise = max(broken, key=lambda rule: (broken[rule], rule))
        raise BrokenPromiseError.of(table, promise.replace("|", ": "), failure.invalid())
    return good


def find_failures(raw_files: pl.DataFrame) -> dict[str, str]:
    """document_id → sentence for every document on which a derivation fails, found by halving."""
    bench = Workbench(lambda: raw_files)
    try:
        for table in PART_TABLES:
            bench.frame(table)
    except BrokenPromiseError:
        raise
    except Exception as failure:
        if raw_files.height == 1:
            sentence = f"A rule failed on it ({type(failure).__name__}: {failure}); report it."
            return {raw_files.item(0, "document_id"): sentence}
        middle = raw_files.height // 2
        return find_failures(raw_files[:middle]) | find_failures(raw_files[middle:])
    return {}


def with_errors(raw_files: pl.DataFrame, failures: dict[str, str]) -> pl.DataFrame:
    """The raw files, those of `failures` without content and with their sentence as error."""
    failed = pl.col("document_id").is_in(list(failures))
    sentence = pl.col("document_id").replace_strict(failures, default=None, return_dtype=pl.String)
    return raw_files.with_columns(
        content=pl.when(~failed).then("content"), error=pl.coalesce("error", sentence)
    )


def _stored(store: Store, task: Task, table: str) -> pl.DataFrame | None:
    """A table of this part that is there already and is not to be derived anew."""
    if table not in PART_TABLES or table in task.tables or not store.holds(table, task.key(table)):
        return None
    return store.read_parts(table, [task.key(table)]).collect()
