"""Reads who holds which posts: 市委常委、组织部部长张百顺; 张百顺（滨海市教育局局长）.

Units follow each other with 、 and end at a name, or stand behind it in parentheses, after a
comma, a line break or a verb such as 任. A post takes over the body of the post before it, and
names in a list share a post that several can hold.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import polars as pl

from models.language.lexicon import load
from models.language.names.posts import (
    Span,
    Unit,
    UnitReader,
    any_head,
    flagged,
    kinds,
    post_pattern,
)

LONGEST_CHAIN = 90  # characters of all units of one person
_LINKS = ("、", "，兼", "兼任", "兼", "暨", "和", "，")
_LISTING = ("、", "和", "及", "与", "以及")
_SENTENCE_END = re.compile(r"[。！？；!?;\n]")
_CLAUSE = re.compile(r"[^，。；！？：\n（）()]*")
# Posts behind a name in a list of leaders: 张进党组书记、局长, and nothing else on the line.
_LISTED_LINE = re.compile(r"、[^，。；！？：\n]{2,40}(?=\n|$)")
_OPENS = re.compile(r"[（(]")
_BEARING = ("身为", "作为", "担任", "先后任", "历任", "曾任", "时任", "现任", "当选", "新任")
# A life begins with sex, people, birth; its posts follow these words.
_LIFE = re.compile(r"，(?:男|女|汉族|生于|\d{4}年|[^，。\n]{2,8}人，)")
_CAREER = re.compile(r"(?<=[，、月年起])(?:先后担任|先后任|历任|曾任|现任|兼任|担任|任)")
LONGEST_LIFE = 300  # characters
# What leads from a name to a post that follows it.
_LEADS = re.compile(
    r"[（(]|，(?:男|女)，(?:[^，。\n]{1,12}，){0,5}?(?:现任|曾任)?|，(?:现任|时任)?|\n|——|:|："
    r"|(?:当选|就任|出任|担任|兼任|接任|升任|转任|调任|任|被任命为|被选为|被选举为|获任)(?:为|了)?|为|是|系"
)


@cache
def _openings() -> tuple[str, ...]:
    """How a post may begin that begins with no head noun: 副局长, 党组成员."""
    return ("副", *_kept())


@cache
def _kept() -> tuple[str, ...]:
    return tuple(load("posts")["kept"])


@dataclass(frozen=True)
class Appointment:
    """A person holds a post."""

    person: Span
    unit: Unit


class Spans(NamedTuple):
    """The names of one article that posts are read from, in order of the text."""

    persons: list[Span]
    bodies: list[Span]
    places: list[Span]


_KINDS = ("person", "organization", "place")  # in the order of `Spans`


def spans_by_article(named: pl.DataFrame) -> dict[str, Spans]:
    """The spans of each article that names a person, from rows in order of the text.

    `named` has the columns article_id, type, name, place_code, start_offset and end_offset.
    """
    peopled = named.filter(pl.col("type") == "person")["article_id"].unique()
    spanned = named.filter(
        pl.col("type").is_in(_KINDS) & pl.col("article_id").is_in(peopled.implode())
    )
    found: dict[str, Spans] = {}
    columns = ("start_offset", "end_offset", "name", "place_code")
    spans = map(Span, *(spanned[column].to_list() for column in columns))
    for article_id, kind, span in zip(spanned["article_id"], spanned["type"], spans, strict=True):
        if article_id not in found:
            found[article_id] = Spans([], [], [])
        found[article_id][_KINDS.index(kind)].append(span)
    return found


class AppointmentReader:
    """Reads the posts of the persons of one article."""

    def __init__(self, text: str, spans: Spans) -> None:
        self._text = text
        self._persons = spans.persons
        self._ends = {person.end for person in spans.persons}
        self._starts = {person.start for person in spans.persons}
        self._units = UnitReader(text, spans.bodies, spans.places)

    def appointments(self) -> Iterator[Appointment]:
        """Every post that the article gives to a person, in order of the text."""
        shared: list[Unit] = []
        carried: Span | None = None
        last_end = 0
        for person in self._persons:
            if _SENTENCE_END.search(self._text, last_end, person.start):
                carried = None
            before = self._units_before(person.start)
            if before and self._text[person.start - 1] == "\n" and before[0].start in self._ends:
                before = []  # the line above says it of its own person
            if before:
                listed = self._text[last_end : before[0].start] in ("、", "，", "和")
                before = _settled(before, carried, listed=listed)
                shared = [unit for unit in before[-1:] if _can_be_shared(unit)]
            elif self._text[last_end : person.start] in _LISTING:
                before = shared
            else:
                shared = []
            after = _settled(self._units_after(person.end))
            career = self._career_after(person.end) if not after else []
            for unit in (*before, *after, *career):
                yield Appointment(person, unit)
            carried = next((u.body for u in reversed(before) if u.body), carried)
            last_end = person.end

    def _units_before(self, end: int) -> list[Unit]:
        """The units that end here, in reading order."""
        at = end
        if self._text[at - 1 : at] in (" ", "\n", "　", "：", ":"):
            at -= 1
        elif self._text.endswith("的", 0, at):
            return self._units_of_bearer(at - 1)
        units: list[Unit] = []
        while end - at < LONGEST_CHAIN:
            unit = self._units.ending_at(at)
            if unit is None:
                break
            units.insert(0, unit)
            at = unit.start
            link = next((link for link in _LINKS if self._text.endswith(link, 0, at)), "")
            if not link or (link == "，" and not self._goes_back(at - 1)):
                break
            at -= len(link)
        return units

    def _units_of_bearer(self, end: int) -> list[Unit]:
        """身为滨海市教育局副局长的张进, 先后任县长、县委书记的张进."""
        units = self._units_before(end)
        if not units or not self._text.endswith(_BEARING, 0, units[0].start):
            return []
        return units

    def _goes_back(self, comma: int) -> bool:
        """Whether a post before a comma belongs to the name behind it: it is nobody else's."""
        unit = self._units.ending_at(comma)
        while unit and self._text[unit.start - 1] == "、":
            unit = self._units.ending_at(unit.start - 1)
        if unit is None or unit.body is None or unit.start in self._ends:
            return False
        return self._text[unit.start - 1] not in "任为是选"

    def _units_after(self, end: int) -> list[Unit]:
        """The posts behind a name: 张进局长, 张进（滨海市教育局局长）, 张进任教育局局长."""
        direct = self._direct_after(end)
        if direct:
            return [direct, *self._listed_after(direct.end)]
        lead = _LEADS.match(self._text, end)
        clause = _CLAUSE.match(self._text, lead.end()) if lead else None
        if lead is None or clause is None:
            return []
        limit = min(clause.end(), lead.end() + LONGEST_CHAIN)
        for head in reversed(list(any_head().finditer(self._text, lead.end(), limit))):
            if self._ends_clause(head.end(), lead.group()):
                units = self._units_before(head.end())
                if units and units[0].start == lead.end():
                    return units
        return []

    def _career_after(self, end: int) -> Iterator[Unit]:
        """The posts of a life told in one sentence: 张进，男，汉族，历任县长、县委书记，现任…."""
        stop = _SENTENCE_END.search(self._text, end)
        limit = min(stop.start() if stop else len(self._text), end + LONGEST_LIFE)
        following = [start for start in self._starts if end < start < limit]
        limit = min(following, default=limit)
        if not _LIFE.match(self._text, end, limit):
            return
        for lead in _CAREER.finditer(self._text, end, limit):
            clause = _CLAUSE.match(self._text, lead.end(), limit)
            if clause:
                units = self._units_before(clause.end())
                if units and units[0].start == lead.end():
                    yield from _settled(units)

    def _ends_clause(self, end: int, lead: str) -> bool:
        """Whether the clause says no more than the post, so that it is an apposition."""
        following = self._text[end : end + 1]
        if end in self._starts or end + 1 in self._starts:
            return False
        return following in (("）", ")", "，") if _OPENS.match(lead) else ("", *"，。；\n）！"))

    def _listed_after(self, end: int) -> list[Unit]:
        """The posts that go on a list up to the end of its line: …党组书记、局长."""
        line = _LISTED_LINE.match(self._text, end)
        if line is None:
            return []
        units = self._units_before(line.end())
        return [unit for unit in units if unit.start > end]

    def _direct_after(self, end: int) -> Unit | None:
        """习近平总书记, 张进副局长: a post that follows the name at once."""
        if not (any_head().match(self._text, end) or self._text.startswith(_openings(), end)):
            return None
        for stop in range(min(len(self._text), end + 8), end, -1):
            found = post_pattern().fullmatch(self._text[end:stop])
            if found and not found["suffix"]:
                kind = kinds()[found["head"]]
                bound = kind in flagged("bound") and "党组" not in found["title"]
                return None if bound else Unit(end, stop, found["title"], kind, blocked=True)
        return None


