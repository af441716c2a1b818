"""blocks: the structure of each article."""

import dataframely as dy
import polars as pl

from models.contract import Contract
from models.vocabulary import BlockKind


class Blocks(Contract):
    """One row per block of an article's text, in order; blocks are joined by line feeds."""

    article_id = dy.String(primary_key=True, description="the article")
    ordinal = dy.Int32(primary_key=True, min=1, description="position in the article, from 1")
    kind = dy.Enum(BlockKind, nullable=False, description="the part it plays")
    speaker = dy.String(
        nullable=True, description="as printed, of questions and answers; each paragraph repeats it"
    )
    heading = dy.String(nullable=True, description="text of the nearest heading above")
    start_offset = dy.Int32(nullable=False, min=0, description="first code point in articles.text")
    end_offset = dy.Int32(nullable=False, description="one past the last code point")
    text = dy.String(nullable=False, min_length=1, description="the block's text")

    @dy.rule()
    def only_turns_have_speakers(cls) -> pl.Expr:
        turn = cls.kind.col.is_in([BlockKind.QUESTION, BlockKind.ANSWER])
        return turn | cls.speaker.col.is_null()

    @dy.rule()
    def span_is_as_long_as_its_text(cls) -> pl.Expr:
        return cls.end_offset.col - cls.start_offset.col == cls.text.col.str.len_chars()


def derive(drafts: pl.DataFrame) -> pl.DataFrame:
    """Unfold the blocks of each draft and place them in its text."""
    length = pl.col("text").str.len_chars().cast(pl.Int32)
    end = length.cum_sum().over("article_id") + pl.col("ordinal") - 1
    heading = pl.when(pl.col("kind") == BlockKind.HEADING.value).then(pl.col("text"))
    return (
        drafts.select("article_id", "blocks")
        .explode("blocks")
        .unnest("blocks")
        .with_columns(
            (pl.int_range(pl.len()).over("article_id") + 1).cast(pl.Int32).alias("ordinal")
        )
        .with_columns(
            end.cast(pl.Int32).alias("end_offset"),
            heading.shift(1).forward_fill().over("article_id").alias("heading"),
        )
        .with_columns((pl.col("end_offset") - length).cast(pl.Int32).alias("start_offset"))
        .select(Blocks.column_names())
    )
