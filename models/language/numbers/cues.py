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
def scanner(*groups: str) -> re.Pattern[str]:
    """Finds the words of some groups; `lastindex` tells the group, counted from 1.

    All words must begin with a plain character: it is looked at before the words are tried.
    """
    first = "".join(sorted({word[0] for group in groups for word in words(group)}))
    either = "|".join(f"({alternatives(group)})" for group in groups)
    return re.compile(rf"(?=[{first}])(?:{either})")


@lru_cache(maxsize=1 << 15)
def has(group: str, text: str) -> bool:
    """Whether a text holds a word of one group."""
    return scanner(group).search(text) is not None
