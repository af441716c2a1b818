"""Where a name that ends in a known word begins: a walk to the left over words.

The walk goes on over nouns, unknown words and the verbs that names of bodies contain, ends at the
first known place or at 市, 省, 县…, and stops at everything else. What it has passed tells whether
the result is a name: a place, a word of level, or a word that is no common noun.
"""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from models.language.lexicon import load
from models.language.names.context import LEVEL_WORDS
from models.language.names.scan import Place
from models.language.names.words import Sequence, tag_of

PROPER_TAGS = frozenset({"ns", "nr", "nrt", "nrfg", "nz", "nt", "x", "eng"})
_PASSING_TAGS = PROPER_TAGS | frozenset({"n", "vn", "an", "b", "j", "f", "s", "l", "i", "ng", "g"})
# Characters that an unknown word may carry in front although they are not of the name: 到…公司.
FUNCTION = frozenset(
    "的了来个项在由对向与和从为将把被给让等及是到好这那此各该本我其每某并而或也自都已又再经以至于像率"
)
_ON_THE_WAY = (
    "驻",
    "沿线途经",
    "途经",
    "沿线",
    "北滨",
    "南滨",
    "北临",
    "南临",
    "东临",
    "西临",
    "北靠",
    "南靠",
    "毗邻",
)
_NEVER_INSIDE = frozenset("的等及由是被让把很")
_FIELD_TAGS = frozenset({"n", "vn", "an"})  # of what a body deals with
LONGEST = 24  # code points before the last word


