"""The words of a joined text, by position."""

from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt
import polars as pl

from models.language.names.joined import JoinedText
from models.language.names.words import Words, tag_of

NAME_TAGS = frozenset(("nr", "nrfg", "x"))  # x: not in the dictionary


class Segmentation:
    """Where words start, how long they are and what part of speech they have."""

    def __init__(self, text: str, words: Words) -> None:
        self._text = text
        self.words = words.run
        self.sizes = words.sizes
        self.starts = np.cumsum(words.sizes) - words.sizes
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

    def initials(self) -> npt.NDArray[np.uint32]:
        """The first code point of each word."""
        return np.frombuffer(self._text.encode("utf-32-le"), np.uint32)[self.starts]


_KNOWN: WeakKeyDictionary[Words, tuple[JoinedText, Segmentation]] = WeakKeyDictionary()


def segmented(articles: pl.DataFrame, words: Words) -> tuple[JoinedText, Segmentation]:
    """The articles as one text with their words in it, put together once for all finders."""
    if words not in _KNOWN:
        joined = JoinedText(articles)
        _KNOWN[words] = joined, Segmentation(joined.text, words)
    return _KNOWN[words]
