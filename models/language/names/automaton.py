"""Finds any of many words in a text, in one pass."""

from collections.abc import Iterable

import ahocorasick_rs


def longest_of(words: Iterable[str]) -> ahocorasick_rs.AhoCorasick:
    """The automaton over some words that finds those that do not overlap, longest at each position.

    A complete table of transitions reads twice as fast as the smaller kinds, and takes longer to
    make: 0.2 s for the 42,000 names of the gazetteer.
    """
    return ahocorasick_rs.AhoCorasick(
        words,
        matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
        implementation=ahocorasick_rs.Implementation.DFA,
    )
