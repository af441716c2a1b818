"""roles: who holds which post where, as an article says it."""

import dataframely as dy
import polars as pl

from models.contract import Contract


class Roles(Contract):
    """One row per person, body and title that an article states."""

    article_id = dy.String(nullable=False, description="the article")
    person_id = dy.String(nullable=False, description="entity_id of the person")
    organization_id = dy.String(nullable=True, description="entity_id of the body; null if unnamed")
    title = dy.String(nullable=False, min_length=1, description="one post: 党组书记, 局长")
    start_offset = dy.Int32(nullable=False, min=0, description="first code point in articles.text")
    end_offset = dy.Int32(nullable=False, description="one past the last code point")
    text = dy.String(nullable=False, min_length=1, description="the words that state the post")
    organization_name = dy.String(
        nullable=True,
        description="canonical name of the body, which the text may only imply (市长 → 人民政府)",
    )
    organization_place_code = dy.String(
        nullable=True, description="GB/T 2260 code of the place that the body belongs to"
    )

    @dy.rule()
    def span_is_as_long_as_its_text(cls) -> pl.Expr:
        return cls.end_offset.col - cls.start_offset.col == cls.text.col.str.len_chars()

    @dy.rule()
    def each_post_is_stated_once(cls) -> pl.Expr:
        return pl.len().over("article_id", "person_id", "organization_id", "title") == 1


def derive(articles: pl.DataFrame, blocks: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Read the posts that each article gives to the persons it names."""
    del articles, blocks, mentions
    return Roles.create_empty()
