"""Segmentation of texts into words with offsets and part-of-speech tags, made once and shared."""

from array import array
from bisect import bisect_right
from functools import cache, cached_property
from itertools import accumulate

import numpy as np
import numpy.typing as npt
import polars as pl
import rjieba

from models.language.cutting import cut, numbered
from models.language.lexicon import load
from models.language.names.joined import BREAK


@cache
def _modern_words() -> frozenset[str]:
    return frozenset(load("modern_words")["words"])


@cache
def tag_of(word: str) -> str:
    """The dictionary's part of speech; `x` for a word that no dictionary holds."""
    if word in _modern_words():
        return "n"
    tagged = rjieba.tag(word, hmm=False)
    return tagged[0][1] if len(tagged) == 1 else "x"


class Sequence:
    """The words of one text, by position and by offset."""

    __slots__ = ("cuts", "ends", "starts", "words")

    def __init__(
        self, words: list[str], starts: "array[int]", ends: "array[int]", cuts: bytes
    ) -> None:
        self.words = words
        self.starts = starts
        self.ends = ends
        self.cuts = cuts  # for each offset, and for the end of the text: 1 where a word starts

    @classmethod
    def of(cls, words: list[str]) -> "Sequence":
        """The sequence of some words."""
        ends = array("i", accumulate(map(len, words)))
        starts = array("i", [0, *ends[:-1]] if words else [])
        cuts = b"".join(b"\x01".ljust(len(word), b"\x00") for word in words) + b"\x01"
        return cls(words, starts, ends, cuts)

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
    return Sequence.of(rjieba.cut(text))


class Words:
    """The words of the texts of some articles, from their `cuts` where these are there already."""

    def __init__(self, articles: pl.DataFrame, cuts: pl.DataFrame | None = None) -> None:
        self._words = (cut(articles.select("text")) if cuts is None else cuts)["text"]

    @cached_property
    def _numbered(self) -> tuple[list[str], npt.NDArray[np.uint32]]:
        distinct, numbers = numbered(self._words)
        return [*distinct, BREAK], np.insert(numbers, self._counts.cumsum(), len(distinct))

    @property
    def vocabulary(self) -> list[str]:
        """The distinct words, BREAK as the last."""
        return self._numbered[0]

    @property
    def numbers(self) -> npt.NDArray[np.uint32]:
        """The words of all articles as numbers in the vocabulary, BREAK behind each article."""
        return self._numbered[1]

    @cached_property
    def _counts(self) -> npt.NDArray[np.int64]:
        """How many words each article has."""
        return self._words.list.len().to_numpy().astype(np.int64)

    @cached_property
    def run(self) -> list[str]:
        """The words of all articles one after the other, BREAK behind each article."""
        run: list[str] = np.array(self.vocabulary, np.object_)[self.numbers].tolist()
        return run

    @cached_property
    def sizes(self) -> npt.NDArray[np.int32]:
        """The length of each word of the run."""
        return np.fromiter(map(len, self.vocabulary), np.int32)[self.numbers]

    @cached_property
    def starts(self) -> npt.NDArray[np.int64]:
        """The offset of each word of the run."""
        return np.cumsum(self.sizes, dtype=np.int64) - self.sizes

    @cached_property
    def marks(self) -> bytes:
        """For each offset of the run, and for its end: 1 where a word starts."""
        marks = np.zeros(int(self.sizes.sum()) + 1, np.uint8)
        marks[self.starts] = marks[-1] = 1
        return marks.tobytes()

    @cached_property
    def sequences(self) -> list[Sequence]:
        """The words of each article with their offsets, in order of the articles."""
        lasts = np.cumsum(self._counts + 1) - 1  # where BREAK stands
        firsts = lasts - self._counts
        offsets = self.starts - np.repeat(self.starts[firsts], self._counts + 1)
        bounds = array("i", offsets.astype(np.intc).tobytes())
        sequences = []
        bases = self.starts[firsts].tolist()
        for first, last, base in zip(firsts.tolist(), lasts.tolist(), bases, strict=True):
            cuts = self.marks[base : base + bounds[last] + 1]
            ends = bounds[first + 1 : last + 1]  # each word ends where the next one starts
            sequences.append(Sequence(self.run[first:last], bounds[first:last], ends, cuts))
        return sequences
