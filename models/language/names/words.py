"""Segmentation of texts into words with offsets and part-of-speech tags, made once and shared."""

from bisect import bisect_right
from functools import cache, cached_property
from itertools import accumulate

import numpy as np
import numpy.typing as npt
import polars as pl
import rjieba

from models.language.lexicon import load
from models.language.names.joined import BREAK


@cache
def _segmenter() -> rjieba.Jieba:
    return rjieba.Jieba()


@cache
def _modern_words() -> frozenset[str]:
    return frozenset(load("modern_words")["words"])


@cache
def tag_of(word: str) -> str:
    """The dictionary's part of speech; `x` for a word that no dictionary holds."""
    if word in _modern_words():
        return "n"
    tagged = _segmenter().tag(word, hmm=False)
    return tagged[0][1] if len(tagged) == 1 else "x"


class Sequence:
    """The words of one text, by position and by offset."""

    __slots__ = ("cuts", "ends", "starts", "words")

    def __init__(self, words: list[str], starts: list[int], ends: list[int], cuts: bytes) -> None:
        self.words = words
        self.starts = starts
        self.ends = ends
        self.cuts = cuts  # for each offset, and for the end of the text: 1 where a word starts

    @classmethod
    def of(cls, words: list[str]) -> "Sequence":
        """The sequence of some words."""
        ends = list(accumulate(map(len, words)))
        cuts = b"".join(b"\x01".ljust(len(word), b"\x00") for word in words) + b"\x01"
        return cls(words, [0, *ends[:-1]] if words else [], ends, cuts)

    def at(self, offset: int) -> int:
        """Position of the word that covers `offset`."""
        return bisect_right(self.starts, offset) - 1

    def begins(self, offset: int) -> bool:
        """Whether a word begins at `offset`, or the text ends there."""
        return self.cuts[offset] == 1

    def finishes(self, offset: int) -> bool:
        """Whether a word ends before `offset`, or the text begins there."""
        return self.cuts[offset] == 1


def segment(text: str) -> Sequence:
    """The words of one short text, such as a headline."""
    return Sequence.of(_segmenter().cut(text))


class Words:
    """The words of some articles, segmented when first asked for."""

    def __init__(self, articles: pl.DataFrame) -> None:
        self._articles = articles.select("article_id", "text")

    @cached_property
    def cuts(self) -> list[list[str]]:
        """The words of each article, in order of the articles."""
        segmenter = _segmenter()
        return [segmenter.cut(text) for text in self._articles["text"]]

    @cached_property
    def run(self) -> list[str]:
        """The words of all articles one after the other, BREAK behind each article."""
        run: list[str] = []
        for cut in self.cuts:
            run += cut
            run.append(BREAK)
        return run

    @cached_property
    def sizes(self) -> npt.NDArray[np.int32]:
        """The length of each word of the run."""
        return np.fromiter(map(len, self.run), np.int32, len(self.run))

    @cached_property
    def marks(self) -> bytes:
        """For each offset of the run, and for its end: 1 where a word starts."""
        marks = np.zeros(int(self.sizes.sum()) + 1, np.uint8)
        marks[np.cumsum(self.sizes)] = marks[0] = 1
        return marks.tobytes()

    @cached_property
    def sequences(self) -> list[Sequence]:
        """The words of each article with their offsets, in order of the articles."""
        counts = np.fromiter(map(len, self.cuts), np.int64, len(self.cuts)) + 1  # with BREAK
        behind = np.cumsum(self.sizes, dtype=np.int64)
        bases = np.concatenate(([0], behind[np.cumsum(counts) - 1]))[:-1]
        offsets = behind - np.repeat(bases, counts)
        ends, starts = offsets.tolist(), (offsets - self.sizes).tolist()
        sequences, first = [], 0
        for cut, base in zip(self.cuts, bases.tolist(), strict=True):
            last = first + len(cut)
            cuts = self.marks[base : base + starts[last] + 1]
            sequences.append(Sequence(cut, starts[first:last], ends[first:last], cuts))
            first = last + 1
        return sequences
