"""Which level a rate, a share or a change qualifies."""

import re

from models.language.numbers import indicators
from models.language.numbers.quantities import Quantity
from models.language.numbers.statement import Clause, Statement

_CHANGES = frozenset(["growth_rate", "increase", "decrease"])


def of(
    quantity: Quantity, measure: str, clause: Clause, earlier: list[Statement]
) -> Statement | None:
    """The level that a rate, a share or a change qualifies: the last fitting one before it."""
    if not earlier or (measure not in _CHANGES and measure != "share"):
        return None
    if len(clause.left) <= 2 and clause.listed:
        return earlier[-1].base
    if measure == "share" and not _SHARE_OF_PART.search(clause.left):
        return None
    if measure in _CHANGES and indicators.before(clause.left):
        return None
    for statement in reversed(earlier):
        if _fits(quantity, measure, statement):
            return statement
    return None


def _fits(quantity: Quantity, measure: str, level: Statement) -> bool:
    """Whether a number can qualify a statement: points a percentage, an amount its own kind."""
    unit = level.quantity.unit
    if quantity.unit == "个百分点":
        return unit == "%" and level.measure in ("share", "level")
    if unit in ("%", "个百分点"):
        return False
    if measure in ("increase", "decrease"):
        same = level.quantity.dimension == quantity.dimension
        return same and level.measure == "level"
    return level.measure in ("level", "increase", "decrease")


_SHARE_OF_PART = re.compile(r"占(?!有|用|地|领)|比重|完成率|办结率|解决率|合格率")
