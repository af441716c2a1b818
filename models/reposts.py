"""reposts: articles that repeat another one."""

import dataframely as dy
import polars as pl

from models.contract import Contract


class Reposts(Contract):
    """One row per article that repeats an earlier one."""

    article_id = dy.String(primary_key=True, description="the repeating article")
    repost_of = dy.String(nullable=False, description="article_id of the first copy")
    similarity = dy.Float64(
        nullable=False, min=0, max=1, description="share of the shingles that both texts hold"
    )


def derive(documents: pl.LazyFrame, articles: pl.LazyFrame) -> pl.DataFrame:
    """Find the articles whose text, white space aside, was printed before.

    The first copy is the one with the earliest as_of, then the smallest path and ordinal.
    """
    body = pl.col("text").str.replace_all(r"\s", "")
    return (
        articles.join(documents.select("document_id", "path"), on="document_id")
        .select("article_id", "ordinal", "path", "as_of", body.hash(seed=0).alias("body"))
        .sort(pl.col("as_of"), "path", "ordinal", nulls_last=True)
        .with_columns(pl.col("article_id").first().over("body").alias("repost_of"))
        .filter(pl.col("article_id") != pl.col("repost_of"))
        .select("article_id", "repost_of", pl.lit(1.0).alias("similarity"))
        .sort("article_id")
        .collect()
    )
