"""appointments: the posts that articles give to persons, before it is clear which persons."""

import dataframely as dy
import polars as pl

from models.contract import Contract
from models.language.names import appointments


class Appointments(Contract):
    """One row per statement that a person holds a post, in order of the text.

    The columns behind `person` are those of a unit (models/language/names/posts.py).
    """

    article_id = dy.String(nullable=False, description="the article")
    person_start = dy.Int32(nullable=False, description="where it names the person")
    person = dy.String(nullable=False, description="the person's name")
    start = dy.Int32(
        nullable=False, description="first code point of the words that state the post"
    )
    end = dy.Int32(nullable=False, description="one past the last code point")
    title = dy.String(nullable=False, description="one post: 党组书记, 局长")
    kind = dy.String(nullable=False, description="the kind of its head noun in posts.toml")
    body_start = dy.Int32(nullable=True, description="where the text names the body")
    body_end = dy.Int32(nullable=True, description="where that name ends")
    body = dy.String(nullable=True, description="canonical name of the body")
    body_place_code = dy.String(nullable=True, description="the place that it belongs to")
    suffix = dy.String(nullable=False, description="a body of its own, of that body or place")
    place_start = dy.Int32(nullable=True, description="where the text names the place")
    place_end = dy.Int32(nullable=True, description="where that name ends")
    place = dy.String(nullable=True, description="the place whose government is meant")
    place_code = dy.String(nullable=True, description="its GB/T 2260 code")
    department = dy.String(nullable=False, description="one whose parent was named before it")
    printed = dy.String(nullable=False, description="a body that only its last word tells")
    blocked = dy.Bool(nullable=False, description="words not understood stand before the post")


def derive(articles: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
    """Read the posts that each article gives to the persons it names."""
    spans = appointments.spans_by_article(names)
    texts = articles.filter(pl.col("article_id").is_in(list(spans)))
    rows = [
        (article_id, said.person.start, said.person.name, *said.unit.flat())
        for article_id, text in texts.select("article_id", "text").iter_rows()
        for said in appointments.AppointmentReader(text, spans[article_id]).appointments()
    ]
    return pl.DataFrame(rows, schema=Appointments.polars_schema(), orient="row")
