"""Reads lexicon files: words as data, each entry with examples it must accept and refuse.

A lexicon is a TOML file under `models/lexicon/`. Code asks for it by name with a literal
(`load("units")`), which is also how a table's code version knows which words affect it. `load`
refuses a list that holds a word twice. Entries that are lists of tables carry an `id`, `yes` and
`no`; `entries` refuses duplicates and entries without examples, `examples` gives those that stand
apart from their list of words, and `failures` runs the examples through the rule that they serve.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "lexicon"


class LexiconError(ValueError):
    """A lexicon file contradicts itself; the message names file, entry and what to change."""


@cache
def load(name: str) -> dict[str, Any]:
    """The parsed lexicon `name`; raises LexiconError if one of its lists holds a word twice.

    Also FileNotFoundError or tomllib.TOMLDecodeError.
    """
    parsed = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    for group, words in _lists(parsed):
        seen = set[str]()
        for word in words:
            if word in seen:
                raise LexiconError(f"{name}.toml, {group}: {word!r} stands there twice; keep one")
            seen.add(word)
    return parsed


def any_of(words: Iterable[str]) -> str:
    """A pattern of these alternatives, the longer ones first, so that none hides another."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def _lists(value: Any, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of words below `value` with its dotted path; lists of forms count as one list."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _lists(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for table in value:
            if isinstance(table, dict):
                yield from _lists(table, f"{path}[{table.get('id', '')}]")
        yield path, list(_strings(value))


def _strings(value: list[Any]) -> Iterator[str]:
    """The strings of a list and of the lists in it."""
    for item in value:
        if isinstance(item, str):
            yield item
        elif isinstance(item, list):
            yield from _strings(item)


@cache
def examples(name: str) -> tuple[dict[str, Any], ...]:
    """The `[[example]]` entries of a lexicon of plain lists, checked.

    Each has as `id` the dotted path of the list or table of words that it speaks for.
    """
    found = entries(name, "example")
    for entry in found:
        group: Any = load(name)
        for key in entry["id"].split("."):
            group = group.get(key) if isinstance(group, dict) else None
        if not group:
            raise LexiconError(f"{name}.toml, [[example]] {entry['id']!r}: no such list of words")
    return found


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
