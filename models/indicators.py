"""indicators: what the articles measure, under comparable names."""

import dataframely as dy
import polars as pl

from models.contract import Contract
from models.language.indicator_names import comparable


class Indicators(Contract):
    """One row per printed indicator: the name under which its numbers can be compared."""

    indicator = dy.String(
        primary_key=True, min_length=1, description="the indicator as metrics.indicator holds it"
    )
    name = dy.String(
        nullable=False, min_length=1, description="comparable name: 新增5G基站 for 5G基站新增数"
    )
    statement_count = dy.Int64(nullable=False, min=1, description="numbers printed for it")


def derive(metrics: pl.LazyFrame) -> pl.DataFrame:
    """Count the printed indicators and bring their names into a comparable form."""
    return (
        metrics.filter(pl.col("indicator").is_not_null())
        .group_by("indicator")
        .agg(pl.len().cast(pl.Int64).alias("statement_count"))
        .with_columns(comparable(pl.col("indicator")).alias("name"))
        .select(Indicators.column_names())
        .sort("indicator")
        .collect()
    )
