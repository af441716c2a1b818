"""Bound words around a number: 约, 超过, 余, 以上 and how firmly they commit to it."""

import re
from functools import cache

from models.language import lexicon


@cache
def _at(where: str) -> dict[str, str]:
    """Bound words of one place → bound."""
    return {
        word: entry["bound"]
        for entry in lexicon.entries("bounds", "bound")
        if entry["where"] == where
        for word in entry["words"]
    }


@cache
def _after_pattern() -> re.Pattern[str]:
    words = sorted(_at("after"), key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, words)))


@cache
def _last_characters(*places: str) -> frozenset[str]:
    """The characters with which a bound word before a number can end."""
    return frozenset(word[-1] for place in places for word in _at(place))


@cache
def _look_alikes() -> tuple[str, ...]:
    return tuple(lexicon.load("bounds")["not_before"]["words"])


def before(text: str, start: int, bare_scale: bool) -> tuple[int, str] | None:
    """Where a bound word that ends at `start` begins, and its bound."""
    if text[start - 1 : start] not in _last_characters("before", "before_scale") or not start:
        return None
    for length in (4, 3, 2, 1):
        if length > start:
            continue
        word = text[start - length : start]
        bound = _at("before").get(word) or (bare_scale and _at("before_scale").get(word)) or None
        if bound is not None:
            if text[max(0, start - 3) : start].endswith(_look_alikes()):
                return None
            return start - length, bound
    return None


def after(text: str, end: int) -> tuple[int, str] | None:
    """Where a bound word that starts at `end` ends, and its bound."""
    match = _after_pattern().match(text, end)
    return (match.end(), _at("after")[match.group()]) if match else None
