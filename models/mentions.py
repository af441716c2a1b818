"""mentions: every place in the text where an entity is named."""

import dataframely as dy
import polars as pl

from models.contract import Contract
from models.language.names import identity
from models.language.names.namesakes import persons_told_apart
from models.language.names.posted_bodies import with_posted_bodies
from models.vocabulary import EntityType


class Mentions(Contract):
    """One row per naming of an entity in an article's text."""

    article_id = dy.String(primary_key=True, description="the article")
    start_offset = dy.Int32(
        primary_key=True, min=0, description="first code point in articles.text"
    )
    end_offset = dy.Int32(primary_key=True, description="one past the last code point")
    entity_id = dy.String(nullable=False, description="the entity that is named")
    type = dy.Enum(EntityType, nullable=False, description="what kind of thing it is")
    text = dy.String(nullable=False, min_length=1, description="the name as written")
    name = dy.String(
        nullable=False, min_length=1, description="canonical name that the article's context gives"
    )
    place_code = dy.String(
        nullable=True,
        description="GB/T 2260 code of the place itself, or of the place a body belongs to",
    )

    @dy.rule()
    def span_is_as_long_as_its_text(cls) -> pl.Expr:
        return cls.end_offset.col - cls.start_offset.col == cls.text.col.str.len_chars()


def derive(names: pl.DataFrame, appointments: pl.DataFrame) -> pl.DataFrame:
    """Say for each name which thing it means."""
    return (
        names.pipe(with_posted_bodies, appointments)
        .pipe(persons_told_apart, appointments)
        .pipe(identity.with_entity_id)
        .with_columns(pl.col("type").cast(pl.Enum(EntityType)))
        .select(Mentions.column_names())
        .sort("article_id", "start_offset", "end_offset")
    )
