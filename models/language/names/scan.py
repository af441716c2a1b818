"""One article read for places: which divisions it names, and which of them it speaks for.

A *chain* is a run of known names without a gap, each inside the one before it: 河北平山县岗南镇. It
is one mention, of its last member. Equal names are told apart by what stands before them in
the chain, by the divisions that the article names for certain, and by the article's own place.
"""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Sequence as Many
from typing import NamedTuple

from models.language.names import gazetteer
from models.language.names.divisions import LEVELS, Division, stem
from models.language.names.gazetteer import Entry, Hit
from models.language.names.words import Sequence, tag_of

# 新建县级, 青年县域: the level of a thing, not its name; 发展乡村, 小城镇化: the word goes on.
_NO_NAME_BEFORE = frozenset("级域村化")
_THE_COUNTRY = frozenset({"全国", "我国"})  # whatever the segmentation makes of 全国化学…
_SIDES = frozenset("部方侧角向面边虎风")  # 东北部: a side of something, not the region
# 深圳湾, 泉州港 in the dictionary are places of their own.
_WATERS = frozenset({"湾", "港", "河", "江", "湖", "岛", "山", "滩", "口", "海"})
_CREEDS = ("特色", "式现代化", "梦", "共产党")
_STREETS = ("路", "街")  # 大道, 大街 are words of their own
_LAST_OF_DIVISIONS = frozenset("省市县区州盟旗镇乡道")
# 威海市民 is 威海 and 市民.
_OF_THE_TOWN = ("市民", "市场", "市郊", "市容", "市值", "市情")
_GLUED_BEFORE = ("中共", "驻")  # the segmentation takes them into the name
# 英国首相, 德国总理 are words of the dictionary.
_OFFICES = ("总统", "总理", "首相", "国王", "女王", "外长", "国防部长", "国务卿", "议长")
# With anything else behind it a name is whole.
_MAY_GO_ON = _NO_NAME_BEFORE | _SIDES | {creed[0] for creed in _CREEDS} | {"直", *_STREETS}
LONGEST_NAME = 16  # code points that a known name may reach beyond another
PLACE_TAGS = frozenset({"ns", "nr", "nrt", "nrfg", "nz", "nt", "x", "j"})


class Place(NamedTuple):
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


