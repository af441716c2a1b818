"""places: the administrative divisions that names are resolved against."""

import dataframely as dy
import polars as pl

from models.contract import Contract
from models.language.names.divisions import divisions, full_name
from models.vocabulary import PlaceLevel


class Places(Contract):
    """One row per administrative division of China, of today or renamed since 1980."""

    place_code = dy.String(
        primary_key=True,
        regex=r"^\d{6}(\d{3})?$",
        description="GB/T 2260 code; towns have nine digits",
    )
    name = dy.String(nullable=False, min_length=1, description="official name: 荣成市")
    short_name = dy.String(nullable=False, min_length=1, description="name in running text: 荣成")
    level = dy.Enum(PlaceLevel, nullable=False, description="level of the division")
    parent_code = dy.String(nullable=True, description="place_code of the division that holds it")
    full_name = dy.String(nullable=False, min_length=1, description="山东省威海市荣成市")
    until_year = dy.Int32(nullable=True, description="year in which it ended; null if it exists")
    successor_code = dy.String(nullable=True, description="place_code of what it became, if known")


def derive() -> pl.DataFrame:
    """Read the reference list of divisions."""
    rows = [
        (d.code, d.name, d.short, d.level, d.parent, full_name(d), d.until, d.successor)
        for d in divisions().values()
    ]
    return pl.DataFrame(rows, schema=Places.polars_schema(), orient="row").sort("place_code")
