"""Whether a number happened or is meant to happen."""

import datetime as dt

from models.language.numbers.cues import pattern
from models.language.numbers.periods import Reach
from models.language.numbers.spans import Span


def _last(group: str, text: str) -> int:
    """Where the last cue of a group starts, or -1."""
    return max((match.start() for match in pattern(group).finditer(text)), default=-1)


def is_target(
    before: str, span: Span, reach: Reach | None, as_of: dt.date | None, under_plans: bool
) -> bool:
    """Whether words before the number, its period or its section look ahead."""
    aim, achieved = _last("target", before), _last("achieved", before)
    if aim >= 0 or achieved >= 0:
        return aim > achieved
    if as_of is not None and span.last is not None and span.last > as_of:
        return reach is not Reach.THIS_YEAR
    return under_plans and (span.last is None or as_of is None or span.last >= as_of)
