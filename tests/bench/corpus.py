"""Text to measure on: raw files as the reading stage gets them."""

import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

import polars as pl

from models.reading.sources import RawFiles, document_id
from tests.conftest import ROOT, SHARED


@dataclass(frozen=True)
class Corpus:
    """Raw files, how much UTF-8 they are, and where they come from."""

    raw_files: pl.DataFrame
    origin: str

    @property
    def megabytes(self) -> float:
        return int(self.raw_files["byte_count"].sum()) / 1e6


def wire_news(megabytes: float) -> Corpus:
    """Short plain-text articles: broadcast news if it is there, else the sample repeated."""
    bulk = SHARED / "bulk" / "news_broadcast.tar.xz"
    if bulk.exists():
        return _corpus(_archived(bulk, int(megabytes * 1e6)), "../shared/bulk")
    texts = sorted((ROOT / "warehouse" / "raw").rglob("*.txt"))
    copies = ((f"{n}.txt", file.read_bytes()) for n, file in enumerate(cycle(texts)))
    return _corpus(_up_to(copies, int(megabytes * 1e6)), "the sample, repeated")


def web_pages() -> Corpus:
    """HTML pages of all kinds: the shared ones if they are there, else the sample's."""
    shared = SHARED / "raw"
    folder = shared if shared.exists() else ROOT / "warehouse" / "raw"
    endings = {".html", ".jsp", ".php", ".tpl"}
    pages = sorted(file for file in folder.rglob("*") if file.suffix in endings)
    return _corpus(((file.name, file.read_bytes()) for file in pages), "web pages")


def _archived(archive: Path, byte_count: int) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(archive, "r|xz") as stream:
        contents = (
            (member.name, file.read())
            for member in stream
            if member.isfile() and (file := stream.extractfile(member))
        )
        yield from _up_to(contents, byte_count)


def _up_to(files: Iterator[tuple[str, bytes]], byte_count: int) -> Iterator[tuple[str, bytes]]:
    for name, content in islice(files, 100_000):
        yield name, content
        byte_count -= len(content)
        if byte_count <= 0:
            return


def _corpus(files: Iterator[tuple[str, bytes]], origin: str) -> Corpus:
    rows = [
        (document_id(name, content), name, ".", len(content), content, None)
        for name, content in files
    ]
    frame = pl.DataFrame(rows, schema=RawFiles.polars_schema(), orient="row")
    return Corpus(frame.sort("path"), origin)
