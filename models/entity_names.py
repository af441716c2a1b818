"""entity_names: the surface forms of each entity."""

import dataframely as dy
import polars as pl

from models.contract import Contract


class EntityNames(Contract):
    """One row per entity and form of its name as written."""

    entity_id = dy.String(primary_key=True, description="the entity")
    name = dy.String(primary_key=True, min_length=1, description="the form as written")
    mention_count = dy.Int64(nullable=False, min=1, description="namings with this form")


def derive(mentions: pl.LazyFrame) -> pl.DataFrame:
    """Count the written forms of every entity."""
    return (
        mentions.group_by("entity_id", pl.col("text").alias("name"))
        .agg(pl.len().cast(pl.Int64).alias("mention_count"))
        .sort("entity_id", "name")
        .collect(engine="streaming")
    )
