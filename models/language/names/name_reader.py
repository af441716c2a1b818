"""Reads the name of a Chinese person at a given place of a text.

A reading (where a name starts, how long it is) is worth the sum of what its characters, the words
around it and the segmentation say, all as logarithms of likelihood ratios.
"""

import sys
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from models.language.lexicon import load
from models.language.names.cues import Cues, post_heads
from models.language.names.joined import BREAK
from models.language.names.name_characters import UNLISTED, given, surnames
from models.language.names.name_starts import MIDDLE, code_points, compound_openings
from models.language.names.segmentation import Segmentation

ACCEPTED = 8  # a reading that is worth less is no name, unless it is announced
LENIENCE = {3: 1, 4: 2, 5: 2}  # by the weight of what announces a name, what it may lack
REPEATED = 3  # what a name may lack if its article repeats it
BOTH_SIDES = 2  # a title before a name and a verb behind it
SHORT = 2  # what a name of two characters lacks
NEVER = -99
UNFOLLOWED = 2  # what the text behind a name adds at most where no word speaks of a person
AS_WORDS = 3  # what the segmentation adds at most

_SPEECH = "说称"
_NEVER_GIVEN = "区县市镇乡省率"  # 高新区, 龙灯乡: ends of places
_DIVISIONS = "村"  # rather the end of a place than of a name
# What follows a surname and makes a place or a body of it: 王家村, 高新区, 马路.
_PLACE_TAIL = frozenset("村镇县市区乡路街河湖山江庄屯岭沟寨堡湾岛港桥站省州国寺庙塔")


class Reading(NamedTuple):
    """One way to read a name at a position of the text."""

    start: int
    end: int
    worth: float


@cache
def _characters(key: str) -> frozenset[str]:
    return frozenset(load("persons")[key])


@cache
def _no_given_names() -> frozenset[str]:
    """陈女士, 刘部长: what makes a form of address of a surname."""
    lists = [entry["words"] for side in ("before", "after") for entry in load("persons")[side]]
    return frozenset(word for words in lists for word in words) | frozenset(post_heads())


@lru_cache(maxsize=200_000)
def name_worth(name: str) -> int:
    """What the characters of a name are worth by themselves."""
    not_names = _characters("not_names")
    if name in not_names or name[:2] in not_names or name[1:] in _no_given_names():
        return NEVER
    if name[-1] in _NEVER_GIVEN:
        return NEVER
    width = 2 if len(name) > 2 and name[:2] in surnames() else 1
    weights = given()
    worth = surnames()[name[:width]] + sum(weights.get(c, UNLISTED) for c in name[width:])
    if name[-1] in _characters("followers"):
        worth += min(0, weights.get(name[-1], UNLISTED))  # rather the next word
    if name[-1] in _DIVISIONS:
        worth -= 5
    if name[0] in _characters("conjunctions"):
        worth -= 4
    return worth - SHORT if len(name) == 2 else worth


def _needed(before: float) -> int:
    """What a reading must be worth behind what announces it, if nothing vouches for it."""
    return ACCEPTED - LENIENCE.get(int(before), 0)


Weights = npt.NDArray[np.signedinteger]


@cache
def _weights_by_code_point() -> tuple[Weights, Weights]:
    """The weight of each character as a surname and in a given name; compound surnames left out."""
    first = np.full(sys.maxunicode + 1, NEVER, np.int16)
    later = np.full(sys.maxunicode + 1, UNLISTED, np.int16)
    for name, weight in surnames().items():
        if len(name) == 1:
            first[ord(name)] = weight
    for character, weight in given().items():
        later[ord(character)] = weight
    return first, later


def _may_suffice(worth: Weights, before: Weights, follows: Weights) -> npt.NDArray[np.bool_]:
    """Which readings can still be taken, whatever the text around them adds to their worth."""
    at_most = worth + np.maximum(follows, UNFOLLOWED) + AS_WORDS
    lenience = sum(less * (before == weight) for weight, less in LENIENCE.items())
    needed = np.where(before > MIDDLE, ACCEPTED - REPEATED, ACCEPTED - lenience)
    return np.where(follows >= MIDDLE, at_most + BOTH_SIDES >= 0, at_most >= needed)


