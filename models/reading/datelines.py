"""Datelines at either end of a story: 本报某市11月26日讯（记者 某某）, （本报某市9月13日电）."""

import re
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from models.reading.characters import HAN
from models.reading.credits import Credit, credits_in_brackets
from models.reading.dates import ascii_digits, resolve
from models.reading.outlets import forms_pattern, outlet_in

_LONGEST = 160  # characters within which a dateline ends


class Dateline(NamedTuple):
    """What a dateline says; `end` is where the story begins after it."""

    end: int
    place: str | None
    month: int | None
    day: int | None
    outlet: str | None
    credits: list[Credit]
    closing: bool = False  # printed behind the story


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    known = forms_pattern()
    agency = (
        rf"(?P<agency>本报|本网|本台|本刊|本社|时报|晚报|日报|早报"
        rf"|(?:据)?(?:{known})(?:[-—·/ ]?(?:{known}))*"
        rf"|(?P<unknown>(?:据)?[{HAN}]{{2,8}}?(?:日报|晚报|早报|晨报|时报|导报|都市报|新闻网|通讯社|"
        rf"电视台|网|报|社|台)(?:客户端|全媒体|融媒体)?))"
    )
    day = r"(?:(?P<month>[\d０-９]{1,2}) ?月 ?)?(?P<day>[\d０-９]{1,2}) ?日"
    kind = r"(?:专?电|讯|消息|综合电|综合消息)"
    programme = r"(?:[（(][^（）()\d]{2,8}[）)])?"
    brackets = r"\s*(?P<brackets>[（(][^（）()]{1,80}[）)])?"
    bare_day = r"(?:(?P<m2>[\d０-９]{1,2}) ?月 ?)?(?P<d2>[\d０-９]{1,2}) ?日"
    head = (
        rf"(?:{agency}\s*(?P<place>[{HAN}·、]{{0,14}}?)\s*(?:{day})?\s*{programme}{kind}"
        rf"|{bare_day}讯(?=\s))"
    )
    tail = (
        rf"[（(](?:据)?{agency}(?P<place>[{HAN}·、]{{0,20}}?)(?:{day})(?:专?电|讯)"
        rf"\s*(?P<by>[^（）()]{{0,120}})[）)]"
    )
    return (
        re.compile(rf"^[【（(]?{head}[】]?{brackets}\s*[：:]?\s*"),
        re.compile(rf"{tail}$"),
    )


_NEAR = 36  # characters within which an opening dateline says what it is
_KIND = re.compile("电|讯|消息")
_OPENING = re.compile(rf"^[【（(]?[{HAN}A-Za-z\d０-９.·、\-— （）()]{{1,30}}?(?:电|讯|消息)")


def dateline_at_start(text: str) -> Dateline | None:
    """The dateline that a story opens with."""
    return _opening(text) if _KIND.search(text, 0, _NEAR) else None


@lru_cache(maxsize=256)  # several steps ask about the same first lines
def _opening(text: str) -> Dateline | None:
    head = text[:_LONGEST]
    if not _OPENING.match(head):
        return None
    match = _patterns()[0].match(head)
    if not match or not _is_set_off(match, text):
        return None
    brackets = (match["brackets"] or "")[1:-1]
    found = credits_in_brackets(brackets) if brackets else []
    if match["unknown"] and match["place"] and not (found or match["day"]):
        return None
    end = match.end()
    if brackets and not found and not _names_programme(brackets):
        end = match.start("brackets")
    return Dateline(
        end,
        match["place"] or None,
        _int(match["month"] or match["m2"]),
        _int(match["day"] or match["d2"]),
        outlet_in(match["agency"]),
        found,
    )


def dateline_at_end(text: str) -> tuple[int, Dateline] | None:
    """The dateline in brackets that a story closes with, and where it starts."""
    if text[-1:] not in "）)":
        return None
    start = max(text.rfind("（"), text.rfind("("))
    match = _patterns()[1].search(text, max(start, 0)) if start >= 0 else None
    if not match:
        return None
    found = credits_in_brackets(match["by"]) if match["by"] else []
    dateline = Dateline(
        match.end(),
        match["place"] or None,
        _int(match["month"]),
        _int(match["day"]),
        outlet_in(match["agency"]),
        found,
        closing=True,
    )
    return match.start(), dateline


def is_only_dateline(text: str) -> bool:
    """Whether a line holds a dateline and nothing of its story yet."""
    found = dateline_at_start(text)
    return found is not None and found.end >= len(text)


def _is_set_off(match: re.Match[str], text: str) -> bool:
    """A dateline has a date, brackets, a colon or a space after it; 本报讯 alone is one, too."""
    shown = match.group()
    if match["day"] or match["d2"] or match["brackets"] or shown.rstrip()[-1:] in "：:":
        return True
    return shown != shown.rstrip() or match.end() == len(text)


def _names_programme(brackets: str) -> bool:
    return len(brackets) <= 8 and brackets.endswith(("联播", "新闻", "节目", "频道", "报道"))


def _int(digits: str | None) -> int | None:
    return int(ascii_digits(digits)) if digits else None


def dated(dateline: Dateline, near: date | None, *, same_year: bool = False) -> date | None:
    """The day of a dateline, its year (and month) taken from a known date nearby.

    `same_year` says that only the year of the known date is known.
    """
    if dateline.day is None or near is None:
        return None
    month = dateline.month or near.month
    return resolve(month, dateline.day, near, same_year=same_year)
