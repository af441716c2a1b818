"""Cue words as compiled patterns, one for each group of `metric_cues.toml`."""

import re
from functools import cache

from models.language import lexicon


@cache
def alternatives(group: str) -> str:
    """The words of one group as a regular-expression alternative, longest first."""
    for entry in lexicon.entries("metric_cues", "cue", exclusive=False):
        if entry["id"] == group:
            return "|".join(sorted(entry["words"], key=lambda word: (-len(word), word)))
    raise lexicon.LexiconError(f"metric_cues.toml has no [[cue]] with id {group!r}")


@cache
def pattern(group: str) -> re.Pattern[str]:
    """A pattern that finds any word of one group."""
    return re.compile(alternatives(group))
