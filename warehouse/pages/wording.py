"""How the pages word things: interface texts in two languages, quantities, periods, dates."""

import tomllib
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from warehouse.pages.reading import Row

_FILE = Path(__file__).with_name("texts.toml")
_BOUND_SIGNS = {"approximate": "≈ ", "at_least": "≥ ", "at_most": "≤ "}
_SCALES = {
    "zh": ((1e12, "万亿"), (1e8, "亿"), (1e4, "万")),
    "en": ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")),
}


class Language(StrEnum):
    """Languages of the interface; texts of articles stay as they are."""

    CHINESE = "zh"
    ENGLISH = "en"


@cache
def _texts() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(_FILE.read_text("utf-8"))


class Wording:
    """The wording of one language; a missing text raises KeyError."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.html_language = "zh-CN" if language is Language.CHINESE else "en"

    def __call__(self, key: str, group: str = "words") -> str:
        """The text of a key; `group` names the closed vocabulary of a value."""
        return _texts()[group][key][self.language]

    def has(self, key: str, group: str) -> bool:
        """Whether there is such a text."""
        return key in _texts()[group]

    def coded(self, value: str | None, vocabulary: str) -> str:
        """The text of a value of a closed vocabulary; nothing for null."""
        return self(value, vocabulary) if value else ""

    def number(self, value: float | None) -> str:
        """Digits as one reads them: grouped, and scaled by 万 and 亿, or by a million."""
        if value is None:
            return ""
        for scale, word in _SCALES[self.language]:
            if abs(value) >= scale:
                return f"{_digits(value / scale)}{word}"
        return _digits(value)

    def quantity(
        self, value: float | None, high: float | None, unit: str | None, bound: str | None = None
    ) -> str:
        """A value, or a range of values, with its unit and a sign for its bound."""
        if value is None:
            return ""
        extent = self.number(value) + (f"–{self.number(high)}" if high is not None else "")
        joint = "" if self.language is Language.CHINESE or unit == "%" else " "
        return f"{_BOUND_SIGNS.get(bound or '', '')}{extent}{joint if unit else ''}{unit or ''}"

    def reading(self, metric: Row) -> str:
        """What a metric says: its quantity, with a sign if it is a change (+5.3%)."""
        value, measure = metric["value"], metric["measure"]
        bound = _BOUND_SIGNS.get(metric["bound"] or "", "")
        rises = measure == "increase" or (measure == "growth_rate" and value > 0)
        sign = "−" if measure == "decrease" or value < 0 else "+" if rises else ""
        high = metric["value_high"]
        text = self.quantity(value, high, metric["unit"]).removeprefix("-")
        return f"{bound}{sign}{text}"

    def size(self, byte_count: int) -> str:
        """A number of bytes, in the largest unit of which there is one."""
        size, unit = float(byte_count), "B"
        for larger in ("KB", "MB", "GB", "TB"):
            if size < 1000:
                break
            size, unit = size / 1000, larger
        return f"{size:.0f} {unit}" if size >= 10 or unit == "B" else f"{size:.1f} {unit}"

    def period(self, start: date | None, end: date | None) -> str:
        """The days that a number covers; an open beginning is an ellipsis."""
        if end is None:
            return ""
        if start == end:
            return end.isoformat()
        return f"{start.isoformat() if start else '…'} – {end.isoformat()}"


def _digits(value: float) -> str:
    """At most four decimals, no trailing zeros, thousands grouped."""
    return f"{value:,.4f}".rstrip("0").rstrip(".")
