"""Where a name that ends in a known word begins: a walk to the left over words.

The walk goes on over nouns, unknown words and the verbs that names of bodies contain, ends at the
first known place or at 市, 省, 县…, and stops at everything else. What it has passed tells whether
the result is a name: a place, a word of level, or a word that is no common noun.
"""

from dataclasses import dataclass
from functools import cache

from models.language.lexicon import load
from models.language.names.context import LEVEL_WORDS
from models.language.names.scan import Place
from models.language.names.words import Sequence, tag_of

PROPER_TAGS = frozenset({"ns", "nr", "nrt", "nrfg", "nz", "nt", "x", "eng"})
_PASSING_TAGS = PROPER_TAGS | frozenset(
    {"n", "vn", "an", "b", "j", "f", "s", "l", "i", "ng", "a", "g", "ad"}
)
LONGEST = 24  # code points before the last word


@dataclass(frozen=True)
class Edge:
    """Where a name begins, and what it begins with."""

    start: int
    inner: int  # code points between what it begins with and the last word
    verbs: int  # verbs among them
    place: Place | None = None  # the known place at its beginning
    level: str | None = None  # or the word of level there: 市 in 市重点项目指挥部


@cache
def _inside() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    words = load("organizations")
    return (
        frozenset(words["inside"]["verbs"]),
        frozenset(words["inside"]["stops"]),
        tuple(words["before"]["words"]),
    )


def left_edge(sequence: Sequence, ends: dict[int, Place], head: int) -> Edge | None:
    """The beginning of the name whose last word begins at `head`; None if nothing there is a name.

    `ends` gives the known places by the offset behind them.
    """
    verbs, stops, before = _inside()
    at = sequence.at(head)
    position, proper, proper_verbs, passed = head, None, 0, 0
    if sequence.starts[at] < head:
        position = sequence.starts[at]
        if tag_of(sequence.words[at]) in PROPER_TAGS:
            proper = position
    at -= 1
    while True:
        place = ends.get(position)
        if place:
            return Edge(_with_group(sequence, place.start, before), head - position, passed, place)
        if at < 0 or head - position >= LONGEST:
            break
        word = sequence.words[at]
        if word in LEVEL_WORDS and position < head:
            return Edge(sequence.starts[at], head - position, passed, None, word)
        if word in stops or not _writes_names(word):
            break
        tag = tag_of(word)
        if tag not in _PASSING_TAGS:
            if word not in verbs:
                break
            passed += 1
        position = sequence.starts[at]
        if tag in PROPER_TAGS and (len(word) > 1 or tag == "x"):
            proper, proper_verbs = position, passed
        at -= 1
    return None if proper is None else Edge(proper, head - proper, proper_verbs)


def _with_group(sequence: Sequence, start: int, before: tuple[str, ...]) -> int:
    """The start of a name that begins with a group's name before the place."""
    at = sequence.at(start) - 1
    if at >= 0 and sequence.ends[at] == start and sequence.words[at] in before:
        return sequence.starts[at]
    return start


def _writes_names(word: str) -> bool:
    return "\u4e00" <= word[0] <= "\u9fff" or (word.isascii() and word.isalnum())
