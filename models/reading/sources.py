"""sources: raw files as decoded text, with what is wrong with those that cannot be decoded."""

import hashlib

import dataframely as dy
import polars as pl

from models.contract import Contract
from models.reading.encodings import UndecodableError, decode
from models.reading.formats import sniff
from models.vocabulary import MediaType


class RawFiles(Contract):
    """One row per raw file as the store hands it over."""

    document_id = dy.String(primary_key=True, description="identity of path and bytes")
    path = dy.String(nullable=False, description="path relative to the raw root")
    collection = dy.String(nullable=False, description="folder relative to the raw root")
    byte_count = dy.Int64(nullable=False, min=0, description="size in bytes")
    content = dy.Binary(nullable=True, description="the raw bytes; null if they were not to be had")
    error = dy.String(nullable=True, description="why content is null")


class Sources(Contract):
    """One row per raw file, decoded."""

    document_id = dy.String(primary_key=True, description="identity of path and bytes")
    path = dy.String(nullable=False, description="path relative to the raw root")
    collection = dy.String(nullable=False, description="folder relative to the raw root")
    byte_count = dy.Int64(nullable=False, min=0, description="size in bytes")
    media_type = dy.Enum(MediaType, nullable=True, description="what the content is, sniffed")
    encoding = dy.String(nullable=True, description="encoding of the bytes")
    text = dy.String(nullable=True, description="the decoded text; null when error is set")
    error = dy.String(nullable=True, description="a sentence: what is wrong with the file")


def document_id(path: str, content: bytes) -> str:
    """The identity of a raw file: 16 hex digits over path, NUL and bytes (contract.md)."""
    return hashlib.sha256(path.encode() + b"\0" + content).hexdigest()[:16]


def derive(raw_files: pl.DataFrame) -> pl.DataFrame:
    """Decode and sniff each raw file; what fails carries a sentence instead of a text."""
    decoded = [
        _decoded(content, error) for content, error in raw_files.select("content", "error").rows()
    ]
    columns = pl.DataFrame(
        decoded,
        schema=dict.fromkeys(("media_type", "encoding", "text", "error"), pl.String),
        orient="row",
    )
    kept = raw_files.select("document_id", "path", "collection", "byte_count")
    return Sources.cast(pl.concat([kept, columns], how="horizontal"))


def _decoded(
    content: bytes | None, error: str | None
) -> tuple[str | None, str | None, str | None, str | None]:
    """Media type, encoding, text and error of one file."""
    if content is None:
        return None, None, None, error or "The file could not be read; fetch it again."
    try:
        text, encoding = decode(content)
    except UndecodableError as failure:
        return None, None, None, f"The file {failure}."
    return sniff(text).value, encoding, text, error
