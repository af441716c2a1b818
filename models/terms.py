"""terms: the words of each article, for keywords and search."""

import dataframely as dy
import numpy as np
import polars as pl

from models.contract import Contract
from models.language.cutting import numbered


class Terms(Contract):
    """One row per article and word."""

    article_id = dy.String(primary_key=True, description="the article")
    term = dy.String(primary_key=True, min_length=1, description="a word, as jieba cuts it")
    term_count = dy.Int32(nullable=False, min=1, description="occurrences in title and text")


def derive(cuts: pl.DataFrame) -> pl.DataFrame:
    """Count the words of title and text that begin with a letter, digit or Han character.

    Words are counted as numbers, those of the articles and of the words in the order of the rows.
    """
    ordered = cuts.sort("article_id")
    words = ordered.select(word=pl.concat_list("title", "text"))["word"]
    known, numbers = numbered(words)
    terms = sorted(word for word in known if word[0].isalnum())
    ranks = dict(zip(terms, range(len(terms)), strict=True))
    rank = np.array([ranks.get(word, -1) for word in known], np.int64)[numbers]
    article = np.repeat(np.arange(len(words)), words.list.len())
    is_term = rank >= 0
    pairs, counts = np.unique((article * len(terms) + rank)[is_term], return_counts=True)
    article, rank = np.divmod(pairs, max(1, len(terms)))
    return pl.DataFrame(
        {
            "article_id": ordered["article_id"].gather(article),
            "term": pl.Series(terms, dtype=pl.String).gather(rank),
            "term_count": pl.Series(counts, dtype=pl.Int32),
        }
    )
