"""Reads posts beside the names of persons: 市委常委、组织部部长张百顺.

A *unit* is one post with its body; units follow each other with 、 and end at a name, or stand
behind it in parentheses, after a comma, a line break or a verb such as 任.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from models.language.lexicon import load

LONGEST_POST = 14  # characters of a post with its rank and party group
LONGEST_GAP = 8  # characters between a body and a post that belong to the post
LONGEST_CHAIN = 90  # characters of all units of one person
_LINKS = ("、", "，兼", "兼任", "兼", "暨", "和", "，")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_SENTENCE_ENDS = "。！？；!?;"
_CLAUSE = re.compile(r"[^，。；！？：\n（）()]*")
# What leads from a name to a post that follows it.
_LEADS = re.compile(
    r"[（(]|，(?:男|女)，(?:[^，。\n]{1,12}，){0,5}?(?:现任|曾任)?|，(?:现任|时任)?|\n|——|:|："
    r"|(?:当选|就任|出任|担任|兼任|接任|升任|转任|调任|任|被任命为|被选为|被选举为|获任)(?:为|了)?|为|是|系"
)


@dataclass(frozen=True)
class Span:
    """A name in the text: who or what it names."""

    start: int
    end: int
    entity_id: str
    name: str
    place_code: str | None = None


@dataclass(frozen=True)
class Unit:
    """One post, and what the text says of its body."""

    start: int
    end: int
    title: str
    kind: str
    body: Span | None = None  # the body as mentioned
    committee: str = ""  # 党委 of that body or place, a body of its own
    place: Span | None = None  # the place whose government is meant
    department: str = ""  # a department of the body that was named before it


@dataclass(frozen=True)
class Statement:
    """A person holds a post."""

    person: Span
    unit: Unit


@cache
def _kinds() -> dict[str, str]:
    """Head noun → kind of post; of two kinds the first that lists it."""
    kinds: dict[str, str] = {}
    for entry in load("posts")["post"]:
        for head in entry["heads"]:
            kinds.setdefault(head, entry["id"])
    return kinds


def _any(words: list[str] | tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def _flagged(flag: str) -> frozenset[str]:
    return frozenset(entry["id"] for entry in load("posts")["post"] if entry.get(flag))


@cache
def _post() -> re.Pattern[str]:
    words = load("posts")
    ranks, kept = _any(words["ranks"]), _any(words["kept"])
    fields, heads = _any(words["fields"]), _any(tuple(_kinds()))
    return re.compile(
        rf"(?P<committee>{_any(words['committees'])})?"
        rf"(?P<title>(?:{_any(words['former'])})?(?:{ranks})?(?:{kept})?(?:{fields})?(?:{ranks})?"
        rf"(?P<head>{heads}))$"
    )


@cache
def _heads_forward() -> re.Pattern[str]:
    heads = _any(tuple(_kinds()))
    return re.compile(rf"(?:{heads})(?![会团办级厅室])")


@cache
def _departments() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any(load('posts')['departments'])})$")


class PostReader:
    """Reads the posts of the persons of one article."""

    def __init__(
        self, text: str, persons: list[Span], bodies: list[Span], places: list[Span]
    ) -> None:
        self._text = text
        self._persons = persons
        self._ordered = bodies
        self._bodies = {span.end: span for span in bodies}
        self._places = {span.end: span for span in places}
        self._by_text = {text[span.start : span.end]: span for span in (*bodies, *places)}

    def statements(self) -> Iterator[Statement]:
        """Every post that the article gives to a person, in order of the text."""
        shared: list[Unit] = []
        carried: Span | None = None
        last_end = 0
        for person in self._persons:
            between = self._text[last_end : person.start]
            if any(mark in between for mark in _SENTENCE_ENDS) or "\n" in between:
                carried = None
            before = self._settled(self._units_before(person.start), carried)
            if not before and between in ("、", "和", "及", "与", "以及"):
                before = shared
            else:
                shared = [unit for unit in before[-1:] if _can_be_shared(unit)]
            after = self._settled(self._units_after(person.end), None)
            for unit in (*before, *after):
                yield Statement(person, unit)
            carried = next((u.body for u in reversed(before) if u.body), carried)
            last_end = person.end

    def _units_before(self, end: int) -> list[Unit]:
        """The units that end here, in reading order."""
        at = end
        if self._text[at - 1 : at] in (" ", "\n", "　"):
            at -= 1
        units: list[Unit] = []
        while end - at < LONGEST_CHAIN:
            unit = self._unit_ending(at)
            if unit is None:
                break
            units.insert(0, unit)
            at = unit.start
            link = next((link for link in _LINKS if self._text.endswith(link, 0, at)), "")
            if not link or (link == "，" and not self._goes_back(at)):
                break
            at -= len(link)
        return units

    def _goes_back(self, comma: int) -> bool:
        """Whether a post before a comma belongs to the name behind it: it is nobody else's."""
        unit = self._unit_ending(comma - 1)
        if unit is None:
            return False
        while self._text[unit.start - 1] == "、":
            earlier = self._unit_ending(unit.start - 1)
            if earlier is None:
                return False
            unit = earlier
        taken = any(person.end == unit.start for person in self._persons)
        return unit.body is not None and not taken and self._text[unit.start - 1] not in "任为是选"

    def _unit_ending(self, end: int) -> Unit | None:
        chief = self._chief(end)
        if chief:
            return chief
        window_start = max(0, end - LONGEST_POST)
        match = _post().search(self._text[window_start:end])
        if match is None:
            return None
        start = window_start + match.start()
        title_start = window_start + match.start("title")
        kind = _kinds()[match["head"]]
        unit = Unit(title_start, end, match["title"], kind)
        if kind in _flagged("alone"):
            body = self._bodies.get(title_start)
            return replace(unit, start=body.start, body=body) if body else unit
        found = self._with_body(unit, start, match["committee"] or "")
        if found is None and kind in _flagged("bound") and "党组" not in unit.title:
            return None
        return found or unit

    def _with_body(self, unit: Unit, start: int, committee: str) -> Unit | None:
        """The unit with the body or place that stands before it; `start` is before a committee."""
        body = self._bodies.get(unit.start)
        if body and (not committee or "委" in body.name[-3:] or "党委" in body.name):
            return replace(unit, start=body.start, body=body)
        base = self._bodies.get(start) or self._places.get(start) or self._printed_before(start)
        if committee:
            if base is None:
                return replace(unit, start=start, committee=committee)
            return replace(unit, start=base.start, body=base, committee=committee)
        if body:
            return replace(unit, start=body.start, body=body)
        place = self._places.get(unit.start)
        if place:
            return self._of_place(unit, place)
        return self._across_gap(unit) or self._of_department(unit) or self._of_relative(unit)

    def _of_relative(self, unit: Unit) -> Unit | None:
        """局党组成员, 公司总监: a body named before in the paragraph, by its last word."""
        for word, ends in load("posts")["relative"].items():
            start = unit.start - len(word)
            if self._text.startswith(word, start):
                body = self._nearest(tuple(ends), start)
                return replace(unit, start=start, body=body)
        for head, ends in load("posts")["chiefs"].items():
            if unit.title.endswith(head):
                body = self._nearest(tuple(ends), unit.start)
                return replace(unit, body=body) if body else None
        return None

    def _nearest(self, ends: tuple[str, ...], at: int) -> Span | None:
        """The last body before `at` in the same paragraph whose name ends so."""
        paragraph = self._text.rfind("\n", 0, at) + 1
        near = [body for body in self._ordered if paragraph <= body.start and body.end <= at]
        fitting = [body for body in near if body.name.endswith(ends)]
        return fitting[-1] if fitting else None

    def _printed_before(self, end: int) -> Span | None:
        """A name that ends here, known from elsewhere in the article."""
        for size in range(10, 1, -1):
            known = self._by_text.get(self._text[max(0, end - size) : end])
            if known:
                return replace(known, start=end - size, end=end)
        return None

    def _of_place(self, unit: Unit, place: Span) -> Unit:
        """市长 of a place is of its government; 党支部书记 of a village of its party branch."""
        if unit.kind in _flagged("government"):
            return replace(unit, start=place.start, place=place)
        kept = next((k for k in load("posts")["kept"] if unit.title.startswith(k)), "")
        if kept:
            return replace(unit, start=place.start, body=place, committee=kept)
        if "支书" in unit.title:
            return replace(unit, start=place.start, body=place, committee="党支部")
        if unit.title in ("村主任", "村长", "村委会主任"):
            return replace(unit, start=place.start, body=place, committee="村民委员会")
        return replace(unit, start=place.start)

    def _across_gap(self, unit: Unit) -> Unit | None:
        """太阳纸业电气主任: words between body and post belong to the post."""
        for at in range(unit.start - 1, max(0, unit.start - LONGEST_GAP) - 1, -1):
            gap = self._text[at : unit.start]
            if not _HAN.fullmatch(gap) or any(mark in gap for mark in "的在和与及是为对由"):
                return None
            body = self._bodies.get(at)
            if body:
                return replace(unit, start=body.start, body=body, title=gap + unit.title)
        return None

    def _of_department(self, unit: Unit) -> Unit | None:
        """组织部 whose parent is named before: 市委常委、组织部部长."""
        match = _departments().search(self._text[max(0, unit.start - 8) : unit.start])
        if match is None:
            return None
        return replace(unit, start=unit.start - len(match.group()), department=match.group())

    def _chief(self, end: int) -> Unit | None:
        """宣传部长: the last character of the body is the first of the post."""
        body = self._bodies.get(end - 1)
        if body is None or self._text[end - 1] != "长":
            return None
        title = self._text[end - 2 : end]
        return Unit(body.start, end, title, "office", body) if title in _kinds() else None

    def _settled(self, units: list[Unit], carried: Span | None) -> list[Unit]:
        """Units with the bodies that they take over from the units before them."""
        last = carried
        settled = []
        for position, unit in enumerate(units):
            known = unit
            takes = position > 0 or _is_relative(unit)
            if not unit.body and not unit.place and unit.kind not in _flagged("alone") and takes:
                known = replace(unit, body=last)
            settled.append(known)
            if known.body and not (known.committee and known.body is not last):
                last = known.body
        return settled

    def _units_after(self, end: int) -> list[Unit]:
        """The posts behind a name: 张进局长, 张进（滨海市教育局局长）, 张进任教育局局长."""
        direct = self._direct_after(end)
        if direct:
            return [direct]
        lead = _LEADS.match(self._text, end)
        if lead is None:
            return []
        start = lead.end()
        clause = _CLAUSE.match(self._text, start)
        if clause is None:
            return []
        limit = min(clause.end(), start + LONGEST_CHAIN)
        for head in reversed(list(_heads_forward().finditer(self._text, start, limit))):
            if self._clause_goes_on(head.end(), lead.group()):
                continue
            units = self._units_before(head.end())
            if units and units[0].start == start:
                return units
        return []

    def _clause_goes_on(self, end: int, lead: str) -> bool:
        """Whether the clause says more than the post, so that it is no apposition."""
        if lead[0] in "（(":
            return self._text[end : end + 1] not in ("）", ")", "，", "、")
        return self._text[end : end + 1] not in ("", "，", "。", "；", "\n", "、", "）", "！")

    def _direct_after(self, end: int) -> Unit | None:
        head = _heads_forward().match(self._text, end)
        match = head or re.compile(r"副").match(self._text, end)
        if match is None:
            return None
        for stop in range(min(len(self._text), end + 8), end, -1):
            found = _post().fullmatch(self._text[end:stop])
            if found and not found["committee"]:
                kind = _kinds()[found["head"]]
                if kind in _flagged("bound"):
                    return None
                return Unit(end, stop, found["title"], kind)
        return None


def _is_relative(unit: Unit) -> bool:
    """副主席, 秘书长: a post of the body that the sentence speaks of."""
    return unit.title.startswith(("副", "秘书长", "常务副")) or bool(unit.department)


def _can_be_shared(unit: Unit) -> bool:
    """Whether several persons can hold the post together: 副市长张三、李四."""
    return "副" in unit.title or unit.kind == "member" or unit.title.endswith(("委员", "常委"))