class NameReader:
    """Reads names in one joined text."""

    def __init__(self, text: str, cues: Cues, words: Segmentation) -> None:
        self._text = text
        self._cues = cues
        self._words = words
        self._surnames = surnames()
        self._followers = _characters("followers")
        self._leaders = _characters("leaders")
        self._bearers = _characters("bearers")
        self._function_surnames = _characters("function_surnames")

    def promising(
        self, starts: npt.ArrayLike, announced: npt.ArrayLike
    ) -> Iterator[tuple[int, int]]:
        """The starts, with what announces them, at which `read` may find a name.

        Half of them have characters so unlikely that nothing around them could make up for it;
        this is seen for all of them at once.
        """
        at, weights = np.asarray(starts, np.int64), np.asarray(announced, np.int64)
        text = self._words.code_points
        before = np.maximum(weights, self._all_announced(at))
        surname, later = _weights_by_code_point()
        shorter = before + surname[text[at]] + later[text[at + 1]]
        longer = shorter + later[text[at + 2]]
        may = np.isin(text[at], compound_openings())
        may |= _may_suffice(shorter - SHORT, before, self._all_follow(at + 2))
        may |= _may_suffice(longer, before, self._all_follow(at + 3))
        return zip(at[may].tolist(), weights[may].tolist(), strict=True)

    def _all_announced(self, starts: npt.NDArray[np.int64]) -> Weights:
        """`_announced` of many."""
        cues = self._words.by_offset(self._cues.starts)[starts]
        before = self._words.code_points[starts - 1]
        bearer = np.isin(before, code_points("".join(self._bearers)))
        leader = np.isin(before, code_points("".join(self._leaders))) | (starts == 0)
        return np.where(cues > 0, cues, np.where(bearer & (starts > 0), MIDDLE, leader))

    def _all_follow(self, ends: npt.NDArray[np.int64]) -> Weights:
        """`_follows` of many."""
        cues = self._words.by_offset(self._cues.ends)[ends]
        speech = np.isin(self._words.code_points[ends], code_points(_SPEECH))
        return np.where(cues > 0, cues, np.where(speech, MIDDLE, 0))

    def read(self, start: int, announced: float = 0) -> Reading | None:
        """The best reading that starts here, if it is worth enough; None if there is none."""
        before = max(announced, self._announced(start))
        word = self._words.word(start)
        best = None
        for end in self._ends(start):
            worth = before + name_worth(self._text[start:end])
            worth += self._around(start, end, before, word)
            if best is None or worth > best.worth:
                best = Reading(start, end, worth)
        if best is None or best.worth >= _needed(before):
            return best
        return best if self._is_vouched_for(best, before) else None

    def _is_vouched_for(self, reading: Reading, before: float) -> bool:
        """Whether its repetition in the article makes up for what a reading lacks."""
        announced = before > MIDDLE and reading.worth >= ACCEPTED - REPEATED
        speaks = reading.worth >= 0 and self._follows(reading.end) >= MIDDLE
        if not announced and not speaks:
            return False
        return self._count(reading) > (1 if announced else 2)

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

    def _ends(self, start: int) -> list[int]:
        """Where a name that starts with a surname may end."""
        text = self._text
        if text[start : start + 2] in self._surnames:
            given = start + 2
        elif text[start : start + 1] in self._surnames:
            given = start + 1
        else:
            return []
        if not "\u4e00" <= text[given : given + 1] <= "\u9fff":
            return []
        longer = "\u4e00" <= text[given + 1 : given + 2] <= "\u9fff"
        return [given + 1, given + 2] if longer else [given + 1]

    def _around(self, start: int, end: int, before: float, word: tuple[int, str]) -> float:
        """What the text around a reading says of it."""
        follows = self._follows(end)
        worth = follows or self._after(end)
        worth += self._as_words(start, end, word, announced=before >= MIDDLE)
        if self._text[start] in self._function_surnames:
            worth -= 2 if before >= MIDDLE else 4
        if before > MIDDLE and follows >= MIDDLE:
            worth += BOTH_SIDES
        return worth

    def _follows(self, end: int) -> float:
        """The weight of a word behind a name that says of whom the text speaks."""
        return self._cues.ends.get(end, MIDDLE if self._text[end] in _SPEECH else 0)

    def _after(self, end: int) -> float:
        """What the text behind a name says of it where no word speaks of a person."""
        following = self._text[end]
        if following in self._followers:
            return UNFOLLOWED
        if following in _PLACE_TAIL:
            return -4
        if self._words.cuts[end]:
            return 0.5
        return -0.5 if self._words.covering(end) == "x" else -2

    def _as_words(self, start: int, end: int, word: tuple[int, str], *, announced: bool) -> float:
        """What the segmentation says of a reading at whose start this word starts."""
        size, tag = word
        named = tag in ("nr", "nrfg")
        if size == end - start:
            if named:
                return AS_WORDS if announced or size > 2 else 1
            return 1 if tag == "x" else -4
        if not self._words.cuts[start]:
            return -1 if announced or self._words.covering(start) == "x" else -6
        if size == end - start + 1 and tag == "x" and self._text[end] in self._followers:
            return 1  # 薛良率: the segmentation has taken the next word into the name
        if size > end - start:
            return -2 if named or tag == "x" else -4
        if size == 1:
            return 0
        return 1 if named or tag == "x" else -2