def _settled(units: list[Unit], carried: Span | None = None, *, listed: bool = False) -> list[Unit]:
    """Units with the bodies that they take over from the units before them.

    The first may take over the body that the sentence has `carried` to it.
    """
    last = carried
    settled = []
    for position, unit in enumerate(units):
        takes = position > 0 or _is_relative(unit, listed=listed)
        bare = not (unit.body or unit.place or unit.printed or unit.blocked or unit.suffix)
        known = unit
        if bare and takes and unit.kind not in flagged("alone"):
            known = unit._replace(body=last)
        settled.append(known)
        if known.body and not _is_part(known):
            last = _holder(known.body)
    return settled


def _holder(body: Span) -> Span:
    """The body itself where its 党委 was named: 青石集团 of 青石集团党委."""
    if not body.name.endswith("党委") or len(body.name) < 5:
        return body
    name = body.name.removesuffix("党委")
    return body._replace(name=name, end=body.end - 2)


def _is_part(unit: Unit) -> bool:
    """Whether a post belongs to a part of its body (火炬中心) that is no party committee of it."""
    return bool(unit.suffix) and not unit.suffix.endswith(("党委", "党组", "支部", "总支"))


def _is_relative(unit: Unit, *, listed: bool) -> bool:
    """副主席, 秘书长: a post of the body that the sentence speaks of."""
    if unit.department or unit.title.startswith(("副", "常务副", "秘书长")):
        return True
    return listed and (unit.kind in flagged("relative") or unit.title.startswith(_kept()))


def _can_be_shared(unit: Unit) -> bool:
    """Whether several persons can hold the post together: 副市长张三、李四."""
    return "副" in unit.title or unit.kind == "member" or unit.title.endswith(("委员", "常委"))
