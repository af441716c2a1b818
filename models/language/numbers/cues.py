"""Cue words as compiled patterns, one for each group of `metric_cues.toml`."""

import re
from functools import cache, lru_cache

from models.language import lexicon


@cache
def words(group: str) -> tuple[str, ...]:
    """The words of one group, longest first; a word may end in a regular expression."""
    for entry in lexicon.entries("metric_cues", "cue", exclusive=False):
        if entry["id"] == group:
            return tuple(sorted(entry["words"], key=lambda word: (-len(word), word)))
    raise lexicon.LexiconError(f"metric_cues.toml has no [[cue]] with id {group!r}")


@cache
def alternatives(group: str) -> str:
    """The words of one group as a regular-expression alternative."""
    return "|".join(words(group))


@cache
def pattern(group: str) -> re.Pattern[str]:
    """A pattern that finds any word of one group."""
    return re.compile(alternatives(group))


@cache
def scanner(marked: str, *others: str) -> re.Pattern[str]:
    """Finds the words of some groups; `lastindex` is set where a word is of the marked group.

    All words must begin with a plain character. They stand side by side, with an empty group behind
    each marked one: so the search skips to what a word can begin with.
    """
    plain = [word for group in others for word in words(group)]
    return re.compile("|".join([*(f"{word}()" for word in words(marked)), *plain]))


@lru_cache(maxsize=1 << 15)
def has(group: str, text: str) -> bool:
    """Whether a text holds a word of one group."""
    return scanner(group).search(text) is not None
