"""Sentences that state numbers, each with its article and its numbers marked."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from warehouse.pages.highlights import Piece, Span, lay
from warehouse.pages.reading import Row

# Columns of metric_facts that a statement shows. sentence_start is found here, beside the text, so
# that long texts never leave the database.
STATEMENT_COLUMNS = """
    f.metric_id, f.article_id, f.indicator, f.value, f.value_high, f.unit, f.bound, f.measure,
    f.comparison, f.status, f.period_start, f.period_end, f.place_name, f.organization_name,
    f.start_offset, f.end_offset, f.sentence, f.title, f.outlet, f.as_of,
    instr(a.text, f.sentence) - 1 AS sentence_start
"""


@dataclass(frozen=True)
class Statement:
    """A sentence with highlights in it, and the article that prints it."""

    article: Row
    pieces: list[Piece]
    metrics: list[Row] = field(default_factory=list)


def state(metrics: Iterable[Row]) -> Statement:
    """One statement of metrics that share a sentence; rows have STATEMENT_COLUMNS."""
    first, *others = metrics
    sentence, start = first["sentence"], first["sentence_start"]
    spans = [
        Span(row["start_offset"] - start, row["end_offset"] - start, "metric", row="")
        for row in (first, *others)
    ]
    return Statement(first, lay(sentence, spans, 0, len(sentence)), [first, *others])
