"""How the pages word things: interface texts in two languages, quantities, periods, dates."""

import tomllib
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("texts.toml")
_BOUND_SIGNS = {"approximate": "≈ ", "at_least": "≥ ", "at_most": "≤ "}
_CHINESE_SCALES = ((1e12, "万亿"), (1e8, "亿"), (1e4, "万"))


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

    def coded(self, value: str | None, vocabulary: str) -> str:
        """The text of a value of a closed vocabulary; nothing for null."""
        return self(value, vocabulary) if value else ""

    def number(self, value: float | None) -> str:
        """Digits as one reads them: grouped, scaled by 万 and 亿 in Chinese."""
        if value is None:
            return ""
        if self.language is Language.CHINESE:
            for scale, word in _CHINESE_SCALES:
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
