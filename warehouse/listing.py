"""What lies in the raw folder: every file with its identity, grouped by collection.

Contents are read only to compute identities, and only of files whose size, times or inode changed
since the last listing. Reading documents is not done here.
"""

import hashlib
import os
import stat
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from warehouse.settings import MEGABYTE

# A file touched within this time before it was hashed may change again unseen: the clock that
# stamps files ticks every few milliseconds (the "racy" entries of git's index).
RACY_NANOSECONDS = 50_000_000

KNOWN = pl.Schema(
    {
        "path": pl.String,
        "byte_count": pl.Int64,
        "modified_ns": pl.Int64,
        "changed_ns": pl.Int64,
        "inode": pl.Int64,
        "document_id": pl.String,
    }
)


@dataclass(frozen=True, slots=True)
class RawFile:
    """One raw file: `path` as in `documents`; `location`, relative to the raw root, opens it."""

    path: str
    location: str
    collection: str
    byte_count: int
    document_id: str
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A directory entry that is no document, and why."""

    path: str
    reason: str


@dataclass
class Listing:
    """The raw folder at one time. `known` holds what a later listing need not read again."""

    collections: dict[str, list[RawFile]] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    known: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=KNOWN))


def scan(
    raw: Path,
    known: pl.DataFrame | None = None,
    document_limit: int = 16 * MEGABYTE,
    exclude: Path | None = None,
) -> Listing:
    """List all documents below `raw`, paths sorted by code point.

    `known` is the `known` frame of an earlier listing. `exclude` is a folder that is left out even
    if it lies inside (the warehouse itself). Hidden entries, links that leave the raw folder and
    links to folders are skipped and reported.
    """
    listing = Listing()
    memory = _Memory(known)
    found = _walk(raw, exclude, listing.skipped)
    entries = sorted(found, key=lambda entry: _shown(entry[0]), reverse=True)
    rows: list[tuple] = []
    while entries:
        location, entry = entries.pop()  # let go of it: an entry keeps all that was asked of it
        file, row = _identify(raw, location, entry, memory, document_limit)
        listing.collections.setdefault(file.collection, []).append(file)
        if row:
            rows.append(row)
    listing.known = pl.DataFrame(rows, schema=KNOWN, orient="row")
    return listing


class _Memory:
    """Identities of files as they were last time, asked for in the order of their paths."""

    def __init__(self, known: pl.DataFrame | None) -> None:
        self._rows = iter(()) if known is None else known.iter_rows()
        self._row: tuple | None = next(self._rows, None)

    def recall(self, path: str, status: os.stat_result) -> str | None:
        """The document_id, if the file is as it was; None also for a path before an earlier one."""
        while self._row and self._row[0] < path:
            self._row = next(self._rows, None)
        seen = (path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
        return self._row[-1] if self._row and self._row[:-1] == seen else None


def _walk(
    raw: Path, exclude: Path | None, skipped: list[Skipped]
) -> Iterator[tuple[str, os.DirEntry]]:
    """Every entry that may be a document, with its location relative to `raw`."""
    root = os.path.realpath(raw)
    hidden = os.path.realpath(exclude) if exclude else None
    folders = [""]
    while folders:
        folder = folders.pop()
        with os.scandir(os.path.join(root, folder)) as entries:  # noqa: PTH118 (speed: 100,000 entries)
            for entry in entries:
                location = f"{folder}/{entry.name}" if folder else entry.name
                reason = _reason_to_skip(root, entry)
                if reason:
                    skipped.append(Skipped(_shown(location), reason))
                elif not entry.is_dir(follow_symlinks=False):
                    yield location, entry
                elif entry.path != hidden:
                    folders.append(location)


def _reason_to_skip(root: str, entry: os.DirEntry) -> str | None:
    if entry.name.startswith("."):
        return "is hidden"
    if not entry.is_symlink():
        return None
    target = os.path.realpath(entry.path)
    if not f"{target}/".startswith(f"{root}/"):
        return "is a link that leaves the raw folder"
    return "is a link to a folder" if entry.is_dir() else None


def _identify(
    raw: Path, location: str, entry: os.DirEntry, memory: _Memory, document_limit: int
) -> tuple[RawFile, tuple | None]:
    """The file with its identity, and the row that lets the next listing skip reading it."""
    path = _shown(location)
    collection = sys.intern(path.rpartition("/")[0] or ".")
    try:
        status = entry.stat()
        if not stat.S_ISREG(status.st_mode):
            return _unreadable(path, location, collection, "is no regular file"), None
        document_id = memory.recall(path, status)
        settled = True
        if document_id is None:
            document_id, settled = _hash(raw / location, path)
    except OSError as failure:
        return _unreadable(path, location, collection, f"cannot be read: {failure.strerror}"), None
    error = None
    if status.st_size > document_limit:
        size, limit = status.st_size / MEGABYTE, document_limit / MEGABYTE
        error = (
            f"The file has {size:.1f} MB; the limit for one document is {limit:g} MB, so split it."
        )
    file = RawFile(path, location, collection, status.st_size, document_id, error)
    row = (path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, document_id)
    return file, row if settled else None


def _unreadable(path: str, location: str, collection: str, what: str) -> RawFile:
    identity = hashlib.sha256(path.encode() + b"\0").hexdigest()[:16]
    return RawFile(path, location, collection, 0, identity, f"The file {what}.")


def _hash(file: Path, path: str) -> tuple[str, bool]:
    """The document_id, and whether the file was quiet long enough to trust its times next time."""
    digest = hashlib.sha256(path.encode() + b"\0")
    with file.open("rb") as stream:
        while chunk := stream.read(1 << 20):
            digest.update(chunk)
        status = os.fstat(stream.fileno())
    return digest.hexdigest()[:16], time.time_ns() - status.st_ctime_ns > RACY_NANOSECONDS


def _shown(location: str) -> str:
    """The location as text; bytes that are no UTF-8 are replaced, as Parquet cannot hold them."""
    shown = os.fsencode(location).decode("utf-8", "replace")
    return location if shown == location else shown  # one string a file, not two
