"""All known names in one automaton: where a text holds one, longest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from models.language.lexicon import FOLDER, load
from models.language.names.automaton import longest_of
from models.language.names.divisions import LEVELS, Division, by_name, by_short_name
from models.language.names.words import tag_of


@dataclass(frozen=True)
class Entry:
    """What a known name may stand for.

    Most names mean the same whatever the context; `settled` says so, and `division` is then what
    they mean (None abroad). `certain` is a division that the name means unless the context says
    otherwise: it tells equal names of others apart.
    """

    name: str
    candidates: tuple[Division, ...]
    official: bool  # the candidates bear it as their official name, else as the short one
    everyday: bool  # it is a common word too
    place: bool  # a place even where no division answers to it
    settled: bool
    division: Division | None
    certain: Division | None


# A known name in a text: start, end, what it may stand for. There are too many for objects.
Hit = tuple[int, int, Entry]


@cache
def _everyday() -> frozenset[str]:
    return frozenset(load("places")["everyday"])


@cache
def _common_names() -> frozenset[str]:
    return frozenset(load("places")["common_names"])


@cache
def entry(name: str) -> Entry:
    """What is known of a name in the automaton."""
    full = by_name().get(name, ())
    candidates = full or by_short_name().get(name, ())
    common = name in (_common_names() if full else _everyday())
    abroad = not full and (name in foreign_places() or name in landmarks())
    settled = not candidates or (not common and not abroad and _alone(candidates, bool(full)))
    certain = None if common or abroad else _certain(name, candidates, bool(full))
    return Entry(
        name,
        candidates,
        bool(full),
        common,
        abroad or (bool(full) and not common),
        settled,
        _present(candidates)[0] if settled and candidates else None,
        certain,
    )


def _present(candidates: Sequence[Division]) -> list[Division]:
    """The divisions of today among some; all of them if none is."""
    return [d for d in candidates if d.until is None] or list(candidates)


def _alone(candidates: tuple[Division, ...], official: bool) -> bool:
    """Whether nothing but the widest candidate can be meant."""
    present = _present(candidates)
    if official:
        return present[0].level in LEVELS[:2] or (
            len(present) == 1 and present[0].level != LEVELS[3]
        )
    return len(candidates) == 1 and present[0].level in LEVELS[:2]


def _certain(name: str, candidates: tuple[Division, ...], official: bool) -> Division | None:
    upper = _present([d for d in candidates if d.level != LEVELS[3]])
    if not official:
        upper = [d for d in upper if d.until is None]
    if not upper:
        return None
    if upper[0].level in LEVELS[:2]:
        return upper[0]
    if official:
        return upper[0] if len(upper) == 1 else None
    alone = len(upper) == 1 and not upper[0].name.endswith("区") and tag_of(name) == "ns"
    return upper[0] if alone else None


@cache
def landmarks() -> dict[str, str]:
    """Form → canonical name of regions, natural features and sights."""
    words = load("places")
    return {
        form: forms[0] for key in ("regions", "features") for forms in words[key] for form in forms
    }


@cache
def foreign_places() -> dict[str, str]:
    """Form → canonical name of countries and of places abroad, 中国 among them."""
    words = load("places")
    lines = (FOLDER / "world_places.tsv").read_text("utf-8").splitlines()[1:]
    listed = {line.split("\t")[0] for line in lines} - set(words["not_foreign"])
    home = by_name().keys() | by_short_name().keys() | landmarks().keys()
    found = {name: name for name in listed - home}
    return found | {form: forms[0] for forms in words["foreign"] for form in forms}


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, list[str]]:
    names = sorted({*by_name(), *by_short_name(), *landmarks(), *foreign_places()})
    return longest_of(names), names


def find(text: str) -> list[Hit]:
    """The known names in a text that do not overlap, longest at each position."""
    automaton, names = _automaton()
    return [
        (start, end, entry(names[i])) for i, start, end in automaton.find_matches_as_indexes(text)
    ]


@cache
def _openings() -> frozenset[str]:
    """The first two characters of every known name."""
    return frozenset(name[:2] for name in _automaton()[1])


def may_begin(text: str, start: int, end: int) -> bool:
    """Whether a known name may begin at one of these offsets."""
    openings = _openings()
    return any(text[at : at + 2] in openings for at in range(start, end))


def find_in(texts: Iterable[str]) -> list[list[Hit]]:
    """What `find` says of each text; one after the other they keep the automaton at hand."""
    return [find(text) for text in texts]
