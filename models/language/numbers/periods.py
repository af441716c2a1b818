"""Which days a period phrase means, seen from the article's `as_of`, and how it holds them."""

import datetime as dt
import re
from enum import Enum
from functools import lru_cache

from models.language.numbers import numerals, spans
from models.language.numbers.phrases import THROUGH, pattern
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


Reading = tuple[Span, Reach]
_UNKNOWN: Reading = (OPEN, Reach.VAGUE)
_RELATIVE = {
    "今年": 0, "本年": 0, "本年度": 0, "这一年": 0, "去年": -1, "上年": -1, "上一年": -1,
    "前年": -2, "明年": 1, "下年": 1, "次年": 1, "后年": 2,
}  # fmt: skip


@lru_cache(maxsize=1 << 14)
def resolve(reading: str, as_of: dt.date | None) -> Reading:
    """The days that a phrase's reading names and how it holds them; relative ones need `as_of`."""
    first, through, last = reading.partition(THROUGH)
    if through:
        return Span(resolve(first, as_of)[0].first, resolve(last, as_of)[0].last), Reach.SPAN
    match = pattern().match(reading)
    if match is None or match["vague"]:
        return _UNKNOWN
    if match["first"]:
        years = spans.year(int(match["first"])), spans.year(int(match["last"]))
        return Span(years[0].first, years[1].last), Reach.SPAN
    if match["months"]:
        return _dotted(match["months"]), Reach.SPAN
    if match["iso"]:
        number, month, day = map(int, re.split("[-/.]", match["iso"]))
        return _with_edge(spans.day(spans.date(number, month, day)), match, as_of)
    if match["plan"]:
        return _plan(match)
    if match["decade"]:
        first = (2000 if match[0].startswith("本") else 1900) + _int(match["decade"])
        return Span(spans.year(first).first, spans.year(first + 9).last), Reach.SPAN
    if match["year"]:
        number = _year_number(match["year"], as_of)
        return _with_edge(_in_year(number, match["part"], match["sub"]), match, as_of)
    if as_of is None:
        return _UNKNOWN
    return _relative(match, as_of)


def _dotted(months: str) -> Span:
    """The span of 1999.08-2002.02, or of 2008.03-2009."""
    (year, month), (last_year, last_month) = (
        (int(one[:4]), int(one[5:] or 0)) for one in months.split("-")
    )
    first, last = _months(year, month, month), _months(last_year, last_month, last_month)
    return Span(first.first, last.last if last_month else spans.year(last_year).last)


def _relative(match: re.Match[str], as_of: dt.date) -> Reading:
    """What a phrase without a year means, seen from `as_of`."""
    if match["now"]:
        return Span(None, as_of), Reach.CURRENT
    if match["opening"] or match["congress"]:
        return Span(None, as_of), Reach.OPENING
    if match["recent"]:
        return _recent(match["recent"], as_of)
    if match["name"]:
        return _named(match["name"], match["name_sub"], match["lead"], as_of)
    if match["day"]:
        day = spans.day(spans.date(as_of.year, as_of.month, _int(match["day"])))
        return _with_edge(day, match, as_of)
    span = _in_year(as_of.year, match["alone"], match["alone_sub"])
    if span.first and _is_still_ahead(span, as_of) and match["lead"] not in ("到", "至"):
        span = _in_year(as_of.year - 1, match["alone"], match["alone_sub"])
    return _with_edge(span, match, as_of)


def _is_still_ahead(span: Span, as_of: dt.date) -> bool:
    """Whether a part of this year has not come or has hardly begun: a quarter in January."""
    if span.first is None or span.last is None or span.first > as_of:
        return True
    return as_of.month == 1 and span.last.month > 1


