"""Finds persons in articles.

A reading of a name (where it starts, how long it is) is worth the sum of what its characters, the
words around it and the segmentation say, all as logarithms of likelihood ratios. A name that is
read safely once in an article is then found wherever else the article prints it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs
import polars as pl

from models.language.lexicon import load
from models.language.names import candidates
from models.language.names.cues import Cues, find_cues, post_heads
from models.language.names.foreign import find_foreign, short_forms
from models.language.names.joined import BREAK, JoinedText
from models.language.names.name_characters import NO_SURNAME, UNLISTED, given, surnames
from models.language.names.segmentation import Segmentation, segmented
from models.language.names.words import Words

ACCEPTED = 8  # a reading that is worth less is no name, unless it is announced
LENIENCE = {3: 1, 4: 2, 5: 2}  # by the weight of what announces a name, what it may lack
REPEATED = 3  # what a name may lack if its article repeats it
BOTH_SIDES = 2  # a title before a name and a verb behind it
MIDDLE = 3  # a name in a list of names, or after a word that announces names

_HAN = re.compile(r"[\u4e00-\u9fff]")
NAME_TAGS = ("nr", "nrfg", "x")  # of words that may be names; x: not in the dictionary
_SPEECH = "说称"
_LIST_MARKS = "、和与及"
# What follows a surname and makes a place or a body of it: 王家村, 高新区, 马路.
_DIVISIONS = frozenset("区县市镇村乡省")  # 高新区, 武侯区: ends of places rather than of names
_PLACE_TAIL = frozenset("村镇县市区乡路街河湖山江庄屯岭沟寨堡湾岛港桥站省州国寺庙塔")


Spans = dict[tuple[int, int], str]  # start and end → full name


@dataclass(frozen=True)
class Reading:
    """One way to read a name at a position of the text."""

    start: int
    end: int
    worth: float


@cache
def _after_bearers() -> re.Pattern[str]:
    """Where a surname that is little else follows the last character of an occupation."""
    strong = "".join(name for name, weight in surnames().items() if weight > 2 and len(name) == 1)
    return re.compile(rf"[{load('persons')['bearers']}](?=[{strong}])")


@cache
def _doctrine() -> re.Pattern[str]:
    return re.compile("|".join(load("persons")["doctrine"]))


class _Reader:
    """Reads names in one joined text."""

    def __init__(self, text: str, cues: Cues, words: Segmentation) -> None:
        self._text = text
        self._cues = cues
        self._words = words
        self._surnames, self._given = surnames(), given()
        words = load("persons")
        self._followers = frozenset(words["followers"])
        self._leaders = frozenset(words["leaders"])
        self._bearers = frozenset(words["bearers"])
        self._ambiguous = frozenset(words["function_surnames"])
        self._conjunctions = frozenset(words["conjunctions"])
        self._not_names = frozenset(words["not_names"])

    def read(self, start: int, announced: float = 0) -> Reading | None:
        """The best reading that starts here, worth at least `ACCEPTED`; None if there is none."""
        before = max(announced, self._announced(start))
        best = None
        for end in self._ends(start):
            worth = before + self._worth(start, end, announced=before >= MIDDLE)
            if before > MIDDLE and self._follows(end) >= MIDDLE:
                worth += BOTH_SIDES
            if best is None or worth > best.worth:
                best = Reading(start, end, worth)
        if best is None or best.worth >= ACCEPTED - LENIENCE.get(int(before), 0):
            return best
        announced_nearly = before > MIDDLE and best.worth >= ACCEPTED - REPEATED
        speaks = best.worth >= 0 and self._follows(best.end) >= MIDDLE
        if (announced_nearly and self._count(best) > 1) or (speaks and self._count(best) > 2):
            return best
        return None

    def _announced(self, start: int) -> float:
        """The weight of what stands before a name."""
        cue = self._cues.starts.get(start, 0)
        if cue or start == 0:
            return cue or 1
        if self._text[start - 1] in self._bearers:
            return MIDDLE
        return 1 if self._text[start - 1] in self._leaders else 0

    def _count(self, reading: Reading) -> int:
        """How often the article prints a name of three characters or more; 0 for a shorter one."""
        if reading.end - reading.start < 3:
            return 0
        first = self._text.rfind(BREAK, 0, reading.start) + 1
        last = self._text.find(BREAK, reading.end)
        return self._text.count(self._text[reading.start : reading.end], first, last)

    def _ends(self, start: int) -> Iterator[int]:
        width = 2 if self._text[start : start + 2] in self._surnames else 1
        for end in (start + width + 1, start + width + 2):
            if len(_HAN.findall(self._text[start:end])) == end - start:
                yield end

    def _worth(self, start: int, end: int, announced: bool) -> float:
        name = self._text[start:end]
        if name in self._not_names or name[:2] in self._not_names or _address(name):
            return -99
        width = 2 if name[:2] in self._surnames and len(name) > 2 else 1
        characters = self._surnames.get(name[:width], NO_SURNAME) + sum(
            self._given.get(character, UNLISTED) for character in name[width:]
        )
        if name[-1] in self._followers:
            characters += min(0, self._given.get(name[-1], UNLISTED))  # rather the next word
        short = -2 if len(name) == 2 else 0
        if name[-1] in _DIVISIONS:
            short -= 5
        if name[0] in self._conjunctions:
            short -= 4
        elif name[0] in self._ambiguous:
            short -= 2 if announced else 4
        return (
            characters + short + self._after(end)
            + self._as_words(start, end, announced)
        )  # fmt: skip

    def _follows(self, end: int) -> float:
        """The weight of a word behind a name that says of whom the text speaks."""
        if self._text[end] == "副":
            end += 1
        return self._cues.ends.get(end, MIDDLE if self._text[end] in _SPEECH else 0)

    def _after(self, end: int) -> float:
        following = self._text[end]
        if follows := self._follows(end):
            return follows
        if following in self._followers:
            return 2
        if following in _PLACE_TAIL:
            return -4
        if self._words.cuts[end]:
            return 0.5
        return -0.5 if self._words.covering(end) == "x" else -2

    def _as_words(self, start: int, end: int, announced: bool) -> float:
        """What the segmentation says of a reading."""
        size, tag = self._words.word(start)
        named = tag in ("nr", "nrfg")
        if size == end - start:
            if named:
                return 3 if announced or size > 2 else 1
            return 1 if tag == "x" else -4
        if not self._words.cuts[start]:
            return -1 if announced or self._words.covering(start) == "x" else -6
        if size > end - start:
            return -2 if named or tag == "x" else -4
        if size == 1:
            return 0
        return 1 if named or tag == "x" else -2


def _starts(text: str, cues: Cues, words: Segmentation) -> list[int]:
    """Where it is worth while to try to read a name."""
    first = surnames()
    starts = {at for at, weight in cues.starts.items() if weight >= MIDDLE}
    for at, size in words.long_words():
        named = text[at] in first
        led = size == 2 and text[at - 1 : at] in first
        if size <= 4 and (named or led) and words.word(at)[1] in NAME_TAGS:
            if named:
                starts.add(at)
            if led:
                starts.add(at - 1)
    starts |= {match.end() for match in _after_bearers().finditer(text)}
    for at in cues.ends:
        starts |= {at - back for back in (2, 3) if text[at - back : at - back + 1] in first}
        starts |= {at - back for back in (3, 4) if text[at - back : at - back + 2] in first}
    return sorted(at for at in starts if 0 <= at < len(text))


def _skip_space(text: str, at: int) -> int:
    """A title and its name may be set apart by one space or a line break."""
    return at + 1 if text[at : at + 1] in (" ", "\n") else at


def _read_all(reader: _Reader, text: str, cues: Cues, starts: Iterable[int]) -> list[Reading]:
    """The safe readings, each list of names followed to its end; best first where they overlap."""
    found: dict[int, Reading] = {}
    for at in starts:
        start = _skip_space(text, at) if at in cues.starts else at
        announced = cues.starts.get(at, 0)
        while start not in found:
            reading = reader.read(start, announced)
            if reading is None:
                break
            found[start] = reading
            if text[reading.end : reading.end + 1] not in _LIST_MARKS:
                break
            start, announced = reading.end + 1, MIDDLE
    return _without_overlaps(found.values())


def _without_overlaps(readings: Iterable[Reading]) -> list[Reading]:
    taken: set[int] = set()
    kept = []
    for reading in sorted(readings, key=lambda r: (-r.worth, r.start)):
        span = range(reading.start, reading.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(reading)
    return sorted(kept, key=lambda r: r.start)


@cache
def _figures() -> ahocorasick_rs.AhoCorasick:
    names = [*load("persons")["figures"], *load("foreign_names")["figures"]]
    return ahocorasick_rs.AhoCorasick(
        sorted(names), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    )


def _find_figures(text: str, cuts: bytes) -> Iterator[tuple[int, int, str]]:
    """Public figures whom newspapers name without a title."""
    for _, start, end in _figures().find_matches_as_indexes(text):
        if end - start > 2 or (cuts[start] and cuts[end]):
            yield start, end, text[start:end]


def _address(name: str) -> bool:
    """陈女士, 刘部长: a surname and a form of address are no name."""
    return name[1:] in _addresses()


@cache
def _addresses() -> frozenset[str]:
    after = {word for entry in load("persons")["after"] for word in entry["words"]}
    before = {word for entry in load("persons")["before"] for word in entry["words"]}
    return frozenset(after | before | set(post_heads()))


def _named_in(joined: JoinedText, spans: Spans) -> dict[int, dict[str, str]]:
    """For each article the forms that name somebody in it, and the full name behind each."""
    forms: dict[int, dict[str, str]] = {}
    for (start, _), name in sorted(spans.items(), key=lambda item: (-len(item[1]), item[0])):
        known = forms.setdefault(joined.article_at(start), {})
        for form in (name, *short_forms(name)):
            known.setdefault(form, name)
    return forms


def _repetitions(
    joined: JoinedText, cuts: bytes, forms: dict[int, dict[str, str]]
) -> Iterator[tuple[int, int, str]]:
    """Every place where an article prints a form that names somebody in it."""
    every = sorted({form for known in forms.values() for form in known})
    if not every:
        return
    matcher = ahocorasick_rs.AhoCorasick(every, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    for index, start, end in matcher.find_matches_as_indexes(joined.text):
        form = every[index]
        name = forms.get(joined.article_at(start), {}).get(form)
        if name and (len(form) > 2 or (cuts[start] and cuts[end])):
            yield start, end, name


def find_persons(articles: pl.DataFrame, blocks: pl.DataFrame, words: Words) -> pl.DataFrame:
    """Candidates for persons: names read safely, and their repetitions in the same article."""
    del blocks
    joined, words_at = segmented(articles, words)
    cues = find_cues(joined.text)
    reader = _Reader(joined.text, cues, words_at)
    readings = _read_all(reader, joined.text, cues, _starts(joined.text, cues, words_at))
    spans = {(r.start, r.end): joined.text[r.start : r.end] for r in readings}
    spans |= {(s, e): name for s, e, name in find_foreign(joined.text, cues, words_at)}
    spans |= {(s, e): name for s, e, name in _find_figures(joined.text, words_at.cuts)}
    for start, end, name in _repetitions(joined, words_at.cuts, _named_in(joined, spans)):
        spans[start, end] = name
    doctrine = _doctrine()
    found = joined.candidates(
        "person",
        (
            (start, end, name)
            for (start, end), name in sorted(spans.items())
            if not doctrine.match(joined.text, end)
        ),
    )
    return candidates.settle(found)
