"""The words of a joined text, by position."""

from collections.abc import Container, Mapping
from functools import cached_property
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt
import polars as pl

from models.language.names.joined import BREAK, JoinedText
from models.language.names.words import Words, tag_of

NAME_TAGS = frozenset(("nr", "nrfg", "x"))  # x: not in the dictionary


class Segmentation:
    """Where words start, how long they are and what part of speech they have."""

    def __init__(self, text: str, words: Words) -> None:
        self._text = text
        self._words = words
        self.cuts = words.marks  # 1 where a word starts

    def word(self, start: int) -> tuple[int, str]:
        """Length and part of speech of the longer word that starts here; (1, "") if none does."""
        if not self.cuts[start]:
            return 1, ""
        end = self.cuts.find(1, start + 1)
        return (end - start, tag_of(self._text[start:end])) if end > start + 1 else (1, "")

    def covering(self, at: int) -> str:
        """Part of speech of the longer word that lies around `at`."""
        return self.word(self.cuts.rfind(1, 0, at))[1]

    @staticmethod
    def tag(word: str) -> str:
        """Part of speech of a word."""
        return tag_of(word)

    @property
    def sizes(self) -> npt.NDArray[np.int32]:
        """The length of each word."""
        return self._words.sizes

    @property
    def starts(self) -> npt.NDArray[np.int64]:
        """Where each word starts."""
        return self._words.starts

    @cached_property
    def code_points(self) -> npt.NDArray[np.uint32]:
        """The characters of the text and of one BREAK behind it, as numbers."""
        return np.frombuffer((self._text + BREAK).encode("utf-32-le"), np.uint32)

    def by_offset(self, weights: Mapping[int, int]) -> npt.NDArray[np.int8]:
        """The weights of some offsets for all offsets; 0 for the others."""
        every = np.zeros(len(self.code_points), np.int8)
        every[np.fromiter(weights, np.int64, len(weights))] = np.fromiter(
            weights.values(), np.int8, len(weights)
        )
        return every

    def tagged(self, tags: Container[str], among: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
        """Which of the words `among` all words have one of these parts of speech."""
        numbers, distinct = self._words.numbers, self._words.vocabulary
        table = np.zeros(len(distinct), np.bool_)
        for number in np.unique(numbers[among]).tolist():
            table[number] = tag_of(distinct[number]) in tags
        return among & table[numbers]


_KNOWN: WeakKeyDictionary[Words, tuple[JoinedText, Segmentation]] = WeakKeyDictionary()


def segmented(articles: pl.DataFrame, words: Words) -> tuple[JoinedText, Segmentation]:
    """The articles as one text with their words in it, put together once for all finders."""
    if words not in _KNOWN:
        joined = JoinedText(articles)
        _KNOWN[words] = joined, Segmentation(joined.text, words)
    return _KNOWN[words]
