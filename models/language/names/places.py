"""Finds named places: divisions, places abroad, features, villages and venues."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

import polars as pl

from models.language.names import candidates
from models.language.names.candidates import Candidate
from models.language.names.divisions import Division
from models.language.names.gazetteer import foreign_places, landmarks
from models.language.names.readings import Reading
from models.language.names.scan import Place
from models.language.names.unlisted import Unlisted

OWN_WORDS = {
    "全省": "省", "我省": "省", "全市": "市", "我市": "市", "全县": "县", "我县": "县",
    "全区": "区", "我区": "区", "全镇": "镇", "全乡": "乡", "全州": "州", "全旗": "旗",
}  # fmt: skip


def find_places(readings: Iterable[Reading]) -> pl.DataFrame:
    """Candidates for places."""
    rows: list[Candidate] = []
    for reading in readings:
        rows.extend(_known(reading))
        rows.extend(_unlisted(reading))
        rows.extend(_listed(reading))
        rows.extend(_own_places(reading))
    return candidates.from_rows(rows)


def _known(reading: Reading) -> Iterator[Candidate]:
    """The places that stand in the gazetteer, each under its fullest printed name."""
    longest = _longest_forms(reading.scan.places)
    for place in reading.scan.places:
        division = place.division
        if division is None:
            if _is_announced_person(reading, place):
                continue
            yield _row(reading, place.start, place.end, canonical(place.name), None, None)
        else:
            code = division.code
            yield _row(reading, place.start, place.end, longest[code], code, code)


# Of the same length.
_HEADS_OF_STATE = ("总统", "总理", "首相", "国王", "外长", "防长")


def _is_announced_person(reading: Reading, place: Place) -> bool:
    """Whether a country and its office stand before what only the world's list calls a place."""
    if not reading.text.endswith(_HEADS_OF_STATE, 0, place.start):
        return False
    seat = place.start - len(_HEADS_OF_STATE[0])
    return any(known.end == seat for known in reading.scan.places)


def _unlisted(reading: Reading) -> Iterator[Candidate]:
    """Villages, features and venues; a bare name is the one printed more fully elsewhere."""
    found = [_as_village(place, reading.unlisted) for place in reading.unlisted]
    holders: dict[str, dict[str, Unlisted]] = defaultdict(dict)
    for place in found:
        if place.place:
            known = holders[place.core]
            key = place.place.code or place.prefix
            known[key] = max(known.get(key, place), place, key=lambda p: len(p.prefix))
    for place in found:
        known = holders[place.core]
        holder = next(iter(known.values())) if len(known) == 1 else place
        prefix = holder.prefix
        code = holder.place.code if holder.place else None
        identity = f"{place.core}@{code or prefix}"
        yield _row(reading, place.start, place.end, prefix + place.core, None, identity)


def _listed(reading: Reading) -> Iterator[Candidate]:
    """Places in lists of zones, sights and the like: 宝安燕罗 in …等园区."""
    known = {(place.start, place.end) for place in reading.scan.places}
    for item in reading.listed:
        if item.type == "place" and (item.start, item.end) not in known:
            name = reading.text[item.start : item.end]
            yield _row(reading, item.start, item.end, name, None, f"{name}@")


def _as_village(place: Unlisted, places: Iterable[Unlisted]) -> Unlisted:
    """黄连沟 is 黄连沟村 where the article prints that too."""
    village = place.core + "村"
    return place._replace(core=village) if any(p.core == village for p in places) else place


_NO_PLACE_BEFORE = frozenset("域级委政")
_OWN = re.compile("|".join(OWN_WORDS))


def _own_places(reading: Reading) -> Iterator[Candidate]:
    """全市, 我省…: the place that the article speaks for, where that is certain."""
    for match in _OWN.finditer(reading.text):
        if reading.text[match.end() : match.end() + 1] in _NO_PLACE_BEFORE:
            continue
        division = reading.context.place_of_level(OWN_WORDS[match.group()], match.start())
        if division:
            code = division.code
            yield _row(reading, match.start(), match.end(), division.name, code, code)


def _row(
    reading: Reading, start: int, end: int, name: str, code: str | None, identity: str | None
) -> Candidate:
    text = reading.text[start:end]
    return Candidate(reading.article_id, start, end, "place", text, name, code, identity)


def _longest_forms(places: Iterable[Place]) -> dict[str, str]:
    """Code → the longest form of each division in the article, without the province."""
    found: dict[str, str] = {}
    for place in places:
        if place.division:
            name = form(place.parts)
            if len(name) > len(found.get(place.division.code, "")):
                found[place.division.code] = name
    return found


def form(parts: tuple[Division, ...]) -> str:
    """The printed name of a division: a town with the divisions above it, but no province."""
    if parts[-1].level != "township":
        return parts[-1].name
    return "".join(part.name for part in parts if part.level != "province")


@cache
def canonical(name: str) -> str:
    """The canonical name of a place that is no division."""
    return foreign_places().get(name) or landmarks().get(name) or name
