"""Places abroad that stand in no list: names written for their sound, by what stands beside them.

贾布里亚省, 贾布里亚难民营; 首都 or 港口城市 before a name, 南部 or 附近 behind one. In articles
that name a foreign country or city only, since the characters make Chinese words too.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache

from models.language.lexicon import any_of, load
from models.language.names.gazetteer import foreign_places
from models.language.names.left_edge import FUNCTION, PROPER_TAGS
from models.language.names.scan import Place
from models.language.names.words import Sequence, tag_of

Span = tuple[int, int]

_HOME = frozenset({"中国", "我国", "全国", "中华人民共和国"})
_SHORTEST, _LONGEST = 2, 8  # characters of a name before its last word
_SHORTEST_BARE = 3  # and of one without a last word


@cache
def _sounds() -> str:
    words = load("foreign_names")
    return words["sounds"] + words["sounds_in_parts"]


@cache
def _with_last_word() -> re.Pattern[str]:
    words = load("places")
    kinds = any_of(words["abroad"])
    sides = "(?:[东西南北](?=[^省州]{2,8}[省州]))?"
    return re.compile(
        rf"({sides}[{_sounds()}]{{{_SHORTEST},{_LONGEST}}})(?<![大各全该多本])({kinds})(?![长民场级政委区立])"
    )


@cache
def _may_have_last_word() -> re.Pattern[str]:
    """Part of every name with a last word."""
    return re.compile(rf"[{_sounds()}]{{{_SHORTEST}}}(?:{any_of(load('places')['abroad'])})")


@cache
def _beside() -> re.Pattern[str]:
    """What stands beside every bare name."""
    words = load("places")
    return re.compile(any_of((*words["abroad_before"], *words["abroad_behind"])))


@cache
def _bare() -> re.Pattern[str]:
    words = load("places")
    before, behind = any_of(words["abroad_before"]), any_of(words["abroad_behind"])
    run = rf"[{_sounds()}]{{{_SHORTEST_BARE},{_LONGEST}}}"
    return re.compile(rf"(?:{before})({run})|({run})(?={behind})")


def places_abroad(text: str, sequence: Sequence, known: Collection[Place]) -> Iterator[Span]:
    """The spans of the names in one text; `known` are the places that stand in the gazetteer."""
    if not any(p.division is None and _is_foreign(p.name) for p in known):
        return
    with_last_word = _may_have_last_word().search(text) is not None
    beside = _beside().search(text) is not None
    if not (with_last_word or beside):
        return
    taken = {at for place in known for at in range(place.start, place.end)}
    home = {at for place in known if place.division for at in range(place.start, place.end)}
    for match in _with_last_word().finditer(text) if with_last_word else ():
        start = _beginning(sequence, match.start(), match.end(1))
        if start is not None and start not in home and match.end() - 1 not in taken:
            yield start, match.end()
    for match in _bare().finditer(text) if beside else ():
        begin, end = match.span(1 if match[1] else 2)
        start = begin if match[1] else _beginning(sequence, begin, end)
        if match[1]:
            end = _end(sequence, begin, end)
        if (
            start is not None
            and end - start >= _SHORTEST_BARE
            and taken.isdisjoint({start, end - 1})
        ):
            yield start, end


def _is_foreign(name: str) -> bool:
    return name in foreign_places() and name not in _HOME


def _beginning(sequence: Sequence, start: int, end: int) -> int | None:
    """Where in a run of sounds the name begins: behind the last ordinary word."""
    at = sequence.at(end - 1)
    position = None
    while at >= 0 and sequence.starts[at] >= start:
        word = sequence.words[at]
        if word in FUNCTION or (len(word) > 1 and tag_of(word) not in PROPER_TAGS):
            break
        position = sequence.starts[at]
        at -= 1
    glued = sequence.words[at][: start - sequence.starts[at]] if at >= 0 else ""
    if glued and sequence.ends[at] > start and set(glued) <= FUNCTION:  # 的贾 in 的贾布里亚
        position = start
    return position if position is not None and end - position >= _SHORTEST else None


def _end(sequence: Sequence, start: int, end: int) -> int:
    """Where a name that begins at `start` gives way to an ordinary word."""
    at = sequence.at(start)
    stop = start
    while at < len(sequence.words) and sequence.ends[at] <= end:
        word = sequence.words[at]
        if word in FUNCTION or (len(word) > 1 and tag_of(word) not in PROPER_TAGS):
            break
        stop = sequence.ends[at]
        at += 1
    return stop
