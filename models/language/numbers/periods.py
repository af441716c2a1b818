"""Period phrases: where a text names a span of time, and which days it means.

A phrase is a year (named or relative), a part of it (half, quarters, months, days) and an edge
(底, 以来, 截至). `find` locates phrases; `resolve` turns one into days against the article's
`as_of`. Scope, that is for which numbers a phrase holds, is decided in `scopes`.
"""

import datetime as dt
import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from models.language.numbers import numerals, spans
from models.language.numbers.spans import OPEN, Span


class Reach(Enum):
    """How a phrase holds time."""

    SPAN = "span"  # covers its days
    POINT = "point"  # a state at a day: 2020年底, 截至5月26日
    SINCE = "since"  # from its first day until as_of
    UNTIL = "until"  # a goal: 到2025年
    CURRENT = "current"  # 目前, 如今
    THIS_YEAR = "this year"  # 今年: until as_of, or the whole year for a target
    VAGUE = "vague"  # 近年来: names a time and no days
    OPENING = "opening"  # 启用以来: until as_of from an unknown day


class Phrase(NamedTuple):
    """One period phrase in a text, by code points; `reading` is what `resolve` takes for it."""

    start: int
    end: int
    text: str
    reading: str


_N = r"(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = (
    r"(?:(?:19|20)[0-9]{2}年(?:度)?|[一二][〇零一二三四五六七八九]{3}年|今年|本年度?|"
    r"去年|上年|上一年|前年|明年|下年|后年|次年|这一年)"
)
_TO = r"[-—－–~～至到]{1,2}"
_PART = (
    rf"(?:[上下]半年|前[一二两三12３3]个?季度|第?[一二三四1-4](?:至[一二三四1-4])?季度|首季度|"
    rf"前{_N}个?月份?|{_N}月?份?{_TO}{_N}月份?(?!{_N}日)|"
    rf"{_N}月{_N}[日号]?{_TO}{_N}月{_N}[日号]|{_N}月{_N}[日号]?{_TO}{_N}[日号]|{_N}月{_N}[日号]|{_N}月份?)"
)
_EDGE = r"(?:年?[底末初]|以来|起|期间|[上中下]旬|春节期间)"
# A phrase begins with one of these; looking there first makes the search five times as fast.
_FIRST = (
    "截到至自从0-9０-９一二三四五六七八九十今去本上前明下后次这第首“近目如现当迄多连过长年全昨日"
    "启开实成运建投创组举落设推"
)
_PATTERN = re.compile(
    rf"(?=[{_FIRST}])(?:(?P<lead>截至|截止到?|到|至|自|从)?"
    rf"(?:(?P<first>(?:19|20)[0-9]{{2}})年?{_TO}(?P<last>(?:19|20)[0-9]{{2}})年(?:期间)?"
    rf"|(?P<year>{_YEAR})的?(?P<part>{_PART})?(?P<edge>{_EDGE})?"
    rf"|“?(?P<plan>十[一二三四五])五”?(?P<within>时期|期间|以来|期末|末|期内|以后)"
    rf"|(?P<alone>{_PART})(?P<alone_edge>{_EDGE})?"
    rf"|(?P<opening>(?:启用|开展|实施|成立|启动|运行|建成|投用|创建|上线|开放|开通|开业|建立|推行|组建|举办|"
    rf"落户|设立|投产)以来)"
    rf"|(?P<now>截至目前|目前为止|目前|如今|(?<![体表出展呈发实])现在|当前|至今|迄今|截至发稿时?)"
    rf"|(?P<vague>近年来?|近些年来?|多年来|连日来|连年|当年|过去|长期以来|这些年来?)"
    rf"|(?P<recent>近[一二两三四五六七八九十0-9]+(?:个月|年)来?)"
    rf"|(?P<name>全年|年末|年底|年内|年初|年初以来|上个?月|本月|当月|下个?月|"
    rf"上个?季度|本季度|上周|本周|昨[天日]|今[天日]|明[天日]|日前)"
    rf"))"
)
_STARTS = re.compile(
    r"年|月|目前|如今|(?<![体表出展呈发实])现在|当前|至今|迄今|季度|十[一二三四五]五|近|过去|来|日|周|天"
)


