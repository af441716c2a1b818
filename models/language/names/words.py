"""Segmentation of texts into words with offsets and part-of-speech tags, made once and shared."""

from bisect import bisect_right
from functools import cache, cached_property
from itertools import accumulate, chain

import polars as pl
import rjieba

from models.language.lexicon import load

SCHEMA = pl.Schema(
    {
        "article_id": pl.String,
        "start_offset": pl.Int32,
        "end_offset": pl.Int32,
        "word": pl.String,
        "tag": pl.String,
    }
)


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

    __slots__ = ("ends", "starts", "words")

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.ends = list(accumulate(map(len, words)))
        self.starts = [0, *self.ends[:-1]] if words else []

    def at(self, offset: int) -> int:
        """Position of the word that covers `offset`."""
        return bisect_right(self.starts, offset) - 1

    def begins(self, offset: int) -> bool:
        """Whether a word begins at `offset`."""
        return self.starts[self.at(offset)] == offset

    def finishes(self, offset: int) -> bool:
        """Whether a word ends before `offset`."""
        return self.ends[self.at(offset - 1)] == offset


def segment(text: str) -> Sequence:
    """The words of one short text, such as a headline."""
    return Sequence(_segmenter().cut(text))


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
    def sequences(self) -> list[Sequence]:
        """The words of each article with their offsets, in order of the articles."""
        return [Sequence(cut) for cut in self.cuts]

    @cached_property
    def frame(self) -> pl.DataFrame:
        """One row per word in order of the text, as `SCHEMA`; costs as much as segmenting."""
        words = pl.Series("word", list(chain.from_iterable(self.cuts)), dtype=pl.String)
        known = words.unique()
        tags = pl.DataFrame({"word": known, "tag": [tag_of(word) for word in known]})
        counts = pl.Series([len(cut) for cut in self.cuts], dtype=pl.UInt32)
        article = pl.DataFrame({"article_id": self._articles["article_id"], "count": counts})
        owner = article.select(pl.col("article_id").repeat_by("count").explode(empty_as_null=False))
        length = pl.col("word").str.len_chars().cast(pl.Int32)
        end = length.cum_sum().over("article_id")
        return (
            owner.with_columns(words)
            .with_columns(end.alias("end_offset"), (end - length).alias("start_offset"))
            .join(tags, on="word", how="left", maintain_order="left")
            .select(SCHEMA.names())
        )
