"""Segmentation of texts into words with offsets and part-of-speech tags, made once and shared."""

from functools import cache, cached_property
from itertools import chain

import polars as pl
import rjieba

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
def tag_of(word: str) -> str:
    """The dictionary's part of speech; `x` for a word that the dictionary does not hold."""
    tagged = _segmenter().tag(word, hmm=False)
    return tagged[0][1] if len(tagged) == 1 else "x"


class Words:
    """The words of some articles, segmented when first asked for."""

    def __init__(self, articles: pl.DataFrame) -> None:
        self._articles = articles.select("article_id", "text")

    @cached_property
    def frame(self) -> pl.DataFrame:
        """One row per word in order of the text, as `SCHEMA`."""
        segmenter = _segmenter()
        cuts = [segmenter.cut(text) for text in self._articles["text"]]
        words = pl.Series("word", list(chain.from_iterable(cuts)), dtype=pl.String)
        known = words.unique()
        tags = pl.DataFrame({"word": known, "tag": [tag_of(word) for word in known]})
        counts = pl.Series([len(cut) for cut in cuts], dtype=pl.UInt32)
        article = pl.DataFrame({"article_id": self._articles["article_id"], "count": counts})
        owner = article.select(pl.col("article_id").repeat_by("count").explode(empty_as_null=False))
        end = pl.col("word").str.len_chars().cum_sum().over("article_id").cast(pl.Int32)
        return (
            owner.with_columns(words)
            .with_columns(end.alias("end_offset"))
            .with_columns(
                (pl.col("end_offset") - pl.col("word").str.len_chars())
                .cast(pl.Int32)
                .alias("start_offset")
            )
            .join(tags, on="word", how="left", maintain_order="left")
            .select(SCHEMA.names())
        )
