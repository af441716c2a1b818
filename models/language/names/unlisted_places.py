"""Finds places that stand in no list, by their last word: villages, features, venues.

北新庄村, 通灵大峡谷: a name before the last word makes the place; a common noun (工业园, 行政村)
does not. A known place directly before belongs to the name: 崖西镇北新庄村.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from models.language.lexicon import load
from models.language.names.left_edge import Edge, left_edge
from models.language.names.readings import Reading
from models.language.names.scan import Place
from models.language.names.words import tag_of


class Head(NamedTuple):
    """The last word of a place in a text."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Unlisted:
    """A place found by its last word."""

    start: int
    end: int
    core: str  # the name without the divisions before it
    place: Place | None  # the division printed before it


LONGEST = {"village": 4, "town": 4, "feature": 5, "venue": 14}
# What follows a last word and makes it part of another word: 村民, 山区, 路线, 海水.
_GOES_ON = {
    "village": "民级庄里干落史企容规貌务集两支党部组医道头口",
    "town": "村级长域区党政府里镇",
    "feature": "区脉里水上下中边面段线路口岸流域产地东西南北脚顶头寨庄镇乡村县市城民人军道灯",
    "venue": "化级内外里",
}


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, list[tuple[str, str]]]:
    heads = sorted(
        (word, kind) for kind, words in load("places")["heads"].items() for word in words
    )
    return ahocorasick_rs.AhoCorasick(
        [word for word, _ in heads], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    ), heads


@cache
def _common() -> frozenset[str]:
    return frozenset(load("places")["common"])


def unlisted_places(reading: Reading) -> Iterator[Unlisted]:
    """The places of one reading that stand in no list, in order."""
    ends = {place.end: place for place in reading.scan.places}
    covered = {i for place in reading.scan.places for i in range(place.start, place.end)}
    for head in _heads(reading.text):
        if head.start in covered or not _ends_here(reading, head):
            continue
        edge = left_edge(reading.sequence, ends, head.start)
        if edge and _names(reading, head, edge):
            start = edge.place.end if edge.place else edge.start
            yield Unlisted(edge.start, head.end, reading.text[start : head.end], edge.place)


def _heads(text: str) -> Iterator[Head]:
    automaton, heads = _automaton()
    for i, start, end in automaton.find_matches_as_indexes(text):
        yield Head(start, end, heads[i][1])


def _ends_here(reading: Reading, head: Head) -> bool:
    """Whether the word does not go on behind the head."""
    following = reading.text[head.end : head.end + 1]
    if following and following in _GOES_ON[head.kind]:
        return False
    return reading.sequence.finishes(head.end)


def _names(reading: Reading, head: Head, edge: Edge) -> bool:
    """Whether what stands before the head makes it a name."""
    if edge.level or edge.inner == 0 or edge.inner > LONGEST[head.kind]:
        return False
    before = reading.text[head.start - edge.inner : head.start]
    if before in _common():
        return False
    if head.kind == "venue":
        return edge.place is not None or not _is_common_noun(before)
    return not _is_common_noun(before) and not _is_common_noun(
        before + reading.text[head.start : head.end]
    )


def _is_common_noun(word: str) -> bool:
    return tag_of(word) not in ("x", "ns", "nr", "nrt", "nrfg", "nz", "nt")


def by_core(places: list[Unlisted]) -> dict[str, list[Unlisted]]:
    """The places that share a name, whatever divisions stand before it."""
    groups: dict[str, list[Unlisted]] = defaultdict(list)
    for place in places:
        groups[place.core].append(place)
    return groups
