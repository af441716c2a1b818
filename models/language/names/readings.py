"""Articles read once for all finders of places and bodies: words, known places, context."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import polars as pl

from models.language.names import gazetteer
from models.language.names.abroad import places_abroad
from models.language.names.context import Context
from models.language.names.enumerations import Item, items
from models.language.names.gazetteer import Hit
from models.language.names.scan import Place, Scan
from models.language.names.unlisted import Unlisted
from models.language.names.unlisted_places import unlisted_places
from models.language.names.words import Sequence, Words, segment
from models.language.names.zones import with_zones

_HEADLINE = ("kicker", "title", "subtitle")


class Reading(NamedTuple):
    """One article: its text, its words, the places that it names and the place it speaks for."""

    article_id: str
    text: str
    sequence: Sequence
    scan: Scan
    context: Context
    unlisted: tuple[Unlisted, ...] = ()  # villages, features and venues that stand in no list
    listed: tuple[Item, ...] = ()  # names in lists that say what they list
    offset: int = 0  # where `text` begins in the article, when it is only a part of it


def read(articles: pl.DataFrame, words: Words) -> list[Reading]:
    """The readings of articles, in order; those of one document lend each other evidence."""
    columns = [c for c in (*_HEADLINE, "outlet", "dateline_place") if c in articles.columns]
    rows = articles.select("article_id", "text", *columns).rows(named=True)
    hits = gazetteer.find_in(row["text"] for row in rows)
    readings = [_read_one(*item) for item in zip(rows, words.sequences, hits, strict=True)]
    _share_background(readings)
    return readings


def _read_one(row: dict[str, str | None], sequence: Sequence, hits: list[Hit]) -> Reading:
    text = row["text"] or ""
    headline = _places_of("\n".join(row.get(column) or "" for column in _HEADLINE))
    outlet = _places_of(row.get("outlet") or "", loosely=True)
    dateline = _places_of(row.get("dateline_place") or "", loosely=True)
    hints = [place.code for place in (*dateline, *headline, *outlet) if place.code]
    scan = Scan(text, sequence, hints, hits)
    context = Context(scan, headline, outlet, dateline)
    unlisted = [
        *unlisted_places(text, sequence, scan.places, context.place_of_level),
        *(
            Unlisted(start, end, text[start:end], None)
            for start, end in places_abroad(text, sequence, scan.places)
        ),
    ]
    return Reading(
        row["article_id"] or "",
        text,
        sequence,
        scan,
        context,
        tuple(with_zones(text, sequence, unlisted)),
        tuple(items(text, sequence, scan.places)),
    )


@lru_cache(maxsize=4096)
def _places_of(line: str, *, loosely: bool = False) -> tuple[Place, ...]:
    """The known places of a headline, an outlet or a dateline.

    Read loosely, a place may also be a part of a word: 济宁 in 济宁日报.
    """
    hits = gazetteer.find(line)
    if not hits:
        return ()
    found = Scan(line, segment(line), hits=hits).places
    if loosely and not found:
        found = Scan(line, Sequence.of(list(line)), hits=hits).places
    return tuple(found)


def _share_background(readings: list[Reading]) -> None:
    """Gives each article the evidence of all articles of its document."""
    for together in _by_document(readings):
        if len(together) < 2:
            continue
        pooled: dict[str, float] = defaultdict(float)
        for reading in together:
            for code, weight in reading.context.weights.items():
                pooled[code] += weight
        for reading in together:
            reading.context.background = pooled


def _by_document(readings: list[Reading]) -> Iterator[list[Reading]]:
    groups: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        groups[reading.article_id.rpartition("-")[0]].append(reading)
    yield from groups.values()
