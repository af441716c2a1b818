"""Which level a rate, a share or a change qualifies."""

import re

from models.language.numbers import indicators
from models.language.numbers.statement import Clause, Statement


def of(measure: str, clause: Clause, earlier: list[Statement]) -> Statement | None:
    """The level that a rate, a share or a change qualifies: the last one before it."""
    if measure not in ("growth_rate", "share", "increase", "decrease") or not earlier:
        return None
    if len(clause.left) <= 2 and clause.listed:
        return earlier[-1].base
    if measure == "share" and not _SHARE_OF_PART.search(clause.left):
        return None
    if measure != "share" and indicators.before(clause.left):
        return None
    for statement in reversed(earlier):
        if statement.measure == "level" and statement.quantity.unit != "%":
            return statement
    return None


_SHARE_OF_PART = re.compile(r"占|比重|完成率|办结率|解决率|合格率")
