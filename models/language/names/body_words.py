"""The words that names of bodies are built from, in one automaton."""

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from models.language.lexicon import load
from models.language.names.automaton import longest_of

KNOWN = ("party_and_state", "companies", "international", "media")  # lists of bodies.toml

_OF_A_FAIR = "组委会"  # 台博会组委会


class Build(Enum):
    """How a form becomes a name."""

    FIXED = "fixed"  # the form alone names the body
    DEPARTMENT = "department"  # the division, then the full name of the department
    FRAMED = "framed"  # the division stands inside the canonical name
    HEAD = "head"  # the last word of a name that is kept as printed


@dataclass(frozen=True)
class Form:
    """A form and what it stands for: a canonical name, a frame, or the kind of a head."""

    build: Build
    stands_for: str


class Hit(NamedTuple):
    """A form in a text."""

    start: int
    end: int
    word: str
    form: Form


@cache
def forms() -> dict[str, Form]:
    """Every form with what it stands for; fixed names win over departments, those over heads."""
    words = load("organizations")
    found: dict[str, Form] = {}
    for kind, heads in words["heads"].items():
        found |= {head: Form(Build.HEAD, kind) for head in heads}
    for build, table in ((Build.DEPARTMENT, "departments"), (Build.FRAMED, "framed")):
        for full, short in words[table].items():
            names = short if build is Build.FRAMED else [full, *short, *_cut(full)]
            found |= {name: Form(build, full) for name in names}
    for fair in load("events")["proper"]:
        found[fair + _OF_A_FAIR] = Form(Build.FIXED, fair + _OF_A_FAIR)
    for names in (names for kind in KNOWN for names in load("bodies")[kind]):
        found |= {name: Form(Build.FIXED, names[0]) for name in names}
    return found


def _cut(full: str) -> list[str]:
    """旅游发展委 of 旅游发展委员会."""
    long = full.endswith("委员会") and len(full) > 6
    return [full.removesuffix("员会")] if long else []


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, list[str]]:
    words = sorted(forms())
    return longest_of(words), words


def find(text: str) -> list[Hit]:
    """The forms in a text that do not overlap, longest at each position."""
    automaton, words = _automaton()
    known = forms()
    return [
        Hit(start, end, words[i], known[words[i]])
        for i, start, end in automaton.find_matches_as_indexes(text)
    ]
