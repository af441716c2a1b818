"""Cuts a collection into parts by content, so that one changed file alters one part.

A boundary stands after a document whose hash falls under a threshold that grows with its size:
parts hold about `DOCUMENTS` documents or `BYTES` bytes, whichever comes first. A stretch that
would exceed twice that is cut after its document with the smallest hash, again by content, so that
neither cut moves when a file is added elsewhere.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from warehouse.listing import RawFile

DOCUMENTS = 2_000
BYTES = 16_000_000
_SPACE = 1 << 64  # a document_id is a number below this


@dataclass(frozen=True)
class Part:
    """Consecutive documents of one collection; `digest` identifies them and their order."""

    collection: str
    files: tuple[RawFile, ...]
    digest: str

    @property
    def byte_count(self) -> int:
        return sum(file.byte_count for file in self.files)


def cut(collection: str, files: Sequence[RawFile]) -> list[Part]:
    """The parts of a collection whose files are sorted by path."""
    return [part_of(collection, run) for stretch in _stretches(files) for run in _halve(stretch)]


def part_of(collection: str, files: Sequence[RawFile]) -> Part:
    """The part that consists of these files in this order."""
    identities = "\n".join(f"{file.document_id} {file.error or ''}" for file in files)
    return Part(collection, tuple(files), hashlib.sha256(identities.encode()).hexdigest())


def _stretches(files: Sequence[RawFile]) -> Iterator[list[RawFile]]:
    stretch: list[RawFile] = []
    for file in files:
        stretch.append(file)
        share = max(1 / DOCUMENTS, file.byte_count / BYTES)
        if _position(file) < min(share, 1.0) * _SPACE:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _position(file: RawFile) -> int:
    """A number that the content decides, the same wherever the file stands."""
    return int.from_bytes(hashlib.sha256(file.document_id.encode()).digest()[:8])


def _halve(stretch: list[RawFile]) -> Iterator[list[RawFile]]:
    small = (
        len(stretch) <= 2 * DOCUMENTS
        and sum(min(file.byte_count, BYTES) for file in stretch) <= 2 * BYTES
    )
    if small or len(stretch) == 1:
        yield stretch
        return
    lowest = min(range(len(stretch) - 1), key=lambda index: _position(stretch[index]))
    yield from _halve(stretch[: lowest + 1])
    yield from _halve(stretch[lowest + 1 :])
