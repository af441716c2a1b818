"""Unit words and measure words: what may follow a number, and what it then measures."""

from functools import cache
from typing import NamedTuple

from models.language import lexicon


class Unit(NamedTuple):
    """A unit as `metrics.unit` holds it, with its dimension and size in the base unit."""

    name: str
    dimension: str
    factor: float
    base: str


@cache
def stored_as() -> dict[str, str]:
    """As written → as stored."""
    found: dict[str, str] = lexicon.load("units")["stored_as"]
    return found


def _stored(word: str) -> str:
    """A unit's name by the word as written."""
    return stored_as().get(word, word)


@cache
def sized() -> dict[str, Unit]:
    """Units of a fixed size, by the word as written."""
    found: dict[str, Unit] = {}
    for group in lexicon.entries("units", "group"):
        for word, factor in group["units"]:
            name = _stored(word)
            found[word] = Unit(name, group["dimension"], float(factor), group["base"])
    return found


@cache
def counting() -> dict[str, Unit]:
    """Measure words, by the word as written; each is its own base."""
    found: dict[str, Unit] = {}
    for group in lexicon.entries("measure_words", "group"):
        for word in group["words"]:
            name = _stored(word)
            found[word] = Unit(name, group["dimension"], 1.0, name)
    return found


@cache
def _other_words() -> dict[str, frozenset[str]]:
    """Measure word → characters behind it that make it the start of another word."""
    other = lexicon.load("measure_words")["other_word"]
    return {word: frozenset(behind) for word, behind in other.items()}


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """First character → lengths of the words that start with it, longest first."""
    found: dict[str, set[int]] = {}
    for word in _all():
        found.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


@cache
def _all() -> dict[str, Unit]:
    return {**counting(), **sized()}


@cache
def _pieces() -> dict[str, tuple[str, ...]]:
    """Word for money → nouns before which it counts pieces."""
    return {word: tuple(nouns) for word, nouns in lexicon.load("units")["pieces"].items()}


def unit_at(text: str, at: int) -> tuple[Unit, int] | None:
    """The longest unit that is written at `at`, and where it ends."""
    for length in _lengths().get(text[at : at + 1], ()):
        word = text[at : at + length]
        unit = _all().get(word)
        if unit is not None and len(word) == length:
            end = at + length
            if text[end : end + 1] in _other_words().get(word, ()):
                return None
            pieces = _pieces().get(word)
            if pieces and text.startswith(pieces, end):
                return counting()[word]._replace(name=word, base=word), end
            return unit, end
    return None