class KnownPlaces:
    """The known places of a text, by where they begin and end; given in order of the text."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._by_start = {place.start: place for place in places}
        self._by_end = {place.end: place for place in self._by_start.values()}
        self._starts = list(self._by_start)

    def add(self, place: Place) -> None:
        """Makes a place known that was found on the way."""
        self._by_start[place.start] = place
        self._by_end[place.end] = place

    def covers(self, offset: int) -> bool:
        """Whether `offset` lies in one of the places that were known from the beginning."""
        before = bisect_right(self._starts, offset) - 1
        return before >= 0 and self._by_start[self._starts[before]].end > offset

    def starting(self, offset: int, limit: int) -> Place | None:
        """The place that begins at `offset` and ends at `limit` or before."""
        place = self._by_start.get(offset)
        return place if place and place.end <= limit else None

    def ending(self, offset: int) -> Place | None:
        """The place that ends at `offset`."""
        return self._by_end.get(offset)


class Edge(NamedTuple):
    """Where a name begins, and what it begins with."""

    start: int
    inner: int  # code points between what it begins with and the last word
    verbs: tuple[str, ...] = ()  # verbs among them
    place: Place | None = None  # the known place at its beginning
    level: str | None = None  # or the word of level there: 市 in 市重点项目指挥部
    clause: bool = False  # a word directly behind the place makes a clause of it: 威海市新建…
    verb_first: bool = False  # a verb stands directly behind the place: 深圳建设…中心


@cache
def _inside() -> tuple[
    frozenset[str], frozenset[str], tuple[str, ...], frozenset[str], frozenset[str]
]:
    words = load("organizations")
    return (
        frozenset(words["inside"]["verbs"]),
        frozenset(words["inside"]["stops"]),
        tuple(words["before"]["words"]),
        frozenset(words["clause_verbs"]["words"]),
        frozenset(words["clause_verbs"]["always"]),
    )


def left_edge(
    sequence: Sequence,
    places: KnownPlaces,
    head: int,
    *,
    lenient: bool = False,
    common: bool = False,
) -> Edge | None:
    """The beginning of the name whose last word begins at `head`; None if it is no name.

    A lenient walk passes single characters of any kind, for last words that only names have. With
    `common`, a run of common nouns is a name too, for last words of bodies formed for a purpose.
    """
    allowed, stops, before, clause_verbs, clause_openers = _inside()
    place = places.ending(head)
    if place:
        return Edge(_with_group(sequence, place.start, before), 0, (), place)
    at = sequence.at(head)
    position = head
    proper: Edge | None = None
    unlinked, linked = proper, False  # what was found before the walk passed 和
    verbs: tuple[str, ...] = ()
    if sequence.starts[at] < head:
        position = sequence.starts[at]
        if sequence.words[at][: head - position] in LEVEL_WORDS:  # 省图书馆 is one word
            return Edge(position, 0, (), None, sequence.words[at][: head - position])
        proper = _proper(sequence, at, head, verbs)
    at -= 1
    while True:
        place = places.starting(position, head) or places.ending(position)
        if place:
            place = _seat(places, place)
            start = _with_group(sequence, place.start, before)
            after = sequence.words[sequence.at(place.end)]
            verb_first = after in clause_verbs
            clause = after in clause_openers
            return Edge(start, head - place.end, verbs, place, clause=clause, verb_first=verb_first)
        if at < 0 or head - position >= LONGEST:
            break
        word = sequence.words[at]
        if at and sequence.words[at - 1] + word in _cut_in_two():
            at -= 2
            position = sequence.starts[at + 1]
            continue
        if word in ("）", ")"):
            at = _before_bracket(sequence, places, at)
            if at < 0:
                break
            position = sequence.starts[at + 1]
            continue
        if word in LEVEL_WORDS:
            return Edge(sequence.starts[at], head - position, verbs, None, word)
        level = _glued_level(word)
        if level is not None:
            start = sequence.starts[at] + level
            return Edge(start, head - start - 1, verbs, None, word[level])
        if word in _conjunctions() and _links_nouns(sequence, at):
            at -= 1
            position = sequence.starts[at]
            at -= 1
            unlinked, linked = proper, True
            continue
        if word in stops or not _writes_names(word):
            break
        tag = tag_of(word)
        if tag == "x" and past_function_words(word, 0) == len(word):
            break  # 湖等
        single = lenient and len(word) == 1 and word not in FUNCTION
        if tag not in _PASSING_TAGS and word[0] != "第" and not single:
            if word not in allowed:
                break
            verbs = (word, *verbs)
        position = sequence.starts[at]
        proper = _proper(sequence, at, head, verbs) or proper
        if tag == "x" and proper and proper.start > position:
            break
        at -= 1
    if linked:
        return unlinked  # A和B研究院 is one name only behind a place
    return proper or (Edge(position, head - position, verbs) if common else None)


@cache
def _cut_in_two() -> frozenset[str]:
    return frozenset(load("organizations")["cut_in_two"]["words"])


@cache
def _conjunctions() -> frozenset[str]:
    return frozenset(load("organizations")["inside"]["conjunctions"])


_OWN_BODY = frozenset("局厅委会院部司处所站校学社厂行团队办馆市县区省镇乡村家等")


def _links_nouns(sequence: Sequence, at: int) -> bool:
    """Whether 和 stands between the fields of one body: 劳动和社会保障."""
    if at < 1 or at + 1 >= len(sequence.words):
        return False
    before, after = sequence.words[at - 1], sequence.words[at + 1]
    fields = len(before) > 1 and len(after) > 1 and before[-1] not in _OWN_BODY
    return fields and tag_of(before) in _FIELD_TAGS and tag_of(after) in _FIELD_TAGS


def _seat(places: KnownPlaces, place: Place) -> Place:
    """The division before a place in a name: 和县 of 和县台湾农民创业园管委会."""
    before = places.ending(place.start)
    if before and before.name == "中国":  # 扬州中国大运河博物馆
        before = places.ending(before.start)
    return before if before and before.division else place


def _glued_level(word: str) -> int | None:
    """Where 市, 省, 县… stands in an unknown word that glues it to its neighbours: 自市, 市大."""
    if tag_of(word) != "x":
        return None
    if word[0] in LEVEL_WORDS:
        return 0
    return 1 if len(word) > 1 and word[0] in FUNCTION and word[1] in LEVEL_WORDS else None


def _before_bracket(sequence: Sequence, places: KnownPlaces, at: int) -> int:
    """The position before the bracket that closes at `at`, if it holds a place; else -1."""
    place = places.ending(sequence.starts[at])
    opening = sequence.at(place.start) - 1 if place else -1
    if opening < 1 or sequence.words[opening] not in ("（", "("):
        return -1
    return opening - 1


def _proper(sequence: Sequence, at: int, head: int, verbs: tuple[str, ...]) -> Edge | None:
    """The edge at a word that is no common noun, without function words glued to its front."""
    word, start = sequence.words[at], sequence.starts[at]
    tag = tag_of(word)
    if tag not in PROPER_TAGS or (len(word) == 1 and tag != "x"):
        return None
    if tag == "x":
        start = past_function_words(word[: head - start], start)
        if start >= min(head, sequence.ends[at]):
            return None
    return Edge(start, head - start, verbs)


def past_function_words(word: str, start: int) -> int:
    """The offset behind the function words that the unknown word at `start` has in front."""
    cut = next((len(verb) for verb in _ON_THE_WAY if word.startswith(verb)), 0)
    for i, character in enumerate(word):
        if (i == cut and character in FUNCTION) or character in _NEVER_INSIDE:
            cut = i + 1
    return start + cut


def _with_group(sequence: Sequence, start: int, before: tuple[str, ...]) -> int:
    """The start of a name that begins with a group's name before the place."""
    at = sequence.at(start) - 1
    if at >= 0 and sequence.ends[at] == start and sequence.words[at] in before:
        return sequence.starts[at]
    return start


def _writes_names(word: str) -> bool:
    return "\u4e00" <= word[0] <= "\u9fff" or (word.isascii() and word.isalnum())
