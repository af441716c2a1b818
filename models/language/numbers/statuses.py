"""Whether a number happened or is meant to happen."""

import datetime as dt

from models.language.numbers.cues import pattern
from models.language.numbers.periods import Reach
from models.language.numbers.spans import Span


def said(before: str) -> bool | None:
    """Whether the words before a number in its sentence look ahead; None if they do not say."""
    aim, achieved = _last("target", before), _last("achieved", before)
    return aim > achieved if aim >= 0 or achieved >= 0 else None


def _last(group: str, text: str) -> int:
    """Where the last cue of a group starts, or -1."""
    return max((match.start() for match in pattern(group).finditer(text)), default=-1)


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
