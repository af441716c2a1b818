"""articles: the news items that a careful reader would cut out of the documents."""

import dataframely as dy
import polars as pl

from models.contract import Contract
from models.language.sentences import sentence_count
from models.vocabulary import Basis, Genre, Precision


class Articles(Contract):
    """One row per news item; a newspaper page holds several."""

    article_id = dy.String(
        primary_key=True, description="document_id || '-' || ordinal, in reading order, unpadded"
    )
    document_id = dy.String(nullable=False, description="the document that prints it")
    ordinal = dy.Int32(nullable=False, min=1, description="position in its document, from 1")
    kicker = dy.String(nullable=True, description="引题, the line above the title")
    title = dy.String(
        nullable=True,
        description="headline, its lines joined by one space; null for a caption without one",
    )
    subtitle = dy.String(nullable=True, description="副题, without its leading dash")
    series = dy.String(
        nullable=True, description="series or column label, without number and separator"
    )
    series_number = dy.Int32(nullable=True, description="number within the series (⑮ is 15)")
    genre = dy.Enum(Genre, nullable=True, description="journalistic form")
    outlet = dy.String(nullable=True, description="plain name of the newspaper or site")
    url = dy.String(nullable=True, description="address of the item, if the document prints it")
    published_on = dy.Date(nullable=True, description="publication date stated by the document")
    dateline_on = dy.Date(
        nullable=True, description="date of the dateline (本报济宁11月26日讯), its year resolved"
    )
    dateline_place = dy.String(nullable=True, description="place of the dateline, as printed")
    as_of = dy.Date(
        nullable=True,
        description="day against which 今年, 近日, 前三季度 are resolved; null without evidence",
    )
    as_of_precision = dy.Enum(Precision, nullable=True, description="how exactly as_of is known")
    as_of_basis = dy.Enum(Basis, nullable=True, description="the evidence as_of rests on")
    continues_on = dy.String(nullable=True, description="下转2版 is 2版")
    text = dy.String(
        nullable=False,
        min_length=1,
        description="body only, NFC, blocks separated by one line feed; all spans refer to it",
    )
    char_count = dy.Int32(nullable=False, min=1, description="code points of text")
    sentence_count = dy.Int32(nullable=False, min=1, description="sentences of text")

    @dy.rule()
    def as_of_comes_with_precision_and_basis(cls) -> pl.Expr:
        known = cls.as_of.col.is_not_null()
        return (cls.as_of_precision.col.is_not_null() == known) & (
            cls.as_of_basis.col.is_not_null() == known
        )

    @dy.rule()
    def article_id_names_its_document(cls) -> pl.Expr:
        return cls.article_id.col == pl.concat_str(
            cls.document_id.col, pl.lit("-"), cls.ordinal.col.cast(pl.String)
        )


def derive(drafts: pl.DataFrame) -> pl.DataFrame:
    """The drafts without their structure, measured."""
    return drafts.with_columns(
        pl.col("text").str.len_chars().cast(pl.Int32).alias("char_count"),
        sentence_count(pl.col("text")).alias("sentence_count"),
    ).select(Articles.column_names())