def _with_edge(span: Span, match: re.Match[str], as_of: dt.date | None) -> Reading:
    """What 截至, 到, 底 and 以来 make of a span."""
    lead, edge = match["lead"], match["edge"] or match["alone_edge"] or ""
    part = match["part"] or match["alone"] or match["day"] or match["iso"]
    if span.first is None:
        return _UNKNOWN
    if edge.endswith("前"):
        if as_of is None or span.last is None or span.last < as_of:
            return Span(None, span.last), Reach.SPAN
        return Span(as_of, span.last), Reach.UNTIL
    if edge in ("以来", "起"):
        return Span(span.first, as_of), Reach.SINCE
    if edge in ("底", "末", "年底", "年末", "月底"):
        return spans.day(span.last), Reach.POINT
    if edge in ("初", "年初"):
        return spans.day(span.first), Reach.POINT
    if lead in ("截至", "截止", "截止到"):
        return spans.day(span.last), Reach.POINT
    if lead in ("到", "至"):
        is_day = part is not None and ("日" in part or "号" in part)
        return (spans.day(span.last), Reach.POINT) if is_day else (span, Reach.UNTIL)
    if match["year"] in ("今年", "本年", "本年度") and part is None and not edge:
        return span, Reach.THIS_YEAR
    return span, Reach.SPAN


def _year_number(year: str, as_of: dt.date | None) -> int | None:
    """The calendar year that a year word names; two digits take the century next to `as_of`."""
    if year in _RELATIVE:
        return as_of.year + _RELATIVE[year] if as_of else None
    digits = year.rstrip("年度")
    if not digits.isascii():
        digits = "".join(str(numerals.DIGITS[c]) for c in digits)
    if len(digits) > 2:
        return int(digits)
    near = as_of.year if as_of else 2000
    return 2000 + int(digits) if 2000 + int(digits) <= near + _AHEAD else 1900 + int(digits)


_AHEAD = 10  # years ahead of a text that it may name by two digits


def _int(numeral: str) -> int:
    value = numerals.read(numeral)
    return int(value.low) if value else 0


def _in_year(number: int | None, part: str | None, sub: str | None) -> Span:
    """The year, or a part of it, or a part of that; open if the calendar has no such days."""
    if number is None:
        return OPEN
    if part is None:
        return spans.year(number)
    return _within_month(_part(number, part), sub) if sub else _part(number, part)


_QUARTER = {**{c: i for i, c in enumerate("一二三四", 1)}, "两": 2}
_N = r"(?:[0-9０-９]{1,2}|[一二两三四五六七八九十]{1,3})"
_TO = r"[-—－–~～至到]{1,2}"
_MONTHS = re.compile(rf"({_N})月?份?{_TO}({_N})月份?$")
_DAYS = re.compile(rf"({_N})月({_N})[日号]?(?:{_TO}(?:({_N})月)?({_N})[日号])?$")


def _part(number: int, part: str) -> Span:
    """The days of a part of a year."""
    if part.endswith("半年"):
        return spans.months(number, 1, 6) if part[0] == "上" else spans.months(number, 7, 12)
    if part.endswith("季度"):
        return _quarters(number, part)
    if part[0] == "前":
        return _months(number, 1, _int(part[1:].rstrip("月份个")))
    if part[0] == "后":
        return _months(number, 13 - _int(part[1:].rstrip("月份个")), 12)
    if part[-1] in "周期拜":
        return _within_month(spans.year(number), part)
    if part[0] in "第首":
        month = _int(part.strip("第月个")) if part[0] == "第" else 1
        return _months(number, month, month)
    if match := _MONTHS.match(part):
        return _months(number, _int(match[1]), _int(match[2]))
    if match := _DAYS.match(part):
        first = spans.date(number, _int(match[1]), _int(match[2]))
        last = spans.date(number, _int(match[3] or match[1]), _int(match[4] or match[2]))
        return Span(first, last) if first and last and first <= last else OPEN
    month = _int(part.rstrip("月份"))
    return _months(number, month, month)


def _months(number: int, first: int, last: int) -> Span:
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


