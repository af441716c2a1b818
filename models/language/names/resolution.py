"""Resolves what an article calls a body to the body itself, in the article's context."""

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True)
class Body:
    """An organisation as the warehouse knows it."""

    entity_id: str
    name: str  # canonical
    place_code: str | None


class Bodies:
    """The bodies that some articles may speak of, each article with its own context."""

    def __init__(self, articles: pl.DataFrame) -> None:
        self._articles = articles

    def resolve(self, article_id: str, form: str, at: int) -> Body | None:
        """The body that `form` (市工信局, 市委组织部) names at offset `at`, if certain."""
        del article_id, form, at

    def government(self, article_id: str, place: str, at: int) -> Body | None:
        """The government that a post implies: 大冶市市长 is of 大冶市人民政府."""
        del article_id, place, at
