"""indicators: what the articles measure, under comparable names."""

import dataframely as dy
import polars as pl

from models.contract import Contract
from models.language.indicator_names import comparable, known_forms


class Indicators(Contract):
    """One row per printed or well-known indicator: the name under which numbers can be compared."""

    indicator = dy.String(
        primary_key=True, min_length=1, description="the indicator as metrics.indicator holds it"
    )
    name = dy.String(
        nullable=False, min_length=1, description="comparable name: 新增5G基站 for 5G基站新增数"
    )
    statement_count = dy.Int64(nullable=False, min=0, description="numbers printed for it")


def derive(metrics: pl.LazyFrame) -> pl.DataFrame:
    """Count the printed indicators and bring their names into a comparable form.

    Well-known forms (GDP) are there without being printed, so that a reader may ask for them.
    """
    printed = (
        metrics.filter(pl.col("indicator").is_not_null())
        .group_by("indicator")
        .agg(pl.len().cast(pl.Int64).alias("statement_count"))
    )
    known = pl.LazyFrame(
        {"indicator": known_forms()}, schema={"indicator": pl.String}
    ).with_columns(pl.lit(0, pl.Int64).alias("statement_count"))
    return (
        pl.concat([printed, known.join(printed, on="indicator", how="anti")])
        .with_columns(comparable(pl.col("indicator")).alias("name"))
        .select(Indicators.column_names())
        .sort("indicator")
        .collect()
    )
