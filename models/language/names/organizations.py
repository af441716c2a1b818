"""Finds named bodies: party, government, companies, schools, media, associations."""

from collections.abc import Iterable, Iterator
from typing import Any

import polars as pl

from models.language.lexicon import load
from models.language.names import body_words, candidates
from models.language.names.body_words import Build, Hit
from models.language.names.context import LEVEL_WORDS
from models.language.names.divisions import Division
from models.language.names.left_edge import PROPER_TAGS, Edge, KnownPlaces, left_edge
from models.language.names.places import canonical, form
from models.language.names.readings import Reading
from models.language.names.scan import Place
from models.language.names.words import tag_of


def find_organizations(readings: Iterable[Reading]) -> pl.DataFrame:
    """Candidates for organizations."""
    rows: list[dict[str, object]] = []
    for reading in readings:
        rows.extend(bodies_in(reading))
    return candidates.from_rows(rows)


def bodies_in(reading: Reading) -> Iterator[dict[str, Any]]:
    """The candidates of one reading."""
    places = KnownPlaces(reading.scan.places)
    for hit in body_words.find(reading.text):
        found = _READ[hit.form.build](reading, hit, places)
        if found:
            start, name, division = found
            yield {
                "article_id": reading.article_id,
                "start_offset": start,
                "end_offset": hit.end,
                "type": "organization",
                "text": reading.text[start : hit.end],
                "name": name,
                "place_code": division.code if division else None,
            }


Found = tuple[int, str, Division | None] | None


def _fixed(reading: Reading, hit: Hit, places: KnownPlaces) -> Found:
    del places
    if not reading.sequence.begins(hit.start) or not reading.sequence.finishes(hit.end):
        return None
    return hit.start, hit.form.stands_for, None


def _department(reading: Reading, hit: Hit, places: KnownPlaces) -> Found:
    if hit.word == "政府" and reading.text.startswith(_government_goes_on(), hit.end):
        return None
    place = places.ending(hit.start)
    if place and place.name in ("全国", "我国"):
        return None
    if place and place.division is None:
        return place.start, canonical(place.name) + hit.word, None
    owner = _owner(reading, hit, place)
    if owner is None:
        return _head(reading, hit, places) if len(hit.word) > 2 and hit.word[-1] in "局厅" else None
    start, division, printed = owner
    return start, printed + hit.form.stands_for, division


def _government_goes_on() -> tuple[str, ...]:
    return tuple(load("organizations")["government_goes_on"]["words"])


def _framed(reading: Reading, hit: Hit, places: KnownPlaces) -> Found:
    owner = _owner(reading, hit, places.ending(hit.start))
    if owner is None:
        return None
    start, division, printed = owner
    for party in ("中共", "中国共产党"):
        if reading.text.endswith(party, 0, start):
            start -= len(party)
    return start, hit.form.stands_for.replace("{}", printed), division


def _owner(reading: Reading, hit: Hit, place: Place | None) -> tuple[int, Division, str] | None:
    """Where the name begins, the division that it belongs to, and that division's name in it."""
    if place and place.division:
        return place.start, place.division, form(place.parts)
    for word in LEVEL_WORDS:
        start = hit.start - len(word)
        if start >= 0 and reading.text.startswith(word, start):
            break
    else:
        return None
    if not reading.sequence.begins(start):
        return None
    division = reading.context.place_of_level(word, reading.offset + start)
    return (start, division, division.name) if division else None


def _head(reading: Reading, hit: Hit, places: KnownPlaces) -> Found:
    if not reading.sequence.finishes(hit.end) or _is_common_noun(reading, hit):
        return None
    edge = left_edge(reading.sequence, places, hit.start)
    if edge is None or not _makes_a_name(hit, edge):
        return None
    if reading.text[edge.start : hit.end] in load("organizations")["no_bodies"]["words"]:
        return None
    rest = reading.text[hit.end - len(hit.word) - edge.inner : hit.end]
    if edge.level:
        division = reading.context.place_of_level(edge.level, reading.offset + edge.start)
        return (edge.start, division.name + rest, division) if division else None
    if edge.place is None:
        return edge.start, rest, None
    return edge.start, _printed(reading, hit, edge), edge.place.division


def _is_common_noun(reading: Reading, hit: Hit) -> bool:
    """Whether the last word is only the end of a common noun: 大局, 客厅."""
    at = reading.sequence.at(hit.start)
    word = reading.sequence.words[at]
    return reading.sequence.starts[at] < hit.start and tag_of(word) not in PROPER_TAGS


def _makes_a_name(hit: Hit, edge: Edge) -> bool:
    """Whether what the walk has passed makes a name of the last word."""
    kinds = load("organizations")
    if hit.word in kinds["short"]["heads"] and not 2 <= edge.inner <= 4:
        return False
    if edge.place:
        if edge.inner == 0:
            return hit.word in kinds["bare"]["heads"]
        return len(edge.verbs) < 2 or edge.inner > 3 * len(edge.verbs)
    if edge.level:
        return edge.inner > 1 and (hit.form.stands_for == "official" or edge.inner > 2)
    if hit.form.stands_for == "official" or edge.inner < 2:
        return False
    return all(verb in kinds["company_verbs"]["words"] for verb in edge.verbs)


def _printed(reading: Reading, hit: Hit, edge: Edge) -> str:
    """The name as printed, without the province of a longer chain."""
    place = edge.place
    if place is None or len(place.parts) < 2 or edge.start < place.start:
        return reading.text[edge.start : hit.end]
    return form(place.parts) + reading.text[place.end : hit.end]


_READ = {
    Build.FIXED: _fixed,
    Build.DEPARTMENT: _department,
    Build.FRAMED: _framed,
    Build.HEAD: _head,
}
