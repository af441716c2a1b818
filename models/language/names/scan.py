"""One article read for places: which divisions it names, and which of them it speaks for.

A *chain* is a run of known names without a gap, each inside the one before it: 河北平山县岗南镇. It
is one mention, of its last member. Equal names are told apart by what stands before them in
the chain, by the divisions that the article names for certain, and by the article's own place.
"""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Sequence as Many
from dataclasses import dataclass
from functools import cache

from models.language.lexicon import load
from models.language.names import gazetteer
from models.language.names.divisions import (
    LEVELS,
    Division,
    by_name,
    by_short_name,
    divisions,
    stem,
)
from models.language.names.words import Sequence, tag_of

# 新建县级, 青年县域: the level of a thing, not its name; 发展乡村, 小城镇化: the word goes on.
_NO_NAME_BEFORE = frozenset("级域村化")
# 深圳湾, 泉州港 in the dictionary are places of their own.
_WATERS = frozenset({"湾", "港", "河", "江", "湖", "岛", "山", "滩", "口", "海"})
_CREEDS = ("特色社会主义", "式现代化", "梦", "共产党")
PLACE_TAGS = frozenset({"ns", "nr", "nrt", "nrfg", "nz", "nt", "x", "j"})


@dataclass(frozen=True)
class Place:
    """A known place that a text names."""

    start: int
    end: int
    name: str  # as it stands in the gazetteer, the last member of the chain
    division: Division | None = None
    parts: tuple[Division, ...] = ()  # divisions that the chain prints, the place itself last

    @property
    def code(self) -> str | None:
        return self.division.code if self.division else None

    @property
    def printed(self) -> str:
        """The official names of the divisions in the chain, without the province."""
        if not self.parts:
            return self.name
        return "".join(part.name for part in self.parts if part.level != "province")


@cache
def _everyday() -> frozenset[str]:
    return frozenset(load("places")["everyday"])


@cache
def _common_names() -> frozenset[str]:
    return frozenset(load("places")["common_names"])


