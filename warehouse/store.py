"""The only module that knows where files lie.

<warehouse>/
  build.lock                 held by the one build that may run
  parts/<table>/<key>.parquet  immutable; the key says what it was made from
  collections/<slug>.json    which parts a collection consists of, written when all are there
  raw.json                   which raw folder it is built from (see origin.py)
  listing.parquet            what the last listing of the raw folder need not read again
  snapshots/<id>/<table>/    published files: hard links to parts; and this snapshot's catalog
  current                    link to the published snapshot; replacing it is what publishes
  fangzhi.duckdb             link to current/fangzhi.duckdb
  withheld.json              what was rolled back and must not be published again by itself
"""

import errno
import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import polars as pl

from models import STORED, TABLES, Scope
from warehouse import parquet
from warehouse.errors import SettingsError
from warehouse.listing import ROWS_AT_ONCE
from warehouse.versions import code_version

CATALOG = "fangzhi.duckdb"
SNAPSHOTS_KEPT = 3
# A table of more files than this is merged when published: 200 files cost a query 29 ms, 2,000
# cost 206 ms.
FILES_AT_MOST = 200


@dataclass(frozen=True)
class PartEntry:
    """One part of a collection as derived: the key of each of its tables."""

    digest: str
    document_count: int
    byte_count: int
    keys: dict[str, str]


def part_key(table: str, digest: str, version: str | None = None) -> str:
    """The name of a part's file: what it was made from, and by which code."""
    by = code_version(table) if version is None else version
    return hashlib.sha256(f"{table} {digest} {by}".encode()).hexdigest()[:24]


