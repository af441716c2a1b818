"""Beyond what a build warns or stops: shares, set in the environment; and how old is too old."""

import math
import os
from dataclasses import dataclass, fields
from datetime import timedelta

from warehouse.errors import SettingsError

PREFIX = "FANGZHI_"

# The published snapshot is due for a look after the first, and overdue after the second.
DUE = timedelta(hours=36)
OVERDUE = timedelta(days=7)


@dataclass(frozen=True)
class Limits:
    """Limits, shares as 0.2 for a fifth; FANGZHI_LOSS_WARNS=0.2 sets `loss_warns`.

    `loss_warns` and `loss_blocks`: the share of its articles that a collection may lose against
    the published snapshot. A loss of fewer than `loss_rows` articles never blocks.
    `quarantine_warns`: the share of documents that may be quarantined.
    """

    loss_warns: float = 0.1
    loss_blocks: float = 0.5
    loss_rows: float = 100
    quarantine_warns: float = 0.05

    @classmethod
    def resolve(cls) -> "Limits":
        """Limits from the environment; raises SettingsError for what is no number from 0 on."""
        values = {}
        for field in fields(cls):
            name = f"{PREFIX}{field.name.upper()}"
            if name in os.environ:
                values[field.name] = _number(name, os.environ[name])
        return cls(**values)


def _number(name: str, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not value >= 0:  # also what is no number: nothing compares with nan
        raise SettingsError(f"{name} is {text!r}; it must be a number such as 0.1")
    return value
