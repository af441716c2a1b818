"""Calendar spans: first and last day of years, quarters, months and plan periods."""

import calendar
import datetime as dt
from typing import NamedTuple


class Span(NamedTuple):
    """First and last day; either may be open (None)."""

    first: dt.date | None
    last: dt.date | None


OPEN = Span(None, None)


def year(number: int) -> Span:
    """The calendar year."""
    return Span(dt.date(number, 1, 1), dt.date(number, 12, 31))


def months(number: int, first: int, last: int) -> Span:
    """From the first day of one month to the last day of another of the same year."""
    return Span(dt.date(number, first, 1), month_end(number, last))


def month_end(number: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(number, month, calendar.monthrange(number, month)[1])


def day(date: dt.date | None) -> Span:
    """One day; open if it is not known."""
    return Span(date, date)


def week(date: dt.date) -> Span:
    """Monday to Sunday around a day."""
    monday = date - dt.timedelta(days=date.weekday())
    return Span(monday, monday + dt.timedelta(days=6))


def plan(number: int) -> Span:
    """The n-th five-year plan: the 13th runs from 2016 to 2020."""
    if number < 3:
        first = 1948 + 5 * number  # the first two, before the gap of 1963 to 1965
        return Span(dt.date(first, 1, 1), dt.date(first + 4, 12, 31))
    first = 1951 + 5 * number
    return Span(dt.date(first, 1, 1), dt.date(first + 4, 12, 31))


def months_after(date: dt.date, count: int) -> dt.date:
    """The same day some months later or earlier, or the last day of a shorter month."""
    month = date.year * 12 + date.month - 1 + count
    last = month_end(month // 12, month % 12 + 1)
    return last.replace(day=min(date.day, last.day))


def month_of(date: dt.date) -> Span:
    """The month around a day."""
    return months(date.year, date.month, date.month)


def date(number: int, month: int, day_of_month: int) -> dt.date | None:
    """The date, or None if there is no such day."""
    try:
        return dt.date(number, month, day_of_month)
    except ValueError:
        return None
