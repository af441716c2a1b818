"""All known names in one automaton: where a text holds one, longest first."""

from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from models.language.lexicon import FOLDER, load
from models.language.names.divisions import by_name, by_short_name


class Hit(NamedTuple):
    """A known name in a text."""

    start: int
    end: int
    name: str


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
    names = sorted(
        {*by_name(), *by_short_name(), *landmarks(), *foreign_places()},
    )
    automaton = ahocorasick_rs.AhoCorasick(
        names,
        matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
        implementation=ahocorasick_rs.Implementation.DFA,
    )
    return automaton, names


def find(text: str) -> list[Hit]:
    """The known names in a text that do not overlap, longest at each position."""
    automaton, names = _automaton()
    return [Hit(start, end, names[i]) for i, start, end in automaton.find_matches_as_indexes(text)]