def find(text: str, start: int, end: int) -> list[Phrase]:
    """The period phrases between two offsets of a text, in order."""
    found = []
    for match in _PATTERN.finditer(text, start, end):
        words = reading = match.group()
        if match["lead"] in ("自", "从") and _LASTS.match(text, match.end(), end):
            reading += "以来"
        found.append(Phrase(match.start(), match.end(), words, reading))
    return found


_LASTS = re.compile(r"[^，。；！？\n]{0,24}?(?:以来|起|至今|开始)")

_RELATIVE = {
    "今年": 0, "本年": 0, "本年度": 0, "这一年": 0, "去年": -1, "上年": -1, "上一年": -1,
    "前年": -2, "明年": 1, "下年": 1, "次年": 1, "后年": 2,
}  # fmt: skip


@lru_cache(maxsize=1 << 14)
def resolve(phrase: str, as_of: dt.date | None) -> tuple[Span, Reach]:
    """The days that a phrase names and how it holds them; relative ones need `as_of`."""
    match = _PATTERN.match(phrase)
    if match is None:
        return OPEN, Reach.VAGUE
    lead = match["lead"]
    if match["now"]:
        return Span(None, as_of), Reach.CURRENT
    if match["opening"]:
        return Span(None, as_of), Reach.OPENING
    if match["vague"]:
        return OPEN, Reach.VAGUE
    if match["plan"]:
        return _plan(match)
    if match["first"]:
        return Span(
            spans.year(int(match["first"]))[0], spans.year(int(match["last"]))[1]
        ), Reach.SPAN
    if match["recent"]:
        return _recent(match["recent"], as_of)
    if match["name"]:
        return _named(match["name"], as_of)
    number = _year_number(match["year"], as_of) if match["year"] else None
    part, edge = match["part"] or match["alone"], match["edge"] or match["alone_edge"]
    if number is None:
        if as_of is None:
            return OPEN, Reach.VAGUE
        number = as_of.year
        if match["year"] is None and part is not None:
            span = _part(number, part)
            if span.first and span.first > as_of and lead not in ("到", "至"):
                number -= 1
    span = _part(number, part) if part else spans.year(number)
    if span.first is None:
        return OPEN, Reach.VAGUE
    return _with_edge(span, lead, edge, match["year"], part, as_of)


def _with_edge(
    span: Span,
    lead: str | None,
    edge: str | None,
    year: str | None,
    part: str | None,
    as_of: dt.date | None,
) -> tuple[Span, Reach]:
    """What 截至, 到, 底 and 以来 make of a span."""
    if edge in ("以来", "起"):
        return Span(span.first, as_of), Reach.SINCE
    if edge in ("底", "末", "年底", "年末"):
        return spans.day(span.last), Reach.POINT
    if edge in ("初", "年初"):
        return spans.day(span.first), Reach.POINT
    if lead in ("截至", "截止", "截止到"):
        return spans.day(span.last), Reach.POINT
    if lead in ("到", "至"):
        if part and ("日" in part or "号" in part):
            return spans.day(span.last), Reach.POINT
        return span, Reach.UNTIL
    if year in ("今年", "本年", "本年度") and part is None and edge is None:
        return span, Reach.THIS_YEAR
    return span, Reach.SPAN


def _year_number(year: str, as_of: dt.date | None) -> int | None:
    """The calendar year that a year word names."""
    if year in _RELATIVE:
        return as_of.year + _RELATIVE[year] if as_of else None
    digits = year.rstrip("年度")
    if digits.isascii():
        return int(digits)
    return int("".join(str(numerals.DIGITS[c]) for c in digits))


def _int(numeral: str) -> int:
    value = numerals.read(numeral)
    return int(value.low) if value else 0


_QUARTER = {**{c: i for i, c in enumerate("一二三四", 1)}, "两": 2}
_MONTHS = re.compile(rf"({_N})月?份?{_TO}({_N})月份?$")
_DAYS = re.compile(rf"({_N})月({_N})[日号]?(?:{_TO}(?:({_N})月)?({_N})[日号])?$")


