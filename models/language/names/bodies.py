"""Resolves what an article calls a body to the body itself, in the article's context."""

from dataclasses import dataclass

import polars as pl

from models.language.names.identity import entity_id
from models.language.names.organizations import bodies_in
from models.language.names.readings import Reading, read
from models.language.names.scan import Scan
from models.language.names.words import Words, segment


@dataclass(frozen=True)
class Body:
    """An organisation as the warehouse knows it."""

    entity_id: str
    name: str  # canonical
    place_code: str | None


class Bodies:
    """The bodies that some articles may speak of, each article with its own context."""

    def __init__(self, articles: pl.DataFrame, cuts: pl.DataFrame) -> None:
        self._articles, self._cuts = articles, cuts
        self._readings: dict[str, Reading] = {}

    def resolve(self, article_id: str, form: str, at: int) -> Body | None:
        """The body that `form` (市工信局, 市委组织部) names at offset `at`, if certain."""
        reading = self._excerpt(article_id, form, at)
        for row in bodies_in(reading):
            if row.start_offset == 0 and row.end_offset == len(form):
                return _body(row.name, row.place_code)
        return None

    def government(self, article_id: str, place: str, at: int) -> Body | None:
        """The government that a post implies: 大冶市 (of 大冶市市长) → 大冶市人民政府.

        `place` may also be a word of level: 市 (of 市长) is the city that the article speaks for.
        """
        return self.resolve(article_id, place + "人民政府", at)

    def _excerpt(self, article_id: str, form: str, at: int) -> Reading:
        """The form as a text of its own, in the context of its article."""
        whole = self._reading(article_id)
        words = segment(form)
        scan = Scan(form, words, sorted(whole.context.weights))
        return whole._replace(
            text=form, sequence=words, scan=scan, unlisted=(), listed=(), offset=at
        )

    def _reading(self, article_id: str) -> Reading:
        if not self._readings:
            readings = read(self._articles, Words(self._articles, self._cuts))
            self._readings = {reading.article_id: reading for reading in readings}
        return self._readings[article_id]


def _body(name: str, place_code: str | None) -> Body:
    return Body(entity_id("organization", name, place_code), name, place_code)
