"""terms: the words of each article, for keywords and search."""

from collections import Counter

import dataframely as dy
import polars as pl
import rjieba

from models.contract import Contract


class Terms(Contract):
    """One row per article and word."""

    article_id = dy.String(primary_key=True, description="the article")
    term = dy.String(primary_key=True, min_length=1, description="a word, as jieba cuts it")
    term_count = dy.Int32(nullable=False, min=1, description="occurrences in title and text")


def derive(articles: pl.DataFrame) -> pl.DataFrame:
    """Cut title and text into jieba's words and count those that hold a letter, digit or Han."""
    columns: tuple[list[str], list[str], list[int]] = ([], [], [])
    bodies = articles.select(
        "article_id", pl.concat_str("title", "text", separator="\n", ignore_nulls=True)
    )
    for article_id, body in bodies.iter_rows():
        counts = Counter(word for word in rjieba.cut(body, hmm=True) if word[0].isalnum())
        columns[0].extend([article_id] * len(counts))
        columns[1].extend(counts.keys())
        columns[2].extend(counts.values())
    return pl.DataFrame(
        dict(zip(Terms.column_names(), columns, strict=True)),
        schema={"article_id": pl.String, "term": pl.String, "term_count": pl.Int32},
    ).sort("article_id", "term")