def _part(number: int, part: str) -> Span:
    """The days of a part of a year; open if the calendar has no such days."""
    if part.endswith("半年"):
        return spans.months(number, 1, 6) if part[0] == "上" else spans.months(number, 7, 12)
    if part.endswith("季度"):
        return _quarters(number, part)
    if part[0] == "前":
        return _within(number, 1, _int(part[1:].rstrip("月份个")))
    if match := _MONTHS.match(part):
        return _within(number, _int(match[1]), _int(match[2]))
    if match := _DAYS.match(part):
        first = spans.date(number, _int(match[1]), _int(match[2]))
        last_month = _int(match[3] or match[1])
        last = spans.date(number, last_month, _int(match[4] or match[2]))
        return Span(first, last) if first and last and first <= last else OPEN
    month = _int(part.rstrip("月份"))
    return _within(number, month, month)


def _within(number: int, first: int, last: int) -> Span:
    return spans.months(number, first, last) if 1 <= first <= last <= 12 else OPEN


def _quarters(number: int, part: str) -> Span:
    """前三季度 is January to September, 二季度 April to June."""
    found = [_QUARTER.get(c) or int(c) for c in part if c in _QUARTER or c in "1234"]
    if part[0] == "首":
        found = [1]
    if not found:
        return OPEN
    if part[0] == "前":
        return spans.months(number, 1, 3 * found[0])
    return spans.months(number, 3 * found[0] - 2, 3 * found[-1])


def _plan(match: re.Match[str]) -> tuple[Span, Reach]:
    span = spans.plan(_int(match["plan"]))
    within = match["within"]
    if within == "以来":
        return Span(span.first, None), Reach.SINCE
    if within in ("末", "期末"):
        return spans.day(span.last), Reach.POINT
    return span, Reach.SPAN


_COUNT = re.compile(r"近([一二两三四五六七八九十0-9]+)(个月|年)")


def _recent(phrase: str, as_of: dt.date | None) -> tuple[Span, Reach]:
    """近三年 reaches back three years from as_of."""
    match = _COUNT.match(phrase)
    if as_of is None or match is None:
        return OPEN, Reach.VAGUE
    count = _int(match[1])
    if match[2] == "年":
        first = spans.years_before(as_of, count) + dt.timedelta(days=1)
        return Span(first, as_of), Reach.SPAN
    return Span(as_of - dt.timedelta(days=30 * count), as_of), Reach.SPAN


def _named(name: str, as_of: dt.date | None) -> tuple[Span, Reach]:
    """Words for a span that is close to as_of."""
    if as_of is None:
        return OPEN, Reach.VAGUE
    this_year = spans.year(as_of.year)
    if name == "全年":
        return this_year, Reach.SPAN
    if name in ("年末", "年底"):
        return spans.day(this_year.last), Reach.POINT
    if name == "年内":
        return this_year, Reach.THIS_YEAR
    if name == "年初":
        return spans.day(this_year.first), Reach.POINT
    if name == "年初以来":
        return Span(this_year.first, as_of), Reach.SINCE
    if name.endswith("月"):
        shift = {"上": -1, "下": 1}.get(name[0], 0)
        month = as_of.year * 12 + as_of.month - 1 + shift
        return spans.months(month // 12, month % 12 + 1, month % 12 + 1), Reach.SPAN
    if name.endswith("季度"):
        quarter = as_of.year * 4 + (as_of.month - 1) // 3 + (-1 if name[0] == "上" else 0)
        return spans.months(quarter // 4, quarter % 4 * 3 + 1, quarter % 4 * 3 + 3), Reach.SPAN
    if name.endswith("周"):
        return spans.week(as_of - dt.timedelta(days=7 * (name[0] == "上"))), Reach.SPAN
    if name == "日前":
        return OPEN, Reach.VAGUE
    shift = {"昨": -1, "今": 0, "明": 1}[name[0]]
    return spans.day(as_of + dt.timedelta(days=shift)), Reach.SPAN
