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
_PASSING_TAGS = PROPER_TAGS | frozenset({"n", "vn", "an", "b", "j", "f", "s", "l", "i", "ng", "g"})
# Characters that an unknown word may carry in front although they are not of the name: 到…公司.
FUNCTION = frozenset(
    "的了在由对向与和从为将把被给让等及是到好这那此各该本我其每某并而或也都已又再经以至于像"
)
LONGEST = 24  # code points before the last word


@dataclass(frozen=True)
class Edge:
    """Where a name begins, and what it begins with."""

    start: int
    inner: int  # code points between what it begins with and the last word
    verbs: tuple[str, ...] = ()  # verbs among them
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
    allowed, stops, before = _inside()
    at = sequence.at(head)
    position = head
    proper: Edge | None = None
    verbs: tuple[str, ...] = ()
    if sequence.starts[at] < head:
        position = sequence.starts[at]
        proper = _proper(sequence, at, head, verbs)
    at -= 1
    while True:
        place = ends.get(position)
        if place:
            start = _with_group(sequence, place.start, before)
            return Edge(start, head - position, verbs, place)
        if at < 0 or head - position >= LONGEST:
            break
        word = sequence.words[at]
        if word in LEVEL_WORDS and position < head:
            return Edge(sequence.starts[at], head - position, verbs, None, word)
        if word in stops or not _writes_names(word):
            break
        if tag_of(word) not in _PASSING_TAGS:
            if word not in allowed:
                break
            verbs = (word, *verbs)
        position = sequence.starts[at]
        proper = _proper(sequence, at, head, verbs) or proper
        at -= 1
    return proper


def _proper(sequence: Sequence, at: int, head: int, verbs: tuple[str, ...]) -> Edge | None:
    """The edge at a word that is no common noun, without function words glued to its front."""
    word, start = sequence.words[at], sequence.starts[at]
    tag = tag_of(word)
    if tag not in PROPER_TAGS or (len(word) == 1 and tag != "x"):
        return None
    if tag == "x":
        while start < head - 1 and word and word[0] in FUNCTION:
            word, start = word[1:], start + 1
        if not word:
            return None
    return Edge(start, head - start, verbs)


def _with_group(sequence: Sequence, start: int, before: tuple[str, ...]) -> int:
    """The start of a name that begins with a group's name before the place."""
    at = sequence.at(start) - 1
    if at >= 0 and sequence.ends[at] == start and sequence.words[at] in before:
        return sequence.starts[at]
    return start


def _writes_names(word: str) -> bool:
    return "\u4e00" <= word[0] <= "\u9fff" or (word.isascii() and word.isalnum())
