"""units: what each unit measures and how it converts."""

import dataframely as dy
import polars as pl

from models.contract import Contract
from models.language.numbers import units
from models.vocabulary import Dimension


class Units(Contract):
    """One row per unit of measure that the lexicon knows.

    `metrics.unit` may hold others: a rate keeps the unit that is printed (元/斤, 公里/小时).
    """

    unit = dy.String(
        primary_key=True, min_length=1, description="the unit as metrics.unit holds it"
    )
    dimension = dy.Enum(Dimension, nullable=False, description="kind of quantity")
    factor = dy.Float64(nullable=False, min_exclusive=0, description="how many base units it is")
    base_unit = dy.String(
        nullable=False, min_length=1, description="unit of comparison: 吨, 元, 亩…"
    )


def derive() -> pl.DataFrame:
    """Read the lexicons of units and measure words."""
    rows = {
        unit.name: (unit.name, unit.dimension, unit.factor, unit.base)
        for unit in [*units.counting().values(), *units.sized().values()]
    }
    return pl.DataFrame(
        [rows[name] for name in sorted(rows)], schema=Units.polars_schema(), orient="row"
    )
