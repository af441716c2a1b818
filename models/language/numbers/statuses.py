"""Whether a number happened or is meant to happen."""

import datetime as dt
from bisect import bisect_left

from models.language.numbers import cues
from models.language.numbers.periods import Reach
from models.language.numbers.spans import Span


class Outlook:
    """Where a paragraph looks ahead (力争, 预计) and where back (已, 安排)."""

    def __init__(self, text: str, start: int, end: int) -> None:
        found = cues.scanner("target", "achieved").finditer(text, start, end)
        pairs = [(match.start(), match.lastindex == 1) for match in found]
        self._at = [at for at, _ in pairs]
        self._ahead = [ahead for _, ahead in pairs]

    def before(self, start: int, at: int) -> bool | None:
        """Whether the last cue between two offsets looks ahead; None without a cue."""
        last = bisect_left(self._at, at) - 1
        return self._ahead[last] if last >= 0 and self._at[last] >= start else None


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
    return True if is_year and reach in (Reach.SPAN, Reach.UNTIL) else None


def opens_plans(heading: str, before: bool) -> bool:
    """Whether a heading announces what is meant to happen; one that says nothing changes nothing.

    After the plans of a report come more of them (加强政府自身建设).
    """
    if cues.pattern("looks_back").search(heading):
        return cues.pattern("plans_ahead").search(heading.rpartition("和")[2]) is not None
    return before or cues.pattern("plans_ahead").search(heading) is not None
