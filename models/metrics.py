"""metrics: the numeric statements of the articles."""

from collections.abc import Iterator
from functools import partial
from typing import Any, TypeVar

import dataframely as dy
import polars as pl

from models.contract import Contract
from models.language.numbers import statements
from models.language.numbers.bodies import Post
from models.language.numbers.names import Name, Names
from models.language.numbers.numeral_patterns import MAY_HOLD_NUMBERS
from models.language.numbers.quantity import Quantity
from models.language.numbers.statement import Block, Statement
from models.vocabulary import (
    BlockKind,
    Bound,
    Comparison,
    Dimension,
    Genre,
    Measure,
    MetricStatus,
    Precision,
)


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


def derive(
    articles: pl.DataFrame, blocks: pl.DataFrame, mentions: pl.DataFrame, roles: pl.DataFrame
) -> pl.DataFrame:
    """Read every numeric statement out of the articles."""
    articles, numbers = _with_numbers(articles)
    whole = _with_surroundings(articles, blocks, mentions, roles)
    rows = [
        _row(article_id, article.text, statement)
        for found, (article_id, article) in zip(numbers, whole, strict=True)
        for statement in statements.read(article, found)
    ]
    schema = Metrics.polars_schema()
    columns = zip(*rows, strict=True) if rows else ((),) * len(schema)
    return pl.DataFrame(dict(zip(schema, columns, strict=True)), schema=schema).sort(
        "article_id", "start_offset"
    )


def _with_numbers(articles: pl.DataFrame) -> tuple[pl.DataFrame, list[list[Quantity]]]:
    """The articles whose texts hold quantities, and the quantities of each.

    They come first: for an article without numbers nothing else has to be put together.
    """
    articles = articles.filter(pl.col("text").str.contains(MAY_HOLD_NUMBERS))
    numbers = [statements.quantities_in(text) for text in articles["text"]]
    articles = articles.filter(pl.Series([bool(found) for found in numbers], dtype=pl.Boolean))
    return articles, [found for found in numbers if found]


def _with_surroundings(
    articles: pl.DataFrame, blocks: pl.DataFrame, mentions: pl.DataFrame, roles: pl.DataFrame
) -> Iterator[tuple[str, statements.Article]]:
    """article_id and what stands around the numbers of each article."""
    kind = pl.col("kind").cast(pl.String)
    of_article = articles["article_id"]
    blocks_of = _by_article(
        of_article,
        blocks,
        Block,
        "start_offset",
        "end_offset",
        "speaker",
        (kind == BlockKind.HEADING.value).alias("is_heading"),
        (kind == BlockKind.QUESTION.value).alias("is_question"),
    )
    names_of = _by_article(
        of_article,
        mentions,
        Name,
        "start_offset",
        "end_offset",
        "entity_id",
        pl.col("type").cast(pl.String),
        "text",
        "place_code",
    )
    posts_of = _by_article(
        of_article,
        roles,
        Post,
        "person_id",
        "organization_id",
        "organization_place_code",
        "title",
        "organization_name",
    )
    header = pl.concat_str("kicker", "title", "subtitle", separator="\n", ignore_nulls=True)
    by_year = pl.col("as_of_precision").cast(pl.String) == Precision.YEAR.value
    reports = pl.col("genre").cast(pl.String) == Genre.REPORT.value
    for article_id, text, as_of, is_by_year, above, is_report in articles.select(
        "article_id",
        "text",
        "as_of",
        by_year.fill_null(False).alias("by_year"),
        header.alias("header"),
        reports.fill_null(False).alias("is_report"),
    ).rows():
        yield (
            article_id,
            statements.Article(
                text,
                as_of,
                is_by_year,
                above,
                is_report,
                blocks_of.get(article_id, []),
                Names(names_of.get(article_id, [])),
                posts_of.get(article_id, []),
            ),
        )


Record = TypeVar("Record", bound=tuple[Any, ...])


def _by_article(
    articles: pl.Series, frame: pl.DataFrame, record: type[Record], *values: str | pl.Expr
) -> dict[str, list[Record]]:
    """The rows of each of the articles as named tuples of these values, in the order of the text.

    There are hundreds of thousands: `tuple.__new__` makes them without a call of Python for each.
    """
    frame = frame.filter(pl.col("article_id").is_in(articles.implode())).sort(
        "article_id", "start_offset", "end_offset"
    )
    columns = [column.to_list() for column in frame.select(*values).iter_columns()]
    records = list(map(partial(tuple.__new__, record), zip(*columns, strict=True)))
    found, start = {}, 0
    for length, article_id in frame["article_id"].rle().struct.unnest().iter_rows():
        found[article_id] = records[start : start + length]
        start += length
    return found


def _row(article_id: str, text: str, statement: Statement) -> tuple[Any, ...]:
    """One statement as a row, in the order of the contract's columns."""
    quantity, base, span = statement.quantity, statement.base, statement.span
    return (
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
        (MetricStatus.TARGET if statement.target else MetricStatus.ACTUAL).value,
        span.first,
        span.last,
        statement.period_text,
        statement.place,
        statement.organization,
        statement.initiative,
        _metric_id(article_id, base.quantity.start) if base else None,
    )


def _metric_id(article_id: str, start: int) -> str:
    return f"{article_id}@{start}"
