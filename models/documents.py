"""documents: every raw file, read or quarantined."""

import dataframely as dy
import polars as pl

from models.contract import Contract
from models.vocabulary import DocumentStatus, MediaType


class Documents(Contract):
    """One row per raw file."""

    document_id = dy.String(
        primary_key=True,
        regex="^[0-9a-f]{16}$",
        description="first 16 hex digits of the SHA-256 of the path, a NUL byte and the raw bytes",
    )
    path = dy.String(
        nullable=False, description="path of the file relative to the raw root, / separated"
    )
    collection = dy.String(
        nullable=False,
        description="folder of the file relative to the raw root; . for the root itself",
    )
    media_type = dy.Enum(
        MediaType, nullable=True, description="what the content is, sniffed; null if unreadable"
    )
    encoding = dy.String(
        nullable=True, description="character encoding of the bytes: utf-8, gb18030, utf-16…"
    )
    byte_count = dy.Int64(nullable=False, min=0, description="size of the file in bytes")
    char_count = dy.Int64(
        nullable=True, min=0, description="code points of the decoded file; null if undecodable"
    )
    article_count = dy.Int32(nullable=False, min=0, description="articles that were read from it")
    status = dy.Enum(DocumentStatus, nullable=False, description="parsed or quarantined")
    error = dy.String(
        nullable=True,
        description="null unless quarantined; a sentence that says what is wrong with the file",
    )

    @dy.rule()
    def error_says_why_exactly_when_quarantined(cls) -> pl.Expr:
        return (cls.status.col == DocumentStatus.QUARANTINED) == cls.error.col.is_not_null()

    @dy.rule()
    def quarantined_documents_have_no_articles(cls) -> pl.Expr:
        return (cls.status.col == DocumentStatus.PARSED) | (cls.article_count.col == 0)


def derive(sources: pl.DataFrame, drafts: pl.DataFrame) -> pl.DataFrame:
    """Count each source's drafts; a source with an error is quarantined."""
    counts = drafts.group_by("document_id").agg(pl.len().cast(pl.Int32).alias("article_count"))
    return (
        sources.join(counts, on="document_id", how="left", maintain_order="left")
        .with_columns(
            pl.col("article_count").fill_null(0),
            pl.when(pl.col("error").is_null())
            .then(pl.lit(DocumentStatus.PARSED.value))
            .otherwise(pl.lit(DocumentStatus.QUARANTINED.value))
            .alias("status"),
            pl.col("text").str.len_chars().cast(pl.Int64).alias("char_count"),
        )
        .select(Documents.column_names())
    )
