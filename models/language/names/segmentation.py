"""The words of a joined text, by position."""

from itertools import accumulate
from weakref import WeakKeyDictionary

import polars as pl

from models.language.names.joined import BREAK, JoinedText
from models.language.names.words import Words, tag_of

NAME_TAGS = frozenset(("nr", "nrfg", "x"))  # x: not in the dictionary


class Segmentation:
    """Where words start, how long they are and what part of speech they have."""

    def __init__(self, text: str, words: list[str]) -> None:
        self._text = text
        sizes = list(map(len, words))
        marks = {size: b"\x01" + bytes(size - 1) for size in set(sizes)}
        self.cuts = b"".join([marks[size] for size in sizes]) + b"\x01"  # 1 where a word starts
        starts = accumulate(sizes, initial=0)
        self._sizes = {start: size for start, size in zip(starts, sizes, strict=False) if size > 1}

    def word(self, start: int) -> tuple[int, str]:
        """Length and part of speech of the longer word that starts here; (1, "") if none does."""
        size = self._sizes.get(start)
        return (size, tag_of(self._text[start : start + size])) if size else (1, "")

    def may_name(self, start: int, size: int) -> bool:
        """Whether a word is a person's name in the dictionary, or is not in it at all."""
        return tag_of(self._text[start : start + size]) in NAME_TAGS

    def covering(self, at: int) -> str:
        """Part of speech of the longer word that lies around `at`."""
        return self.word(self.cuts.rfind(b"\x01", 0, at))[1]

    @staticmethod
    def tag(word: str) -> str:
        """Part of speech of a word."""
        return tag_of(word)

    def long_words(self) -> list[tuple[int, int]]:
        """Start and length of all words of two and more characters, in order."""
        return list(self._sizes.items())


_KNOWN: WeakKeyDictionary[Words, tuple[JoinedText, Segmentation]] = WeakKeyDictionary()


def segmented(articles: pl.DataFrame, words: Words) -> tuple[JoinedText, Segmentation]:
    """The articles as one text with their words in it, put together once for all finders."""
    if words not in _KNOWN:
        joined = JoinedText(articles)
        sequence: list[str] = []
        for cut in words.cuts:
            sequence += cut
            sequence.append(BREAK)
        _KNOWN[words] = joined, Segmentation(joined.text, sequence)
    return _KNOWN[words]