class Scan:
    """The known places of one text, resolved."""

    def __init__(
        self,
        text: str,
        sequence: Sequence,
        hints: Iterable[str] = (),
        hits: Iterable[Hit] | None = None,
    ) -> None:
        self.text = text
        self.sequence = sequence
        self._hits = self._named(gazetteer.find(text) if hits is None else hits)
        self._printed = {entry.name for _, _, entry in self._hits if entry.official}
        self.anchors = Counter(entry.certain.code for _, _, entry in self._hits if entry.certain)
        self.anchors.update(hints)
        self.places = self._resolve()

    def _named(self, found_hits: Iterable[Hit]) -> list[Hit]:
        """The hits that are words, and those that go on a chain of full names: 腾冲市猴桥镇."""
        hits: list[Hit] = []
        reach = 0
        chain = -1  # where the last official name ended
        for found in found_hits:
            hit: Hit | None = found
            while hit and hit[0] >= reach:
                start, end, entry = hit
                if entry.official and self.text.startswith(_OF_THE_TOWN, end - 1):
                    hit = self._without_last_character(start, end)
                    continue
                if self._stands_alone(start, end, entry) or (chain == start and entry.official):
                    end += self._is_a_city_abroad(end, entry)
                    hit = (start, end, entry)
                    hits.append(hit)
                    reach = end
                    chain = end if entry.official or _is_province(entry) else -1
                    break
                hit = self._hidden_by(start, end)
        return hits

    def _without_last_character(self, start: int, end: int) -> Hit | None:
        """The short name in a full one whose last character belongs to the next word."""
        rest = gazetteer.find(self.text[start : end - 1])
        if not rest or rest[0][0] > 0 or start + rest[0][1] != end - 1:
            return None
        return start, end - 1, rest[0][2]

    def _is_a_city_abroad(self, end: int, entry: Entry) -> bool:
        """Whether 市 behind a foreign name belongs to it: 芝加哥市, but not in 日本市场."""
        if not self.text.startswith("市", end) or not self.sequence.begins(end + 1):
            return False
        return entry.place and not entry.candidates and entry.name in gazetteer.foreign_places()

    def _hidden_by(self, start: int, end: int) -> Hit | None:
        """The known name that begins inside a rejected hit: 江苏省 in 从江苏省."""
        if not gazetteer.may_begin(self.text, start + 1, end):
            return None
        rest = gazetteer.find(self.text[start + 1 : end + LONGEST_NAME])
        if not rest or start + 1 + rest[0][0] >= end:
            return None
        begin, stop, entry = rest[0]
        return begin + start + 1, stop + start + 1, entry

    def _stands_alone(self, start: int, end: int, entry: Entry) -> bool:
        """Whether a hit begins and ends where words do, or is a full name in a longer word."""
        cuts, following = self.sequence.cuts, self.text[end : end + 1]
        counted = self.text[start] in "万亿" and self.text[start - 1 : start].isdigit()
        if counted or (following in _MAY_GO_ON and not self._is_whole(end, entry.name)):
            return False
        if not cuts[start]:
            return self.text.endswith(_GLUED_BEFORE, 0, start) or self._is_listed(start, end)
        if cuts[end] or entry.name in _THE_COUNTRY or self.text.startswith(_OFFICES, end):
            return True
        if (entry.official and end - start > 2) or self._is_listed(start, end):
            return True
        word = self.sequence.words[self.sequence.at(start)]
        if word[end - start :] in _WATERS:
            return False
        return tag_of(word) in ("ns", "nt", "x") and len(word) > end - start

    def _is_listed(self, start: int, end: int) -> bool:
        """Whether a hit is an item of a list, whatever the segmentation makes of it: 、昭平等."""
        before, behind = self.text[start - 1 : start], self.text[end : end + 1]
        return (before == "、" and behind in ("、", "等", "，", "。")) or (
            behind == "、" and before in ("、", "，", "。", "（", "\n")
        )

    def _is_whole(self, end: int, name: str) -> bool:
        """Whether what follows does not make another word of the name."""
        following = self.text[end : end + 1]
        if name in _THE_COUNTRY:
            return True
        if following in _NO_NAME_BEFORE or (name == "东北" and following in _SIDES):
            return False
        if name == "中国":
            return not self.text.startswith(_CREEDS, end)
        if self.text.startswith(_STREETS, end) and name[-1] not in _LAST_OF_DIVISIONS:
            return not self.sequence.begins(end + 1)  # 青岛路
        return not (following == "直" and len(name) == 2 and name[1] in "县市")

    def _resolve(self) -> list[Place]:
        places: list[Place] = []
        for start, end, entry in self._hits:
            before = places[-1] if places and places[-1].end == start else None
            division = entry.division
            if not entry.settled:
                listed = self._is_listed(start, end)
                division = self._choose(entry, before, places, listed=listed)
            if division is None and not entry.place:
                continue
            if before and before.division and division and _inside(division, before.division):
                parts = (*before.parts, division)
                places[-1] = Place(before.start, end, entry.name, division, parts)
            else:
                parts = (division,) if division else ()
                places.append(Place(start, end, entry.name, division, parts))
        return places

    def _choose(
        self, entry: Entry, before: Place | None, places: list[Place], *, listed: bool
    ) -> Division | None:
        """What a name that may stand for several divisions, or for none, means here."""
        candidates = entry.candidates
        if before and before.division:
            inside = [d for d in candidates if _inside(d, before.division)]
            if inside:
                return _likeliest(inside, entry.name)
            if not entry.official and all(_elsewhere(d, before.division) for d in candidates):
                return None
        if entry.official:
            return None if entry.everyday else self._by_context(candidates, places)
        printed = [d for d in candidates if d.name in self._printed]
        if printed:
            today = [d for d in printed if d.until is None]
            return self._by_context(today or printed, places)
        if entry.place:
            return None
        likely = [
            d for d in candidates if d.until is None and self._plausible(entry, d, listed=listed)
        ]
        return self._by_context(likely, places) if likely else None

    def _plausible(self, entry: Entry, division: Division, *, listed: bool) -> bool:
        """Whether a short name without its full name in the text is likely to mean the division."""
        if division.level in LEVELS[:2]:
            return not entry.everyday or self._near(division, 2)
        if entry.everyday:
            return False
        tag = tag_of(entry.name)
        if division.name[-1] == "区" or (tag not in PLACE_TAGS and not listed):
            return self._near(division, 4)
        return tag == "ns" or self._near(division, 2)

    def _near(self, division: Division, digits: int) -> bool:
        """Whether the article names another division whose code shares the first digits."""
        return any(code[:digits] == division.code[:digits] for code in self.anchors)

    def _by_context(self, candidates: Many[Division], places: list[Place]) -> Division | None:
        """The candidate that the article's other places speak for; none if several are."""
        present = [d for d in candidates if d.until is None] or list(candidates)
        present += [d for d in candidates if d not in present and self._near(d, 4)]
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


def _is_province(entry: Entry) -> bool:
    """Whether a short name means a province, behind which a full name goes on: 广西北海市."""
    return entry.division is not None and entry.division.level == LEVELS[0]


def _common(one: str, other: str) -> str:
    """The leading pairs of digits that two codes share, without the zeros of a wide division."""
    shared = ""
    for i in range(0, 6, 2):
        if one[i : i + 2] != other[i : i + 2] or one[i : i + 2] == "00":
            break
        shared += one[i : i + 2]
    return shared


def _inside(inner: Division, outer: Division) -> bool:
    codes = {outer.code, outer.successor or outer.code}  # towns are listed under what is there now
    if inner.code in codes or not inner.code.startswith(tuple(map(stem, codes))):
        return False
    return LEVELS.index(inner.level) > LEVELS.index(outer.level)


def _elsewhere(division: Division, other: Division) -> bool:
    """Whether a county lies in another province than the place directly before it."""
    return division.level not in LEVELS[:2] and division.code[:2] != other.code[:2]


def _likeliest(candidates: list[Division], name: str) -> Division:
    present = [d for d in candidates if d.until is None] or candidates
    named = [d for d in present if d.name == name] or present
    return named[0]
