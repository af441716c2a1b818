"""Finds companies that no last word tells: 恩智浦, 零氪科技.

A name that no dictionary holds is a company's where the text says so once: by what stands
behind it (恩智浦总裁), or by what it is called (恩智浦是一家芯片企业). A short name that ends in a
branch of trade (零氪科技) is one before what only companies have. All its repetitions count.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache

from models.language.lexicon import any_of, load
from models.language.names.left_edge import FUNCTION
from models.language.names.name_characters import surnames
from models.language.names.words import Sequence, tag_of

Span = tuple[int, int]

LONGEST, SHORTEST = 4, 2  # characters of a name without a branch of trade
_UNKNOWN_TAGS = frozenset({"x", "nz", "nt"})
_BOUNDING_TAGS = ("v", "p", "c", "u", "d", "r")
_COPULAS = ("是", "为", "系", "作为")
_HAN = re.compile(r"[\u4e00-\u9fff]+")


def _any_of(key: str) -> str:
    return any_of(load("trade_names")[key])


@cache
def _said_of_companies() -> re.Pattern[str]:
    """What makes a company of the unknown word before it."""
    # Alternatives that all begin with a character let `re` leap from one of these to the next.
    kind = rf"(?:一家|国内|全球|全国|我国)[^，。；\n]{{0,24}}?(?:{_any_of('kinds')})"
    return re.compile("|".join((_any_of("followed_by"), *(verb + kind for verb in _COPULAS))))


@cache
def _branches() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any_of('heads')})(?=的?(?:{_any_of('owned')}))")


def trade_names(text: str, sequence: Sequence, known: Collection[str]) -> Iterator[Span]:
    """Where the text names such companies; words in `known` (places) are none."""
    names = {*_unknown_words(text, sequence), *_with_branch(text, sequence)} - set(known)
    for name in sorted(names):
        for match in re.finditer(name, text):
            if sequence.begins(match.start()) or sequence.finishes(match.end()):
                yield match.span()


def _unknown_words(text: str, sequence: Sequence) -> Iterator[str]:
    for match in _said_of_companies().finditer(text):
        at = sequence.at(match.start() - 1) if match.start() else -1
        if at < 0 or sequence.ends[at] != match.start():
            continue
        word = sequence.words[at]
        fits = SHORTEST < len(word) <= LONGEST or (
            len(word) == SHORTEST and not match.group().startswith(_COPULAS)
        )
        if fits and tag_of(word) in _UNKNOWN_TAGS and _may_be_coined(word):
            yield word


def _may_be_coined(word: str) -> bool:
    """Whether a word is written like a trade name, and not like a person's name."""
    if not _HAN.fullmatch(word) or any(character in FUNCTION for character in word):
        return False
    return len(word) > 3 or surnames().get(word[0], 0) < 1


def _with_branch(text: str, sequence: Sequence) -> Iterator[str]:
    for match in _branches().finditer(text):
        start = _coined_before(text, sequence, match.start())
        if start is not None:
            yield text[start : match.end()]


def _coined_before(text: str, sequence: Sequence, end: int) -> int | None:
    """Where two or three characters begin that are no common word, between a boundary and `end`."""
    if not sequence.begins(end):
        return None
    at = sequence.at(end) - 1
    position, words = end, list[str]()
    while at >= 0 and end - sequence.starts[at] <= 3:
        word = sequence.words[at]
        if not _HAN.fullmatch(word) or word in FUNCTION:
            break
        if len(word) > 1 and tag_of(word).startswith(_BOUNDING_TAGS):
            break
        words.append(word)
        position = sequence.starts[at]
        at -= 1
    coined = any(len(word) == 1 or tag_of(word) in _UNKNOWN_TAGS for word in words)
    if end - position < SHORTEST or not coined or text[position] in FUNCTION:
        return None
    before = sequence.words[at] if at >= 0 else "\n"
    bounded = not _HAN.match(before) or _bounds(before)
    return position if bounded else None


def _bounds(word: str) -> bool:
    """Whether a name may begin behind a word: a function word or a verb."""
    return word in FUNCTION or tag_of(word).startswith(_BOUNDING_TAGS)