class Store:
    """The files of one warehouse."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.snapshots = root / "snapshots"
        self.current = root / "current"

    def prepare(self) -> None:
        """Create the folders that a build writes to."""
        for table in STORED:
            (self.root / "parts" / table.name).mkdir(parents=True, exist_ok=True)
        (self.root / "collections").mkdir(exist_ok=True)
        self.snapshots.mkdir(exist_ok=True)

    @contextmanager
    def locked(self, wait: bool = False) -> Iterator[None]:
        """Hold the warehouse for one build.

        If another holds it: waits until that one ends, or raises SettingsError.
        """
        with (self.root / "build.lock").open("a") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as failure:
                raise SettingsError(
                    f"Another build is running on {self.root}; wait until it ends, then try again"
                ) from failure
            yield

    def is_locked(self) -> bool:
        """Whether a build holds the warehouse at this moment."""
        try:
            with self.locked():
                return False
        except SettingsError:
            return True

    # ---- parts -----------------------------------------------------------------------------

    def part(self, table: str, key: str) -> Path:
        """Where the file of that table and key lies, or will."""
        return self.root / "parts" / table / f"{key}.parquet"

    def holds(self, table: str, key: str) -> bool:
        return self.part(table, key).exists()

    def write_part(self, table: str, key: str, frame: pl.DataFrame) -> None:
        """Write a part once; an existing file stays as it is, for its key fixes its content."""
        if not self.holds(table, key):
            definition, path = TABLES[table], self.part(table, key)
            parquet.write(frame, definition.contract, path, definition.row_group)

    def read_parts(self, table: str, keys: Iterable[str]) -> pl.LazyFrame:
        """The rows of those parts, lazily."""
        return parquet.scan([self.part(table, key) for key in keys], TABLES[table].contract)

    # ---- collections -----------------------------------------------------------------------

    def _manifest(self, collection: str) -> Path:
        slug = hashlib.sha256(collection.encode()).hexdigest()[:16]
        return self.root / "collections" / f"{slug}.json"

    def write_collection(self, collection: str, parts: list[PartEntry]) -> None:
        """Record that a collection consists of these parts, all of them derived."""
        content = {"collection": collection, "parts": [asdict(part) for part in parts]}
        _write_text(self._manifest(collection), json.dumps(content, ensure_ascii=False, indent=1))

    def forget_collection(self, collection: str) -> None:
        """Drop a collection whose raw folder is gone."""
        self._manifest(collection).unlink(missing_ok=True)

    def collections(self) -> dict[str, list[PartEntry]]:
        """Every derived collection and its parts, by name in code point order."""
        found = {}
        for file in (self.root / "collections").glob("*.json"):
            content = json.loads(file.read_text("utf-8"))
            found[content["collection"]] = [PartEntry(**part) for part in content["parts"]]
        return dict(sorted(found.items()))

    # ---- listing ---------------------------------------------------------------------------

    def known_files(self) -> pl.LazyFrame | None:
        """What the last listing remembered, if there was one."""
        file = self.root / "listing.parquet"
        return pl.scan_parquet(file) if file.exists() else None

    def remember_files(self, known: pl.DataFrame) -> None:
        beside = self.root / "listing.writing"
        known.write_parquet(beside, row_group_size=ROWS_AT_ONCE)
        beside.replace(self.root / "listing.parquet")

    # ---- snapshots -------------------------------------------------------------------------

    def published(self) -> Path | None:
        """Folder of the published snapshot, if there is one."""
        return self.root / self.current.readlink() if self.current.is_symlink() else None

    def published_facts(self) -> dict:
        """snapshot.json of the published snapshot; empty if nothing is published."""
        folder = self.published()
        return self.facts(folder) if folder else {}

    def facts(self, snapshot: Path) -> dict:
        """snapshot.json of a snapshot; empty if it has none."""
        file = snapshot / "snapshot.json"
        return json.loads(file.read_text("utf-8")) if file.exists() else {}

    def snapshot_folders(self) -> list[Path]:
        """Every whole snapshot, oldest first."""
        folders = (path for path in self.snapshots.iterdir() if path.is_dir())
        return sorted(path for path in folders if not path.name.startswith("."))

    def withheld(self) -> list[str]:
        """Fingerprints of what an operator took back; it is not published again by itself."""
        file = self.root / "withheld.json"
        return json.loads(file.read_text("utf-8")) if file.exists() else []

    def roll_back(self, snapshot: Path) -> None:
        """Publish an older snapshot again, and withhold what it replaces."""
        taken_back = self.published_facts()["fingerprint"]
        wanted = self.facts(snapshot)["fingerprint"]
        withheld = {*self.withheld(), taken_back} - {wanted}
        _write_text(self.root / "withheld.json", json.dumps(sorted(withheld)))
        self.publish(snapshot)

    def history(self) -> list[dict]:
        """snapshot.json of the published snapshot and of those before it that are kept."""
        published = self.published()
        if published is None:
            return []
        seen = [folder for folder in self.snapshot_folders() if folder.name <= published.name]
        return [self.facts(folder) for folder in reversed(seen)]

    def stage(self, snapshot_id: str, files: dict[str, list[Path]], facts: dict) -> Path:
        """Lay out a snapshot folder that no reader knows yet; its files are hard links to parts."""
        folder = self.snapshots / snapshot_id
        if folder.exists():  # left over from a build that died before it published
            shutil.rmtree(folder)
        staging = self.snapshots / f".{snapshot_id}"
        shutil.rmtree(staging, ignore_errors=True)
        for table, paths in files.items():
            (staging / table).mkdir(parents=True)
            for path in paths:
                _share(path, staging / table / path.name)
        _write_text(staging / "snapshot.json", json.dumps(facts, ensure_ascii=False, indent=1))
        staging.rename(folder)
        return folder

    def publish(self, snapshot: Path) -> None:
        """Make a staged snapshot the published one, by a single rename."""
        link = self.root / ".current"
        link.unlink(missing_ok=True)
        link.symlink_to(snapshot.relative_to(self.root))
        link.replace(self.current)
        catalog = self.root / CATALOG
        if not catalog.is_symlink():
            catalog.unlink(missing_ok=True)
            catalog.symlink_to(Path("current") / CATALOG)
        _sync(self.root)

    def clean(self) -> None:
        """Drop snapshots beyond the last few, and parts that neither they nor a collection use."""
        kept = {*self.snapshot_folders()[-SNAPSHOTS_KEPT:], self.published()}
        for folder in self.snapshots.iterdir():
            if folder.is_dir() and folder not in kept:
                shutil.rmtree(folder)
        used = {
            (table, key)
            for parts in self.collections().values()
            for part in parts
            for table, key in part.keys.items()
        }
        for file in (self.root / "parts").glob("*/*"):
            unused = (file.parent.name, file.stem) not in used
            if unused and file.stat().st_nlink == 1:
                file.unlink()


def merged_files(store: Store, table: str, keys: list[str]) -> list[Path]:
    """The files of a table as published: its parts, or fewer files that hold several each."""
    if len(keys) <= FILES_AT_MOST or TABLES[table].scope is not Scope.PART:
        return [store.part(table, key) for key in keys]
    size = -(-len(keys) // FILES_AT_MOST)
    merged = []
    for start in range(0, len(keys), size):
        group = keys[start : start + size]
        key = hashlib.sha256("\n".join(group).encode()).hexdigest()[:24]
        if not store.holds(table, key):
            store.write_part(table, key, store.read_parts(table, group).collect())
        merged.append(store.part(table, key))
    return merged


def _share(path: Path, name: Path) -> None:
    """Give a file a second name, or a copy where the file system knows no hard links."""
    try:
        os.link(path, name)
    except OSError as failure:
        if failure.errno not in (errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK):
            raise
        shutil.copy2(path, name)


def _write_text(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.writing")
    with beside.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(path)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
