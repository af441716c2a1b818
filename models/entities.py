"""entities: the real-world things that the articles name."""

import dataframely as dy
import polars as pl

from models.contract import Contract
from models.vocabulary import EntityType


class Entities(Contract):
    """One row per real-world thing, across all articles."""

    entity_id = dy.String(primary_key=True, description="stable across rebuilds")
    type = dy.Enum(EntityType, nullable=False, description="what kind of thing it is")
    name = dy.String(nullable=False, min_length=1, description="canonical name, fullest form")
    place_code = dy.String(
        nullable=True,
        description="GB/T 2260 code of the place itself, or of the place a body belongs to",
    )
    mention_count = dy.Int64(nullable=False, min=0, description="namings in all articles")
    article_count = dy.Int64(nullable=False, min=1, description="articles that name or imply it")
    first_seen_on = dy.Date(nullable=True, description="earliest as_of of those articles")
    last_seen_on = dy.Date(nullable=True, description="latest as_of of those articles")


def _fullest(column: str) -> pl.Expr:
    """The longest value; of equally long ones the first in code-point order."""
    return pl.col(column).sort_by(-pl.col(column).str.len_chars().cast(pl.Int32), column).first()


def derive(articles: pl.LazyFrame, mentions: pl.LazyFrame, roles: pl.LazyFrame) -> pl.DataFrame:
    """Gather what all articles say about each entity, named in them or implied by a post."""
    named = mentions.select(
        "article_id", "entity_id", pl.col("type").cast(pl.String), "name", "place_code",
        pl.lit(1, pl.Int64).alias("mention_count"),
    )  # fmt: skip
    implied = roles.filter(pl.col("organization_id").is_not_null()).select(
        "article_id",
        pl.col("organization_id").alias("entity_id"),
        pl.lit(EntityType.ORGANIZATION.value).alias("type"),
        pl.col("organization_name").alias("name"),
        pl.col("organization_place_code").alias("place_code"),
        pl.lit(0, pl.Int64).alias("mention_count"),
    )
    return (
        pl.concat([named, implied])
        .join(articles.select("article_id", "as_of"), on="article_id", how="left")
        .group_by("entity_id")
        .agg(
            pl.col("type").min(),
            _fullest("name"),
            pl.col("place_code").min(),
            pl.col("mention_count").sum(),
            pl.col("article_id").n_unique().cast(pl.Int64).alias("article_count"),
            pl.col("as_of").min().alias("first_seen_on"),
            pl.col("as_of").max().alias("last_seen_on"),
        )
        .sort("entity_id")
        .collect(engine="streaming")
    )