class Scan:
    """The known places of one text, resolved."""

    def __init__(self, text: str, sequence: Sequence, hints: Iterable[str] = ()) -> None:
        self.text = text
        self.sequence = sequence
        self._hints = tuple(hints)
        self._hits = self._named()
        self._printed = {hit.name for hit in self._hits}
        self.anchors = self._anchors()
        self.places = self._resolve()

    def _named(self) -> list[gazetteer.Hit]:
        """The hits that are words, and those that go on a chain of full names: 腾冲市猴桥镇."""
        hits: list[gazetteer.Hit] = []
        for hit in gazetteer.find(self.text):
            goes_on = bool(hits) and hits[-1].end == hit.start and hits[-1].name in by_name()
            if self._stands_alone(hit) or (goes_on and hit.name in by_name()):
                hits.append(hit)
        return hits

    def _stands_alone(self, hit: gazetteer.Hit) -> bool:
        """Whether the hit begins and ends where words do, or is a full name in a longer word."""
        sequence = self.sequence
        following = self.text[hit.end : hit.end + 1]
        if not sequence.begins(hit.start) or following in _NO_NAME_BEFORE:
            return False
        if len(hit.name) == 2 and hit.name[1] in "县市" and following == "直":
            return False
        if self.text.startswith(_CREEDS, hit.end):
            return False
        if sequence.finishes(hit.end):
            return True
        first = sequence.at(hit.start)
        word = sequence.words[first]
        if hit.name in by_name() and len(hit.name) > 2:
            return True
        if word[len(hit.name) :] in _WATERS:
            return False
        return tag_of(word) in ("ns", "nt", "x") and len(word) > len(hit.name)

    def _anchors(self) -> Counter[str]:
        """Codes of the divisions that are certain in any context, and how often each occurs."""
        found: Counter[str] = Counter()
        for hit in self._hits:
            division = self._certain(hit.name)
            if division:
                found[division.code] += 1
        found.update(self._hints)
        return found

    def _certain(self, name: str) -> Division | None:
        full = by_name().get(name, ())
        if full and name not in _common_names():
            upper = [d for d in full if d.level != LEVELS[3]]
            alive = [d for d in upper if d.until is None] or upper
            return alive[0] if len(alive) == 1 or (alive and alive[0].level in LEVELS[:2]) else None
        if name in _everyday():
            return None
        short = [d for d in by_short_name().get(name, ()) if d.until is None]
        if not short:
            return None
        if short[0].level in LEVELS[:2] or self._prints_full_name(short):
            return short[0]
        alone = len(short) == 1 and not short[0].name.endswith("区") and tag_of(name) == "ns"
        return short[0] if alone else None

    def _prints_full_name(self, candidates: list[Division]) -> bool:
        return any(d.name in self._printed for d in candidates)

    def _resolve(self) -> list[Place]:
        places: list[Place] = []
        for hit in self._hits:
            before = places[-1] if places and places[-1].end == hit.start else None
            division = self._choose(hit.name, before, places)
            if division is None and not self._is_place(hit.name):
                continue
            if before and before.division and division and _inside(division, before.division):
                parts = (*before.parts, division)
                places[-1] = Place(before.start, hit.end, hit.name, division, parts)
            else:
                parts = (division,) if division else ()
                places.append(Place(hit.start, hit.end, hit.name, division, parts))
        return places

    def _is_place(self, name: str) -> bool:
        """Whether a name that no division answers to is a place all the same."""
        if name in by_name():
            return name not in _common_names()
        return name in gazetteer.foreign_places() or name in gazetteer.landmarks()

    def _choose(self, name: str, before: Place | None, places: list[Place]) -> Division | None:
        full = by_name().get(name, ())
        candidates = full or by_short_name().get(name, ())
        if not candidates:
            return None
        if before and before.division:
            inside = [d for d in candidates if _inside(d, before.division)]
            if inside:
                return _likeliest(inside, name)
            if not full and all(_elsewhere(d, before.division) for d in candidates):
                return None
        if name in _common_names():
            return None
        if not full:
            printed = [d for d in candidates if d.name in self._printed]
            if printed:
                return self._by_context(printed, places)
            if name in gazetteer.foreign_places() or name in gazetteer.landmarks():
                return None
            candidates = tuple(
                d for d in candidates if d.until is None and self._plausible(name, d)
            )
            if not candidates:
                return None
        return self._by_context(candidates, places)

    def _plausible(self, name: str, division: Division) -> bool:
        """Whether a short name without its full name in the text is likely to mean the division."""
        if division.level in LEVELS[:2]:
            return name not in _everyday() or self._near(division, 2)
        if name in _everyday():
            return False
        if division.name[-1] == "区" or tag_of(name) not in PLACE_TAGS:
            return self._near(division, 4)
        return tag_of(name) == "ns" or self._near(division, 2)

    def _near(self, division: Division, digits: int) -> bool:
        """Whether the article names another division whose code shares the first digits."""
        return any(code[:digits] == division.code[:digits] for code in self.anchors)

    def _by_context(self, candidates: Many[Division], places: list[Place]) -> Division | None:
        """The candidate that the article's other places speak for; none if several are."""
        present = [d for d in candidates if d.until is None] or list(candidates)
        top = min(LEVELS.index(d.level) for d in present)
        if top < 2:
            return next(d for d in present if LEVELS.index(d.level) == top)
        scored = [(self._support(d, places), d) for d in present]
        best = max(score for score, _ in scored)
        winners = [d for score, d in scored if score == best]
        if len(winners) > 1:
            return None
        alone = len(present) == 1 and present[0].level != LEVELS[3]
        return winners[0] if best > 0 or alone else None

    def _support(self, division: Division, places: list[Place]) -> float:
        score = 0.0
        for code in self.anchors:
            shared = len(_common(code, division.code))
            score = max(score, {2: 1.0, 4: 2.0, 6: 3.0}.get(min(shared, 6), 0.0))
        for place in reversed(places[-6:]):
            if place.code and len(_common(place.code, division.code)) >= 4:
                return score + 0.5
        return score


def _common(one: str, other: str) -> str:
    """The leading pairs of digits that two codes share, without the zeros of a wide division."""
    shared = ""
    for i in range(0, 6, 2):
        if one[i : i + 2] != other[i : i + 2] or one[i : i + 2] == "00":
            break
        shared += one[i : i + 2]
    return shared


def _inside(inner: Division, outer: Division) -> bool:
    if inner.code == outer.code or not inner.code.startswith(stem(outer.code)):
        return False
    return LEVELS.index(inner.level) > LEVELS.index(outer.level)


def _elsewhere(division: Division, other: Division) -> bool:
    """Whether a county lies in another province than the place directly before it."""
    return division.level not in LEVELS[:2] and division.code[:2] != other.code[:2]


def _likeliest(candidates: list[Division], name: str) -> Division:
    present = [d for d in candidates if d.until is None] or candidates
    named = [d for d in present if d.name == name] or present
    return named[0]


def parent_of(code: str, level: str) -> Division | None:
    """The division of a level that holds the division `code`, or is it."""
    division = divisions().get(code)
    while division and division.level != level:
        division = divisions().get(division.parent or "")
    return division
