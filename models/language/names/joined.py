"""Texts of many articles as one string, so that a pattern runs once over all of them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

import ahocorasick_rs
import polars as pl

from models.language.names import candidates
from models.language.names.candidates import Candidate

BREAK = "\n\x00\n"  # ends each text; no name and no pattern reaches across it


class JoinedText:
    """The texts of some articles in one string, with the way back to each article."""

    def __init__(self, articles: pl.DataFrame) -> None:
        self.texts: list[str] = articles["text"].to_list()
        self.article_ids: list[str] = articles["article_id"].to_list()
        self.text = "".join(text + BREAK for text in self.texts)
        self.starts: list[int] = []
        start = 0
        for text in self.texts:
            self.starts.append(start)
            start += len(text) + len(BREAK)

    def article_at(self, offset: int) -> int:
        """Position of the article that holds `offset` of the joined text."""
        return bisect_right(self.starts, offset) - 1

    def matches(self, automaton: ahocorasick_rs.AhoCorasick) -> Iterator[tuple[int, int, int]]:
        """Word, start and end of what an automaton finds.

        It reads one text at a time, for which its table of offsets stays in the processor's cache.
        """
        for base, text in zip(self.starts, self.texts, strict=True):
            for word, start, end in automaton.find_matches_as_indexes(text):
                yield word, base + start, base + end

    def candidates(self, kind: str, found: Iterable[tuple[int, int, str]]) -> pl.DataFrame:
        """Candidates of one type from (start, end, canonical name) in the joined text.

        Those that lie in, or run into, a longer or earlier one are left out (as by `settle`); of
        several names for the same characters the first counts.
        """
        rows = []
        reach = 0
        for start, end, name in sorted(found, key=lambda item: (item[0], -item[1])):
            if start < reach:
                continue
            reach = end
            article = self.article_at(start)
            base = self.starts[article]
            text = self.text[start:end]
            rows.append(
                Candidate(self.article_ids[article], start - base, end - base, kind, text, name)
            )
        return candidates.from_rows(rows)


def matches_beside(
    marks: Iterable[str], pattern: re.Pattern[str], text: str
) -> Iterator[re.Match[str]]:
    """What `pattern.finditer` finds in a joined text, for one that needs a rare mark on its line.

    Only lines with one of the marks are searched; the pattern must not reach across a line feed.
    """
    lines: set[tuple[int, int]] = set()
    for mark in marks:
        at = text.find(mark)
        while at >= 0:
            end = text.index("\n", at) + 1
            lines.add((text.rfind("\n", 0, at) + 1, end))
            at = text.find(mark, end)
    for start, end in sorted(lines):
        yield from pattern.finditer(text, start, end)
