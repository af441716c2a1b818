"""What lies in the raw folder: every file with its identity, grouped by collection.

Contents are read only to compute identities, and only of files whose size, times or inode changed
since the last listing. Reading documents is not done here.
"""

import hashlib
import os
import stat
import sys
import time
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import polars as pl

from warehouse.settings import MEGABYTE

# A file touched within this time before it was hashed may change again unseen: the clock that
# stamps files ticks every few milliseconds (the "racy" entries of git's index).
RACY_NANOSECONDS = 50_000_000

# So many rows of what is known are held at once; their file has row groups of this size.
ROWS_AT_ONCE = 10_000

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
    """The raw folder at one time.

    `known` holds what a later listing need not read again; None if it is what was known before.
    """

    collections: dict[str, list[RawFile]] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    known: pl.DataFrame | None = None


def scan(
    raw: Path,
    known: pl.LazyFrame | None = None,
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
    for location in _walk(os.path.realpath(raw), exclude, listing.skipped):
        file = _identify(raw, location, memory, document_limit)
        listing.collections.setdefault(file.collection, []).append(file)
    listing.known = memory.remembered()
    return listing


class _Memory:
    """Identities of files as they were last time, asked for in the order of their paths."""

    def __init__(self, known: pl.LazyFrame | None) -> None:
        self._known = pl.LazyFrame(schema=KNOWN) if known is None else known
        self._rows = enumerate(_few_at_a_time(self._known))
        self._kept = array("L")  # places of the rows that still hold
        self._learned: list[tuple] = []
        self._place = -1
        self._row: tuple | None = None
        self._advance()

    def _advance(self) -> None:
        self._place, self._row = next(self._rows, (self._place + 1, None))

    def recall(self, path: str, status: os.stat_result) -> str | None:
        """The document_id, if the file is as it was; None also for a path before an earlier one."""
        while self._row and self._row[0] < path:
            self._advance()
        if self._row is None or self._row[:-1] != _signs(path, status):
            return None
        document_id = self._row[-1]
        self._kept.append(self._place)
        self._advance()
        return document_id

    def learn(self, path: str, status: os.stat_result, document_id: str) -> None:
        """Remember a file that was read."""
        self._learned.append((*_signs(path, status), document_id))

    def remembered(self) -> pl.DataFrame | None:
        """What the next listing need not read again; None if all is as it was."""
        if self._row is None and not self._learned and len(self._kept) == self._place:
            return None
        learned = pl.DataFrame(self._learned, schema=KNOWN, orient="row")
        kept = self._known.collect()[list(self._kept)]
        return pl.concat([kept, learned]).sort("path", maintain_order=True)


def _few_at_a_time(known: pl.LazyFrame) -> Iterator[tuple]:
    """The rows in order, without holding all of them at once."""
    for start in count(0, ROWS_AT_ONCE):
        rows = known.slice(start, ROWS_AT_ONCE).collect()
        yield from rows.iter_rows()
        if rows.height < ROWS_AT_ONCE:
            return


def _signs(path: str, status: os.stat_result) -> tuple:
    """What a file cannot change its contents without changing."""
    return (path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def _walk(root: str, exclude: Path | None, skipped: list[Skipped]) -> Iterator[str]:
    """Locations of all that may be documents, in the order of their paths as shown."""
    left_out = os.path.realpath(exclude) if exclude else None
    waiting = _locations(root, "", left_out, skipped)
    while waiting:
        location = waiting.pop()
        if location.endswith("/"):
            waiting += _locations(root, location, left_out, skipped)
        else:
            yield location


def _locations(root: str, folder: str, left_out: str | None, skipped: list[Skipped]) -> list[str]:
    """What a folder holds, last first; folders end in `/`, so that their files sort as paths do."""
    found = []
    with os.scandir(os.path.join(root, folder)) as entries:  # noqa: PTH118 (speed: 100,000 entries)
        for entry in entries:
            reason = _reason_to_skip(root, entry)
            if reason:
                skipped.append(Skipped(_shown(folder + entry.name), reason))
            elif not entry.is_dir(follow_symlinks=False):
                found.append(folder + entry.name)
            elif entry.path != left_out:
                found.append(f"{folder}{entry.name}/")
    return sorted(found, key=lambda location: (_shown(location), location), reverse=True)


def _reason_to_skip(root: str, entry: os.DirEntry) -> str | None:
    if entry.name.startswith("."):
        return "is hidden"
    if not entry.is_symlink():
        return None
    target = os.path.realpath(entry.path)
    if not f"{target}/".startswith(f"{root}/"):
        return "is a link that leaves the raw folder"
    return "is a link to a folder" if entry.is_dir() else None


def _identify(raw: Path, location: str, memory: _Memory, document_limit: int) -> RawFile:
    """The file with its identity, read only if it may have changed since the last listing."""
    path = _shown(location)
    collection = sys.intern(path.rpartition("/")[0] or ".")
    file = f"{raw}/{location}"
    try:
        status = os.stat(file)  # noqa: PTH116 (speed)
        if not stat.S_ISREG(status.st_mode):
            return _unreadable(path, location, collection, "is no regular file")
        document_id = memory.recall(path, status)
        if document_id is None:
            document_id, settled = _hash(raw / location, path)
            if settled:
                memory.learn(path, status, document_id)
    except OSError as failure:
        return _unreadable(path, location, collection, f"cannot be read: {failure.strerror}")
    error = None
    if status.st_size > document_limit:
        size, limit = status.st_size / MEGABYTE, document_limit / MEGABYTE
        error = (
            f"The file has {size:.1f} MB; the limit for one document is {limit:g} MB, so split it."
        )
    return RawFile(path, location, collection, status.st_size, document_id, error)


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
