"""Whether a number happened or is meant to happen."""

import datetime as dt
import re
from bisect import bisect_left

from models.language.numbers import cues
from models.language.numbers.periods import Reach
from models.language.numbers.spans import Span


class Outlook:
    """Where a paragraph looks ahead (力争, 预计) and where back (已, 安排)."""

    def __init__(self, text: str, start: int, end: int, as_of: dt.date | None) -> None:
        self._text = text
        found = list(cues.scanner("target", "achieved").finditer(text, start, end))
        self._at = [match.start() for match in found]
        self._ahead = [_looks_ahead(match, as_of) for match in found]

    def before(self, start: int, at: int, *, lasting: bool = False) -> bool | None:
        """Whether the last cue between two offsets looks ahead; None without a cue.

        A forecast (有望) speaks for its own part of a sentence, so that it is no `lasting` cue.
        """
        last = bisect_left(self._at, at) - 1
        if last < 0 or self._at[last] < start:
            return None
        forecast = self._text.startswith(_FORECASTS, self._at[last])
        if forecast and (lasting or _ENDS_FORECAST.search(self._text, self._at[last], at)):
            return None
        return self._ahead[last]

    def forecasts(self, start: int, at: int) -> bool:
        """Whether the last cue between two offsets is a forecast."""
        last = bisect_left(self._at, at) - 1
        return (
            last >= 0
            and self._at[last] >= start
            and self._text.startswith(_FORECASTS, self._at[last])
        )

    def behind(self, at: int, end: int) -> bool:
        """Whether what a clause says behind a number is still to come: 有2款将在这里下线."""
        first = bisect_left(self._at, at)
        while first < len(self._at) and self._at[first] < end:
            if self._ahead[first] and self._text.startswith(
                ("将", "还将", "即将"), self._at[first]
            ):
                return True
            first += 1
        return False


def implied(span: Span, reach: Reach | None, as_of: dt.date | None) -> bool | None:
    """Whether a period lies ahead of `as_of`, or is a named year that has not ended."""
    first, last = span
    if as_of is None or last is None:
        return None
    if last <= as_of:
        return False
    if first is None:
        return None
    if first > as_of:
        return True
    is_year = 364 <= (last - first).days <= 366
    if is_year and reach is Reach.SPAN:
        return True if (as_of - first).days < _EARLY else None
    return True if is_year and reach is Reach.UNTIL else None


def _looks_ahead(cue: re.Match[str], as_of: dt.date | None) -> bool:
    """Whether a cue looks ahead; 到2015年 does not, once the year is past."""
    year = _BY_YEAR.match(cue[0])
    if year is not None and as_of is not None and int(year[1]) < as_of.year:
        return False
    return cue.lastindex is not None


_BY_YEAR = re.compile("到(20[0-9]{2})年")
_ENDS_FORECAST = re.compile("；|，[^，；]{12,}$")  # what is said at some length is a new thing
_FORECASTS = ("有望", "预计", "预期", "将引进")
_EARLY = 120  # days into a year in which a number for all of it is still ahead


def opens_plans(heading: str, before: bool) -> bool:
    """Whether a heading announces what is meant to happen; one that says nothing changes nothing.

    After the plans of a report come more of them (加强政府自身建设).
    """
    if cues.pattern("looks_back").search(heading):
        return cues.pattern("plans_ahead").search(heading.rpartition("和")[2]) is not None
    return before or cues.pattern("plans_ahead").search(heading) is not None
