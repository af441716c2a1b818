"""Reads lexicon files: words as data, each entry with examples it must accept and refuse.

A lexicon is a TOML file under `models/lexicon/`. Code asks for it by name with a literal
(`load("units")`), which is also how a table's code version knows which words affect it. Entries
that are lists of tables carry an `id`, `yes` and `no`; `entries` refuses duplicates and entries
without examples, and `failures` runs the examples through the rule that the entry serves.
"""

import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "lexicon"


class LexiconError(ValueError):
    """A lexicon file contradicts itself; the message names file, entry and what to change."""


@cache
def load(name: str) -> dict[str, Any]:
    """The parsed lexicon `name`; raises FileNotFoundError or tomllib.TOMLDecodeError."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


@cache
def entries(name: str, section: str, *, exclusive: bool = True) -> tuple[dict[str, Any], ...]:
    """The entries of one section, checked: ids and words are unique, examples are there.

    Where entries answer different questions (`exclusive` is false) they may share a word.
    """
    found = tuple(load(name)[section])
    ids = [entry.get("id") for entry in found]
    for entry in found:
        where = f"{name}.toml, [[{section}]] {entry.get('id')!r}"
        if not entry.get("id") or ids.count(entry["id"]) > 1:
            raise LexiconError(f"{where}: every entry needs an id of its own")
        if not entry.get("yes") or not entry.get("no"):
            raise LexiconError(f"{where}: add texts it must accept (yes) and refuse (no)")
    for claimants in [found] if exclusive else [(entry,) for entry in found]:
        _refuse_repeats(name, section, claimants)
    return found


def _refuse_repeats(name: str, section: str, found: tuple[dict[str, Any], ...]) -> None:
    """Raise if two entries (or one, twice) claim the same word."""
    owner: dict[str, str] = {}
    for entry in found:
        for word in _words(entry):
            if word in owner:
                raise LexiconError(
                    f"{name}.toml, [[{section}]]: {word!r} stands in {owner[word]!r} and in "
                    f"{entry['id']!r}; keep one"
                )
            owner[word] = entry["id"]


def _words(entry: dict[str, Any]) -> Iterator[str]:
    """The words that an entry claims for itself, under whichever key it lists them."""
    yield from entry.get("words", ())
    yield from (word for word, _ in entry.get("units", ()) if not isinstance(word, int))


def failures(
    name: str,
    section: str,
    accepts: Callable[[dict[str, Any], str], bool],
    *,
    exclusive: bool = True,
) -> list[str]:
    """The examples that the rule behind an entry reads differently than the entry claims."""
    wrong = []
    for entry in entries(name, section, exclusive=exclusive):
        missed = [text for text in entry["yes"] if not accepts(entry, text)]
        taken = [text for text in entry["no"] if accepts(entry, text)]
        wrong += [f"{name}.{entry['id']} must accept {text}" for text in missed]
        wrong += [f"{name}.{entry['id']} must refuse {text}" for text in taken]
    return wrong
