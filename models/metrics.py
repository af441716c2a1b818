"""metrics: the numeric statements of the articles."""

from collections.abc import Callable
from typing import Any, TypeVar

import dataframely as dy
import polars as pl

from models.contract import Contract
from models.language.numbers import statements
from models.language.numbers.links import Name, Names
from models.language.numbers.statements import Block, Statement
from models.vocabulary import Bound, Comparison, Dimension, Measure, MetricStatus


class Metrics(Contract):
    """One row per numeric statement in an article."""

    metric_id = dy.String(primary_key=True, description="article_id || '@' || start_offset")
    article_id = dy.String(nullable=False, description="the article that states it")
    start_offset = dy.Int32(nullable=False, min=0, description="first code point in articles.text")
    end_offset = dy.Int32(nullable=False, description="one past the last code point")
    text = dy.String(
        nullable=False,
        min_length=1,
        description="the number with its unit and its bound words, as written",
    )
    sentence = dy.String(nullable=False, min_length=1, description="the sentence around it")
    indicator = dy.String(nullable=True, description="what is measured, as a short noun phrase")
    value = dy.Float64(nullable=False, description="in `unit`, sign included; lower end of a range")
    value_high = dy.Float64(nullable=True, description="upper end of a range")
    unit = dy.String(nullable=True, description="base unit without 万/亿; null for ranks")
    dimension = dy.Enum(Dimension, nullable=False, description="kind of quantity")
    bound = dy.Enum(Bound, nullable=False, description="how firmly the text commits to the number")
    measure = dy.Enum(Measure, nullable=False, description="level, change, rate or position")
    comparison = dy.Enum(Comparison, nullable=True, description="what a change is measured against")
    status = dy.Enum(MetricStatus, nullable=False, description="actual or target")
    period_start = dy.Date(nullable=True, description="first day that the number covers")
    period_end = dy.Date(nullable=True, description="last day that the number covers")
    period_text = dy.String(nullable=True, description="the words that give the period")
    place_id = dy.String(nullable=True, description="entity_id of the place it is about")
    organization_id = dy.String(
        nullable=True, description="entity_id of the body that does or has what is counted"
    )
    initiative_id = dy.String(
        nullable=True, description="entity_id of the programme that governs the clause"
    )
    base_metric_id = dy.String(
        nullable=True, description="metric_id of the level that a rate, share or change qualifies"
    )

    @dy.rule()
    def metric_id_names_its_place(cls) -> pl.Expr:
        return cls.metric_id.col == pl.concat_str(
            cls.article_id.col, pl.lit("@"), cls.start_offset.col.cast(pl.String)
        )

    @dy.rule()
    def span_is_as_long_as_its_text(cls) -> pl.Expr:
        return cls.end_offset.col - cls.start_offset.col == cls.text.col.str.len_chars()

    @dy.rule()
    def range_goes_upward(cls) -> pl.Expr:
        return cls.value_high.col.is_null() | (cls.value_high.col >= cls.value.col)

    @dy.rule()
    def period_goes_forward(cls) -> pl.Expr:
        return cls.period_start.col.is_null() | (cls.period_end.col >= cls.period_start.col)


def derive(articles: pl.DataFrame, blocks: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Read every numeric statement out of the articles."""
    blocks_of = _grouped(
        blocks.select(
            "article_id",
            "start_offset",
            "end_offset",
            "speaker",
            "heading",
            (pl.col("kind").cast(pl.String) == "heading").alias("is_heading"),
        ),
        Block,
    )
    names_of = _grouped(
        mentions.sort("article_id", "start_offset", "end_offset").select(
            "article_id",
            "start_offset",
            "end_offset",
            "entity_id",
            pl.col("type").cast(pl.String),
            "text",
            "place_code",
        ),
        Name,
    )
    columns: dict[str, list[Any]] = {name: [] for name in Metrics.column_names()}
    for article_id, text, as_of in articles.select("article_id", "text", "as_of").iter_rows():
        names = Names(names_of.get(article_id, []))
        for statement in statements.read(text, as_of, blocks_of.get(article_id, []), names):
            _append(columns, article_id, text, statement)
    return pl.DataFrame(columns, schema=Metrics.polars_schema()).sort("article_id", "start_offset")


Row = TypeVar("Row")


def _grouped(frame: pl.DataFrame, row: Callable[..., Row]) -> dict[str, list[Row]]:
    """The rows of each article as tuples of one kind, in the order of the frame."""
    grouped: dict[str, list[Row]] = {}
    for article_id, *values in frame.iter_rows():
        grouped.setdefault(article_id, []).append(row(*values))
    return grouped


def _append(
    columns: dict[str, list[Any]], article_id: str, text: str, statement: Statement
) -> None:
    """Add one statement to the columns of the table."""
    quantity, base = statement.quantity, statement.base
    row = (
        _metric_id(article_id, quantity.start),
        article_id,
        quantity.start,
        quantity.end,
        text[quantity.start : quantity.end],
        text[slice(*statement.sentence)],
        statement.indicator,
        quantity.value,
        quantity.high,
        quantity.unit,
        quantity.dimension,
        quantity.bound,
        statement.measure,
        statement.comparison,
        "target" if statement.target else "actual",
        *_period(statement),
        statement.place,
        statement.organization,
        statement.initiative,
        _metric_id(article_id, base.quantity.start) if base else None,
    )
    for column, value in zip(columns.values(), row, strict=True):
        column.append(value)


def _metric_id(article_id: str, start: int) -> str:
    return f"{article_id}@{start}"


def _period(statement: Statement) -> tuple[Any, Any, str | None]:
    first, last = statement.span
    return first, last, statement.period_text
