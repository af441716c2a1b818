"""sources: raw files as decoded text, with what is wrong with those that cannot be decoded."""

import hashlib

import dataframely as dy
import polars as pl

from models.contract import Contract
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
    """Sniff and decode each raw file; what fails carries a sentence instead of a text."""
    rows = []
    for row in raw_files.iter_rows(named=True):
        content, error = row.pop("content"), row["error"]
        text = None
        if content is not None:
            try:
                text = content.decode("utf-8-sig")
            except UnicodeDecodeError as failure:
                error = f"is not UTF-8: {failure}"
        known = {"media_type": "text/plain", "encoding": "utf-8"} if text is not None else {}
        rows.append(
            {"media_type": None, "encoding": None, **row, **known, "text": text, "error": error}
        )
    return Sources.cast(
        pl.DataFrame(
            rows,
            schema_overrides=dict.fromkeys(("error", "text", "encoding", "media_type"), pl.String),
        )
    )
