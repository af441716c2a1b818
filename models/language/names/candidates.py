"""Candidates: where a text may name a thing, before overlapping readings are settled."""

from collections.abc import Iterable
from typing import NamedTuple

import polars as pl

SCHEMA = pl.Schema(
    {
        "article_id": pl.String,
        "start_offset": pl.Int32,  # first code point in articles.text
        "end_offset": pl.Int32,  # one past the last code point
        "type": pl.String,  # a value of vocabulary.EntityType
        "text": pl.String,  # the name as written
        "name": pl.String,  # canonical name
        "place_code": pl.String,  # of the place itself, or of the place that a body belongs to
        "identity": pl.String,  # what makes it the same thing; null: its name and place_code
    }
)

# Of two readings of the very same characters, the first of these types wins.
PRECEDENCE = ("document", "event", "initiative", "organization", "place", "person")


class Candidate(NamedTuple):
    """One row of `SCHEMA`."""

    article_id: str
    start_offset: int
    end_offset: int
    type: str
    text: str
    name: str
    place_code: str | None = None
    identity: str | None = None


def from_rows(rows: Iterable[Candidate]) -> pl.DataFrame:
    """The frame of some candidates, made from columns: rows cost polars thrice the time."""
    columns = list(zip(*rows, strict=True)) or [()] * len(SCHEMA)
    return pl.DataFrame(dict(zip(SCHEMA, columns, strict=True)), schema=SCHEMA)


def settle(candidates: pl.DataFrame) -> pl.DataFrame:
    """The candidates that do not lie in, or run into, a longer or earlier one.

    The longest name is one mention; of two that overlap in part, the one that starts first stays.
    """
    ordered = candidates.sort(
        "article_id", "start_offset", "end_offset", pl.col("type").cast(pl.Enum(PRECEDENCE)),
        descending=[False, False, True, False],
        maintain_order=True,
    )  # fmt: skip
    kept, article, reach = [], None, 0
    spans = (ordered[column].to_list() for column in ("article_id", "start_offset", "end_offset"))
    for article_id, start, end in zip(*spans, strict=True):
        free = article_id != article or start >= reach
        kept.append(free)
        if free:
            article, reach = article_id, end
    return ordered.filter(pl.Series(kept, dtype=pl.Boolean))
