"""Shares beyond which a build warns or stops; each can be set in the environment."""

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
    """Limits as shares between 0 and 1; FANGZHI_LOSS_WARNS=0.2 sets `loss_warns`.

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
        """Limits from the environment; raises SettingsError for what is no number."""
        values = {}
        for field in fields(cls):
            name = f"{PREFIX}{field.name.upper()}"
            if name in os.environ:
                values[field.name] = _number(name, os.environ[name])
        return cls(**values)


def _number(name: str, text: str) -> float:
    try:
        return float(text)
    except ValueError as failure:
        raise SettingsError(f"{name} is {text!r}; it must be a number such as 0.1") from failure
