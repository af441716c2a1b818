"""term_statistics: how widely each word is used, for tf-idf and search."""

import dataframely as dy
import polars as pl

from models.contract import Contract


class TermStatistics(Contract):
    """One row per word of the warehouse."""

    term = dy.String(primary_key=True, min_length=1, description="the word")
    article_count = dy.Int64(nullable=False, min=1, description="articles that hold it")
    term_count = dy.Int64(nullable=False, min=1, description="occurrences in all articles")


def derive(terms: pl.LazyFrame) -> pl.DataFrame:
    """Count articles and occurrences of every word."""
    return (
        terms.group_by("term")
        .agg(
            pl.len().cast(pl.Int64).alias("article_count"),
            pl.col("term_count").cast(pl.Int64).sum(),
        )
        .sort("term")
        .collect(engine="streaming")
    )
