"""cuts: headlines and texts cut into words, once for all tables that are read from words."""

import dataframely as dy
import polars as pl

from models.contract import Contract
from models.language.cutting import cut


class Cuts(Contract):
    """One row per article: the words of its title and of its text, in order."""

    article_id = dy.String(primary_key=True, description="the article")
    title = dy.List(dy.Categorical(), description="words of the title; empty without one")
    text = dy.List(dy.Categorical(), description="words of the text; joined, they are the text")


def derive(articles: pl.DataFrame) -> pl.DataFrame:
    """Cut titles and texts into jieba's words."""
    return articles.select("article_id").hstack(cut(articles.select("title", "text")))
