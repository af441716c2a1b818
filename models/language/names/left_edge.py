"""Where a name that ends in a known word begins: a walk to the left over words.

The walk goes on over nouns, unknown words and the verbs that names of bodies contain, jumps over
known places, and stops at everything else. What it has passed tells whether the result is a name:
a known place, or a word that is no common noun.
"""

from dataclasses import dataclass
from functools import cache

from models.language.lexicon import load
from models.language.names.scan import Place
from models.language.names.words import Sequence, tag_of

PROPER_TAGS = frozenset({"ns", "nr", "nrt", "nrfg", "nz", "nt", "x", "eng"})
_PASSING_TAGS = PROPER_TAGS | frozenset(
    {"n", "vn", "an", "b", "j", "f", "s", "l", "i", "ng", "a", "g", "ad", "nrt"}
)
LONGEST = 24  # code points before the last word


@dataclass(frozen=True)
class Edge:
    """Where a name begins, and what it begins with."""

    start: int
    place: Place | None = None  # the known place at its beginning
    inner: int = 0  # code points between the place, or the beginning, and the last word


@cache
def _inside() -> tuple[frozenset[str], frozenset[str]]:
    words = load("organizations")["inside"]
    return frozenset(words["verbs"]), frozenset(words["stops"])


def left_edge(sequence: Sequence, ends: dict[int, Place], head: int) -> Edge | None:
    """The beginning of the name whose last word begins at `head`; None if nothing there is a name.

    `ends` gives the known places by the offset behind them.
    """
    verbs, stops = _inside()
    at = sequence.at(head)
    position = head
    proper: int | None = None
    if sequence.starts[at] < head:
        position = sequence.starts[at]
        proper = position
        at -= 1
    else:
        at -= 1
    while at >= 0 and head - position < LONGEST:
        place = ends.get(position)
        if place:
            return Edge(place.start, place, head - position)
        word = sequence.words[at]
        if word in stops or not _han(word):
            break
        tag = tag_of(word)
        if tag not in _PASSING_TAGS and word not in verbs:
            break
        position = sequence.starts[at]
        if tag in PROPER_TAGS and len(word) > 1:
            proper = position
        at -= 1
    place = ends.get(position)
    if place:
        return Edge(place.start, place, head - position)
    return None if proper is None else Edge(proper, None, head - proper)


def _han(word: str) -> bool:
    return "\u4e00" <= word[0] <= "\u9fff" or (word.isascii() and word.isalnum())
