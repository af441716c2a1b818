"""Reads lists of names by what they are lists of: 圣阳电源、新风光电子等一批企业.

The word behind 等 says what the items are, so that names without a telling last word are found. An
item counts when it holds a word that is no common noun, or when most items of its list do.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from models.language.lexicon import any_of, load
from models.language.names.left_edge import FUNCTION, PROPER_TAGS, past_function_words
from models.language.names.scan import PLACE_TAGS, Place
from models.language.names.words import Sequence, tag_of

_LOOSE = frozenset({"地", "基地", "区域", "国家", "国家和地区"})  # lists of anything end in them
_REACH = 90  # code points before 等 in which a list begins
_ITEM = re.compile(r"[^、]+")
_CLAUSE = re.compile(r"[，。；：！？\n“”《》（）()]|以及|包括|例如|比如")
_NAME = re.compile(r"[\u4e00-\u9fffA-Za-z0-9·\-—]{2,14}")
_NO_VERB_TAGS = frozenset({"v", "vd", "p", "c", "d", "u", "uj", "ul", "r", "y"})


class Item(NamedTuple):
    """One name of a list."""

    start: int
    end: int
    type: str  # a value of vocabulary.EntityType


@cache
def _pattern() -> re.Pattern[str]:
    kinds = load("enumerations")
    groups = "|".join(f"(?P<{kind}>{any_of(kinds[kind])})" for kind in ("organization", "place"))
    first = "".join(sorted({word[0] for kind in ("organization", "place") for word in kinds[kind]}))
    trades = "|".join(kinds["trades"])
    return re.compile(
        rf"等(?P<gap>\d+[余多]?家[^，。；：、！？\n等]{{0,24}}?|[^，。；：、！？\n等]{{0,12}}?)(?=[{first}])(?:{groups})"
        rf"|为代表的[^，。；：、！？\n]{{0,8}}?(?P<trade>{trades})"
    )


@cache
def _outside() -> frozenset[str]:
    """Words that stand before a name and never in it: 前往."""
    return frozenset((*load("phrases")["outside"], *load("phrases")["governing"]))


def items(text: str, sequence: Sequence, places: Collection[Place]) -> Iterator[Item]:
    """The names in the lists of one text, in order; `places` are the known places in it."""
    for match in _pattern().finditer(text):
        kind = "organization" if match["trade"] else match.lastgroup or ""
        found = list(_list_before(text, sequence, match.start()))
        counted = re.search(r"\d|一批|多家|几家|各", match["gap"] or "") is not None
        if not found or (len(found) == 1 and not (counted and kind == "organization")):
            continue
        proper = [_has_proper_word(sequence, start, end) for start, end in found]
        if match["trade"] and 2 * sum(proper) <= len(found):
            continue  # 以芯片、传感器为代表的产业
        loose = kind == "place" and match[kind] in _LOOSE
        for (start, end), is_proper in zip(found, proper, strict=True):
            alike = end - start <= 8 and 2 * sum(proper) >= len(found)
            if loose and not _is_place(sequence, places, start, end):
                continue
            if kind == "organization" and any(p.start == start and p.end == end for p in places):
                continue
            if is_proper or alike or len(found) == 1:
                yield Item(start, end, kind)


def _list_before(text: str, sequence: Sequence, end: int) -> Iterator[tuple[int, int]]:
    """The items of the list that ends at `end`; the first without the clause before it."""
    begin = max(0, end - _REACH)
    for stop in _CLAUSE.finditer(text, begin, end):
        begin = stop.end()
    spans = [(m.start(), m.end()) for m in _ITEM.finditer(text, begin, end)]
    for position, (start, stop) in enumerate(spans):
        first = _first_name(sequence, start, stop) if position == 0 else start
        if first is not None and _is_name(sequence, text, first, stop):
            yield first, stop


def _first_name(sequence: Sequence, start: int, end: int) -> int | None:
    """Where the name at the end of a clause begins: after the last verb or function word."""
    at = sequence.at(end - 1)
    position = None
    while at >= 0 and sequence.starts[at] >= start:
        word = sequence.words[at]
        if word in FUNCTION or word in _outside() or tag_of(word) in _NO_VERB_TAGS:
            break
        position = sequence.starts[at]
        if tag_of(word) == "x":
            position = past_function_words(word[: end - position], position)
        at -= 1
    return position


def _is_name(sequence: Sequence, text: str, start: int, end: int) -> bool:
    if not _NAME.fullmatch(text, start, end):
        return False
    at = sequence.at(start)
    while at < len(sequence.words) and sequence.starts[at] < end:
        word = sequence.words[at]
        if word in FUNCTION or tag_of(word) in _NO_VERB_TAGS - {"v"}:
            return False
        if tag_of(word) == "v" and word not in load("organizations")["company_verbs"]["words"]:
            return False
        at += 1
    return sequence.words[at - 1] not in load("organizations")["inside"]["stops"]


def _is_place(sequence: Sequence, places: Collection[Place], start: int, end: int) -> bool:
    """Whether an item begins with a known place or is one word that no dictionary calls common."""
    if any(place.start == start for place in places):
        return True
    at = sequence.at(start)
    return sequence.ends[at] == end and tag_of(sequence.words[at]) in PLACE_TAGS


def _has_proper_word(sequence: Sequence, start: int, end: int) -> bool:
    at = sequence.at(start)
    while at < len(sequence.words) and sequence.starts[at] < end:
        if tag_of(sequence.words[at]) in PROPER_TAGS:
            return True
        at += 1
    return False
