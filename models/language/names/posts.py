"""Reads one post and what the text says of its body: 市委组织部副部长, 太阳纸业电气主任.

A *unit* is one post with its body. `UnitReader` reads the unit that ends at a given place; how
units follow each other and whom they belong to is told in `appointments`.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from models.language.lexicon import any_of, load

LONGEST_POST = 16  # characters of a post with its rank and party group
LONGEST_GAP = 12  # characters between a body and a post
LONGEST_BODY = 26  # characters of a body that nothing but its last word tells
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_HAN_BEFORE = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]+$")
_POINTING = ("该", "本", "我")  # 该校党委书记
_NOT_IN_GAP = "的在和与及是为对由兼任曾原了"


class Span(NamedTuple):
    """A name in the text: who or what it names."""

    start: int
    end: int
    name: str
    place_code: str | None = None


_NO_SPAN = (None,) * 4


class Unit(NamedTuple):
    """One post, and what the text says of its body."""

    start: int
    end: int
    title: str
    kind: str
    body: Span | None = None  # the body, or with a `suffix` what that body is a part of
    suffix: str = ""  # 党委, 火炬中心: a body of its own, of that body or place
    place: Span | None = None  # the place whose government or department is meant
    department: str = ""  # a department whose parent was named before it
    printed: str = ""  # a body that nothing but its last word tells
    blocked: bool = False  # words that were not understood stand before the post

    def flat(self) -> tuple[object, ...]:
        """The unit as a row: a span in four columns."""
        body, place = self.body or _NO_SPAN, self.place or _NO_SPAN
        return (*self[:4], *body, self.suffix, *place, self.department, self.printed, self.blocked)

    @classmethod
    def of(cls, row: Sequence[Any]) -> "Unit":
        """The unit that `flat` made a row of."""
        body = Span(*row[4:8]) if row[4] is not None else None
        place = Span(*row[9:13]) if row[9] is not None else None
        start, end, title, kind = row[:4]
        department, printed, blocked = row[13:]
        return cls(start, end, title, kind, body, row[8], place, department, printed, blocked)


@cache
def kinds() -> dict[str, str]:
    """Head noun → kind of post; of two kinds the first that lists it."""
    found: dict[str, str] = {}
    for entry in load("posts")["post"]:
        for head in entry["heads"]:
            found.setdefault(head, entry["id"])
    return found


@cache
def _last_characters() -> frozenset[str]:
    return frozenset(head[-1] for head in kinds())


@cache
def _not_posts() -> tuple[str, ...]:
    return tuple(load("posts")["not_posts"])


@cache
def flagged(flag: str) -> frozenset[str]:
    """The kinds of posts of which the lexicon says `flag`."""
    return frozenset(entry["id"] for entry in load("posts")["post"] if entry.get(flag))


@cache
def post_pattern() -> re.Pattern[str]:
    """A post at the end of a text: committee, then former, rank, party group, field, head."""
    words = load("posts")
    ranks, kept = any_of(words["ranks"]), any_of(words["kept"])
    fields, heads = any_of(words["fields"]), any_of(tuple(kinds()))
    return re.compile(
        rf"(?P<suffix>{any_of(words['committees'])})?"
        rf"(?P<title>(?:{any_of(words['former'])})?(?:{ranks})?(?:{kept})?(?:{fields})?(?:{ranks})?"
        rf"(?P<head>{heads}))$"
    )


@lru_cache(maxsize=50_000)
def _post_ending(window: str) -> re.Match[str] | None:
    """The post at the end of a piece of text, which namesakes and roles both ask for."""
    return post_pattern().search(window)


@cache
def any_head() -> re.Pattern[str]:
    """A head noun that no longer word hides: 主任, but not in 主任办公会."""
    return re.compile(rf"(?:{any_of(tuple(kinds()))})(?![会团办级厅室])")


@cache
def _department() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(load('posts')['departments'])})$")


@cache
def _ministry() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(load('posts')['ministries'])})$")


@cache
def _body_ends() -> tuple[str, ...]:
    return tuple(load("posts")["body_ends"])


class UnitReader:
    """Reads units in the text of one article, given the bodies and places it names."""

    def __init__(self, text: str, bodies: list[Span], places: list[Span]) -> None:
        self._text = text
        self._ordered = sorted((*bodies, *places), key=lambda span: span.start)
        self._bodies = {span.end: span for span in bodies}
        self._places = {span.end: span for span in places}
        self._by_text = {text[span.start : span.end]: span for span in self._ordered}

    def ending_at(self, end: int) -> Unit | None:
        """The unit that ends here; None if no post does."""
        if self._text[end - 1 : end] not in _last_characters():
            return None
        if self._text.endswith(_not_posts(), 0, end):
            return None
        chief = self._chief(end)
        if chief:
            return chief
        window_start = max(0, end - LONGEST_POST)
        match = _post_ending(self._text[window_start:end])
        if match is None:
            return None
        start = window_start + match.start()
        kind = kinds()[match["head"]]
        unit = Unit(window_start + match.start("title"), end, match["title"], kind)
        if kind in flagged("alone"):
            return self._alone(unit)
        if kind in flagged("government"):
            return self._of_government(unit)
        found = self._with_body(unit, start, match["suffix"] or "")
        if found is None and kind in flagged("bound") and "党组" not in unit.title:
            return None
        return found or self._without_body(unit)

    def _alone(self, unit: Unit) -> Unit:
        body = self._bodies.get(unit.start)
        return unit._replace(start=body.start, body=body) if body else unit

    def _of_government(self, unit: Unit) -> Unit:
        """大冶市市长, 大冶副市长, and 大冶市长, where place and post share a character."""
        place = self._places.get(unit.start) or self._places.get(unit.start + 1)
        if place:
            return unit._replace(start=place.start, place=place)
        return self._without_body(unit)

    def _with_body(self, unit: Unit, start: int, suffix: str) -> Unit | None:
        """The unit with the body or place that stands before it; `start` is before a committee."""
        if suffix:
            return self._of_committee(unit, start, suffix)
        unit = self._without_present(unit)
        body = self._bodies.get(unit.start) or self._of_party_unit(unit)
        if body:
            return self._posted_at(unit, body) or unit._replace(start=body.start, body=body)
        place = self._places.get(unit.start)
        if place:
            return self._of_place(unit, place)
        return (
            self._across_gap(unit)
            or self._of_department(unit)
            or self._of_ministry(unit)
            or self._of_relative(unit)
            or self._of_printed(unit)
        )

    def _of_committee(self, unit: Unit, start: int, suffix: str) -> Unit:
        """青石集团党委书记: the committee is a body of its own, unless its name says so itself."""
        body = self._bodies.get(unit.start)
        if body and ("委" in body.name[-3:] or suffix in body.name):
            return unit._replace(start=body.start, body=body)
        base = self._bodies.get(start) or self._places.get(start) or self._printed_before(start)
        if base:
            return unit._replace(start=base.start, body=base, suffix=suffix)
        found = self._of_relative(unit._replace(start=start))
        if found and found.body:
            return found._replace(suffix=suffix)
        if suffix in ("村委会", "居委会"):
            return unit._replace(
                start=start, body=self._nearest(("村", "社区"), start), suffix=suffix
            )
        printed = self._of_printed(unit._replace(start=start))
        if printed:
            return printed._replace(printed=printed.printed + suffix)
        return self._without_body(unit._replace(start=start, suffix=suffix))

    def _printed_before(self, end: int) -> Span | None:
        """A name that ends here, known from elsewhere in the article."""
        for size in range(10, 1, -1):
            known = self._by_text.get(self._text[max(0, end - size) : end])
            if known:
                return known._replace(start=end - size, end=end)
        return None

    def _of_party_unit(self, unit: Unit) -> Span | None:
        """长垅村党支部, whose last word begins the post 党支部书记."""
        kept = next((k for k in load("posts")["kept"] if unit.title.startswith(k)), "")
        body = self._bodies.get(unit.start + len(kept)) if kept else None
        return body if body and body.start < unit.start else None

    def _without_present(self, unit: Unit) -> Unit:
        """世贸组织现任总干事: where the body stands, seen past words for now."""
        for word in load("posts")["present"]:
            if self._text.endswith(word, 0, unit.start):
                return unit._replace(start=unit.start - len(word))
        return unit

    def _posted_at(self, unit: Unit, where: Span) -> Unit | None:
        """驻苏丹大使, 常驻联合国代表: the place belongs to the post; its body sends the person."""
        for word in ("常驻", "派驻", "驻"):
            start = where.start - len(word)
            if self._text.startswith(word, start):
                title = self._text[start : unit.end]
                sender = self._bodies.get(start)
                if sender is None:
                    return unit._replace(start=start, title=title)
                return unit._replace(start=sender.start, title=title, body=sender)
        return None

    def _of_place(self, unit: Unit, place: Span) -> Unit:
        """党支部书记 of a village belongs to its party branch, 村主任 to its committee."""
        posted = self._posted_at(unit, place)
        if posted:
            return posted
        kept = next((k for k in load("posts")["kept"] if unit.title.startswith(k)), "")
        suffix = kept or load("posts")["village_posts"].get(unit.title, "")
        if suffix:
            return unit._replace(start=place.start, body=place, suffix=suffix)
        return unit._replace(start=place.start, blocked=True)

    def _across_gap(self, unit: Unit) -> Unit | None:
        """Words between body and post: a part of the body (火炬中心) or of the post (电气主任)."""
        for at in range(unit.start - 1, max(0, unit.start - LONGEST_GAP) - 1, -1):
            if self._text[at] in _NOT_IN_GAP or not "\u4e00" <= self._text[at] <= "\u9fff":
                return None
            body = self._bodies.get(at)
            if body is None:
                continue
            gap = self._text[at : unit.start]
            if gap.endswith(_body_ends()):
                return unit._replace(start=body.start, body=body, suffix=gap)
            return unit._replace(start=body.start, body=body, title=gap + unit.title)
        return None

    def _of_department(self, unit: Unit) -> Unit | None:
        """组织部 whose parent is named before: 市委常委、组织部部长."""
        match = _department().search(self._text[max(0, unit.start - 8) : unit.start])
        if match is None:
            return None
        start = unit.start - len(match.group())
        if self._is_blocked(start):
            return None
        return unit._replace(start=start, department=match.group())

    def _of_ministry(self, unit: Unit) -> Unit | None:
        """外交部长, 俄罗斯国防部长: the ministry shares a character with the post."""
        if unit.title not in ("部长", "副部长"):
            return None
        match = _ministry().search(self._text[max(0, unit.start - 8) : unit.start])
        if match is None:
            return None
        start = unit.start - len(match.group())
        place = self._places.get(start)
        blocked = place is None and self._is_blocked(start)
        return unit._replace(
            start=place.start if place else start,
            place=place,
            department="" if blocked else match.group() + "部",
            blocked=blocked,
        )

    def _of_relative(self, unit: Unit) -> Unit | None:
        """局党组成员, 公司总监: a body named before in the paragraph, by its last word."""
        for word, ends in load("posts")["relative"].items():
            start = unit.start - len(word)
            if not self._text.startswith(word, start):
                continue
            start -= self._text.endswith(_POINTING, 0, start)
            if not self._is_blocked(start):
                body = self._nearest(tuple(ends), start)
                return unit._replace(start=start, body=body, blocked=body is None)
        if self._is_blocked(unit.start):
            return None
        for head, ends in load("posts")["chiefs"].items():
            if unit.title.endswith(head):
                body = self._nearest(tuple(ends), unit.start)
                return unit._replace(body=body) if body else None
        return None

    def _nearest(self, ends: tuple[str, ...], at: int) -> Span | None:
        """The last body or place before `at` in the same paragraph whose name ends so."""
        paragraph = self._text.rfind("\n", 0, at) + 1
        fitting = [
            span
            for span in self._ordered
            if paragraph <= span.start and span.end <= at and span.name.endswith(ends)
        ]
        return fitting[-1] if fitting else None

    def _of_printed(self, unit: Unit) -> Unit | None:
        """国防委员会副委员长: a body that only its last word tells, printed from a boundary on."""
        before = _HAN_BEFORE.search(self._text, max(0, unit.start - LONGEST_BODY), unit.start)
        if before is None or not before.group().endswith(_body_ends()):
            return None
        words = load("posts")
        *outside, name = re.split(words["before_bodies"], before.group())
        if not outside and len(name) == LONGEST_BODY:
            return None
        if len(name) < 4 or name[0] in words["relative_openers"] or any_head().search(name):
            return None
        return unit._replace(start=unit.start - len(name), printed=name)

    def _chief(self, end: int) -> Unit | None:
        """宣传部长: the last character of the body is the first of the post."""
        body = self._bodies.get(end - 1)
        if body is None or self._text[end - 1] != "长":
            return None
        title = self._text[end - 2 : end]
        return Unit(body.start, end, title, "office", body) if title in kinds() else None

    def _without_body(self, unit: Unit) -> Unit:
        return unit._replace(blocked=self._is_blocked(unit.start))

    def _is_blocked(self, start: int) -> bool:
        """Whether words stand before `start` that may name a body which was not understood."""
        before = self._text[start - 1 : start]
        return bool(_HAN.fullmatch(before)) and before not in "的兼暨和及与由让原以在为任是了"
