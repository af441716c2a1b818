"""bylines: who made the article."""

import dataframely as dy
import polars as pl

from models.contract import Contract


class Bylines(Contract):
    """One row per name and role printed as a credit of an article."""

    article_id = dy.String(primary_key=True, description="the credited article")
    ordinal = dy.Int32(primary_key=True, min=1, description="position among the credits, from 1")
    name = dy.String(nullable=False, min_length=1, description="the person or body, as printed")
    role = dy.String(
        nullable=True,
        description="printed role word without 本报 (记者, 通讯员, 策划…); null for a bare name",
    )


def derive(drafts: pl.DataFrame) -> pl.DataFrame:
    """Unfold the credits of each draft, in the order printed."""
    return (
        drafts.select("article_id", "bylines")
        .filter(pl.col("bylines").list.len() > 0)
        .explode("bylines")
        .unnest("bylines")
        .with_columns(
            (pl.int_range(pl.len()).over("article_id") + 1).cast(pl.Int32).alias("ordinal")
        )
        .select(Bylines.column_names())
    )
