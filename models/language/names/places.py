"""Finds named places: divisions, places abroad, features, villages and venues."""

from collections.abc import Iterable

import polars as pl

from models.language.names import candidates
from models.language.names.divisions import Division
from models.language.names.readings import Reading
from models.language.names.scan import Place

OWN_WORDS = {
    "全省": "省", "我省": "省", "全市": "市", "我市": "市", "全县": "县", "我县": "县",
    "全区": "区", "我区": "区", "全镇": "镇", "全乡": "乡", "全州": "州", "全旗": "旗",
}  # fmt: skip


def find_places(readings: Iterable[Reading]) -> pl.DataFrame:
    """Candidates for places."""
    rows: list[dict[str, object]] = []
    for reading in readings:
        longest = _longest_forms(reading.scan.places)
        for place in reading.scan.places:
            rows.append(_row(reading, place.start, place.end, _named(place, longest)))
    return candidates.from_rows(rows)


def _row(reading: Reading, start: int, end: int, named: dict[str, object]) -> dict[str, object]:
    return {
        "article_id": reading.article_id,
        "start_offset": start,
        "end_offset": end,
        "type": "place",
        "text": reading.text[start:end],
        **named,
    }


def _named(place: Place, longest: dict[str, str]) -> dict[str, object]:
    if place.division is None:
        return {"name": canonical(place.name)}
    return {
        "name": longest[place.division.code],
        "place_code": place.division.code,
        "identity": place.division.code,
    }
