"""Dates as documents print them: 2021-12-21 09:25:30, 2011年09月30, 二〇二二年十二月, RFC 822."""

import re
from datetime import date
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from models.vocabulary import Precision

_DIGITS = str.maketrans("０１２３４５６７８９〇○零一二三四五六七八九", "0123456789000123456789")
_NUMERIC = (
    r"(?<!\d)(?P<y>(?:19|20)\d{2})(?: ?(?:[-/.]|年) ?| (?=\d\d ?/))(?P<m>1[0-2]|0?[1-9])"
    r" ?(?:[-/.]|月) ?"
    r"(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)日?"
)
CLOCK = r"(?:[ T]*(?:[上下]午)?\d{1,2} ?[:：时] ?\d{1,2}分?(?:[:：]\d{1,2})?(?:\.\d+)?)?"
DAY = re.compile(_NUMERIC)
STAMP = re.compile(
    f"{_NUMERIC}{CLOCK}(?: ?[+-]\\d{{4}}| ?(?:GMT|UTC|CST))?(?: ?星期[一二三四五六日])?"
)
_MONTH = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d{2}) ?年 ?(?P<m>1[0-2]|0?[1-9]) ?月")
_HAN_DAY = re.compile(
    r"(?P<y>[一二][〇○零一二三四五六七八九]{3})年(?P<m>十[一二]?|[一二三四五六七八九])月"
    r"(?:(?P<d>二十[一-九]?|三十一?|十[一二三四五六七八九]?|[一二三四五六七八九])日)?"
)
_COMPACT = re.compile(r"(?<!\d)(?P<y>20[0-3]\d)(?P<m>1[0-2]|0[1-9])(?P<d>3[01]|[12]\d|0[1-9])")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_RFC822 = re.compile(r"^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} ")


class Stated(NamedTuple):
    """A day, month or year that something states; the day is the last of the span it names."""

    on: date
    precision: Precision


def ascii_digits(text: str) -> str:
    """Full-width digits of dates as ASCII; same length."""
    return text.translate(_FULL_WIDTH) if _FULL_WIDTH_DIGIT.search(text) else text


_FULL_WIDTH_DIGIT = re.compile("[０-９]")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


def day_of(text: str) -> date | None:
    """The first full day printed in a text, in any of the usual notations."""
    if _RFC822.match(text):
        try:
            return parsedate_to_datetime(text).date()
        except ValueError:
            return None
    text = ascii_digits(text)
    for match in DAY.finditer(text):
        if found := _day(int(match["y"]), int(match["m"]), int(match["d"])):
            return found
    for match in _HAN_DAY.finditer(text):
        if match["d"] and (
            found := _day(_digits(match["y"]), _numeral(match["m"]), _numeral(match["d"]))
        ):
            return found
    return None


def month_of(text: str) -> Stated | None:
    """The first month printed in a text: 2023年5月, 二〇二二年十二月."""
    text = ascii_digits(text)
    if match := _MONTH.search(text):
        return month_end(int(match["y"]), int(match["m"]))
    if match := _HAN_DAY.search(text):
        return month_end(_digits(match["y"]), _numeral(match["m"]))
    return None


def compact_day_of(text: str) -> date | None:
    """The first day written in eight digits: 20231018, 202112082206703990."""
    for match in _COMPACT.finditer(text):
        if found := _day(int(match["y"]), int(match["m"]), int(match["d"])):
            return found
    return None


def years_in(text: str) -> list[int]:
    """All four-digit years of a text, in order."""
    return [int(year) for year in _YEAR.findall(ascii_digits(text))]


def year_end(year: int) -> Stated:
    """A year alone stands for its last day."""
    return Stated(date(year, 12, 31), Precision.YEAR)


def month_end(year: int, month: int) -> Stated:
    """A month alone stands for its last day."""
    first_after = date(year + month // 12, month % 12 + 1, 1)
    return Stated(date.fromordinal(first_after.toordinal() - 1), Precision.MONTH)


def resolve(month: int, day: int, near: date | None, *, same_year: bool = False) -> date | None:
    """A day without a year: the one closest to a known date, or nothing without one."""
    if near is None:
        return None
    years = (near.year,) if same_year else (near.year - 1, near.year, near.year + 1)
    candidates = (_day(year, month, day) for year in years)
    return min((day for day in candidates if day), key=lambda one: abs(one - near), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _digits(han: str) -> int:
    return int(han.translate(_DIGITS))


def number_of(text: str) -> int:
    """A number below one hundred in digits or Chinese numerals."""
    return int(text) if text.isdecimal() else _numeral(text)


def _numeral(han: str) -> int:
    """A Chinese numeral below one hundred: 十二, 二十, 五."""
    tens, _, ones = han.rpartition("十")
    if "十" not in han:
        return _digits(han)
    return (_digits(tens) if tens else 1) * 10 + (_digits(ones) if ones else 0)
