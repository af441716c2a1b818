"""One number of a text with its unit and bound."""

from dataclasses import dataclass


@dataclass(slots=True)
class Quantity:
    """One number in a text. Offsets are code points of the text; `high` ends a range.

    `scale` is what 万 or 亿 behind the numeral multiply by, 1 without; `kind` tells positions
    (rank), multiples and shares of a whole (七成, 一半) from ordinary amounts.
    """

    start: int  # of the bound words, if any, else of the numeral
    end: int
    number_start: int
    number_end: int  # of numeral and scale, before the unit
    value: float
    high: float | None
    unit: str | None
    dimension: str
    bound: str
    scale: float = 1.0
    kind: str = "amount"
    noun: str | None = None  # what a unit word says that it counts: 142万人口