def _within_month(month: Span, sub: str) -> Span:
    """A week, ten days, or the first or last days of a month."""
    if month.first is None or month.last is None:
        return OPEN
    if sub.endswith("旬"):
        first = {"上": 1, "中": 11, "下": 21}[sub[0]]
        last = month.last if sub[0] == "下" else month.first.replace(day=first + 9)
        return Span(month.first.replace(day=first), last)
    count = _int(re.sub(r"[的第前最后个周星期礼拜天]", "", sub))
    if sub.endswith("天"):
        days = dt.timedelta(days=count - 1)
        if sub[0] == "前":
            return Span(month.first, month.first + days)
        return Span(month.last - days, month.last)
    monday = month.first + dt.timedelta(days=-month.first.weekday() % 7 + 7 * (count - 1))
    return spans.week(monday)


def _plan(match: re.Match[str]) -> Reading:
    span = spans.plan(_int(match["plan"]))
    within = match["within"]
    if within == "以来":
        return Span(span.first, None), Reach.SINCE
    if within in ("末", "期末"):
        return spans.day(span.last), Reach.POINT
    return span, Reach.SPAN


_LONGEST = 200  # years
_COUNT = re.compile(r"(近|过去的?|未来|今后)([一二两三四五六七八九十0-9]+)(个月|年)")


def _recent(phrase: str, as_of: dt.date) -> Reading:
    """近三年 reaches back three years from `as_of`, 未来三年 as far ahead."""
    match = _COUNT.match(phrase)
    if match is None:
        return _UNKNOWN
    count, day = _int(match[2]), dt.timedelta(days=1)
    ahead = match[1] in ("未来", "今后")
    months = (12 if match[3] == "年" else 1) * count
    if not 0 < months <= 12 * _LONGEST:
        return _UNKNOWN  # 过去2022年 names a year; no span of this length is meant
    edge = spans.months_after(as_of, months if ahead else -months)
    return (Span(as_of, edge - day) if ahead else Span(edge + day, as_of)), Reach.SPAN


def _named(name: str, sub: str | None, lead: str | None, as_of: dt.date) -> Reading:
    """Words for a span that is close to `as_of`."""
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
    if name == "今明两年":
        return Span(this_year.first, spans.year(as_of.year + 1).last), Reach.SPAN
    shift = {"上": -1, "下": 1}.get(name[0], 0)
    if name.endswith("月"):
        span = _in_month(spans.month_of(spans.months_after(as_of.replace(day=1), shift)), sub)
    elif name.endswith("季度"):
        quarter = as_of.year * 4 + (as_of.month - 1) // 3 + shift
        span = spans.months(quarter // 4, quarter % 4 * 3 + 1, quarter % 4 * 3 + 3)
    elif _WEEK.search(name):
        span = _week(name, as_of + dt.timedelta(days=7 * shift))
    else:
        span = spans.day(as_of + dt.timedelta(days=_DAYS_AWAY[name]))
    if sub in ("底", "末") or lead in ("截至", "截止", "截止到"):
        return spans.day(span.last), Reach.POINT
    return span, Reach.SPAN


_WEEK = re.compile(r"(?:周|星期|礼拜)([一二三四五六日天])?$")
_DAYS_AWAY = {
    "大前天": -3, "前天": -2, "前日": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0,
    "本日": 0, "本天": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3,
}  # fmt: skip


def _week(name: str, day: dt.date) -> Span:
    """The week around a day, or one day of it."""
    match, week = _WEEK.search(name), spans.week(day)
    if match is None or match[1] is None or week.first is None:
        return week
    return spans.day(week.first + dt.timedelta(days=min("一二三四五六日天".index(match[1]), 6)))


def _in_month(month: Span, sub: str | None) -> Span:
    """The month, or what is named of it: 上个月15号, 上月最后五天."""
    if sub is None or sub in ("底", "末", "初") or month.first is None:
        return month
    if sub[-1] in "日号":
        return spans.day(spans.date(month.first.year, month.first.month, _int(sub[:-1])))
    return _within_month(month, sub)
