"""Numbers that count nothing: ordinals, editions, classes, dating durations, names, slogans.

All words are in `number_traps.toml`; here they become one pattern for each side of a number.
"""

import re
from functools import cache
from typing import NamedTuple

from models.language import lexicon

_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_JOINTS = frozenset("+＋×*/／_#@=")


@cache
def _either(*, behind_unit: bool) -> re.Pattern[str]:
    """What must not follow a numeral, or the unit of any quantity."""
    parts = [
        trap["after"]
        for trap in lexicon.entries("number_traps", "trap")
        if "after" in trap
        and bool(trap.get("behind_unit")) == behind_unit
        and not {"dimensions", "unit_words"} & trap.keys()
    ]
    return re.compile("|".join(parts) or "(?!)")


@cache
def _behind(dimension: str, word: str) -> re.Pattern[str] | None:
    """What must not follow a unit of this dimension or this very unit."""
    parts = [
        trap["after"]
        for trap in lexicon.entries("number_traps", "trap")
        if dimension in trap.get("dimensions", ()) or word in trap.get("unit_words", ())
    ]
    return re.compile("|".join(parts)) if parts else None


class _Durations(NamedTuple):
    """What makes a duration a date or a name, and what makes it one that lasted."""

    after: re.Pattern[str]
    after_unless_lasting: re.Pattern[str]
    before: re.Pattern[str]
    lasting: re.Pattern[str]
    lasting_behind: re.Pattern[str]
    long_units: frozenset[str]


@cache
def _durations() -> _Durations:
    rules = lexicon.load("number_traps")["duration"]
    return _Durations(
        re.compile(rules["after"]),
        re.compile(rules["after_unless_lasting"]),
        re.compile(rules["before"] + "了?$"),
        re.compile(rules["lasting"] + "[约近了为]{0,2}$"),
        re.compile(rules["lasting_behind"]),
        frozenset(rules["long_units"]),
    )


def before(text: str, start: int, arabic: bool) -> bool:
    """Whether what stands right before a numeral makes it part of something else."""
    if not start:
        return False
    left = text[start - 1]
    if text[start - 2 : start] == "黄金":
        return True  # 黄金十条
    if left in "第届《" or left in _JOINTS or (not arabic and left in "几数好红"):
        return True
    if left in ":：∶" or left in "-—－–·.":
        return text[start - 2 : start - 1] in _DIGITS or text[start - 2 : start - 1] in _LETTERS
    return False


def letters_before(text: str, start: int) -> bool:
    """Whether a numeral continues a Latin name (T7, PM2.5)."""
    return start > 0 and text[start - 1] in _LETTERS


def after_numeral(text: str, end: int) -> bool:
    """Whether what follows a bare numeral makes it an ordinal, a name, a ratio, a date…"""
    return text[end : end + 1] in _JOINTS or _either(behind_unit=False).match(text, end) is not None


def after_unit(text: str, end: int, dimension: str, word: str) -> bool:
    """Whether what follows the unit makes the number the name of a class (2亿元以上的县区)."""
    pattern = _behind(dimension, word)
    return pattern is not None and pattern.match(text, end) is not None


@cache
def _limits() -> tuple[re.Pattern[str], frozenset[str]]:
    rules = lexicon.load("number_traps")["limit"]
    return re.compile(rules["after"]), frozenset(rules["dimensions"])


def delimits(text: str, end: int, dimension: str) -> bool:
    """Whether a number with a bound word before it limits a class: 超过2亿元的县区."""
    pattern, dimensions = _limits()
    return dimension in dimensions and pattern.match(text, end) is not None


def dates(text: str, start: int, end: int, unit: str) -> bool:
    """Whether a duration only dates or names something: 近三年, 6小时后, 3-5年规划."""
    rules, left = _durations(), text[max(0, start - 6) : start]
    if rules.after.match(text, end) or (unit in rules.long_units and left.endswith(_REPEATED)):
        return True
    if rules.lasting.search(left) or rules.lasting_behind.match(text, end):
        return False
    return (
        unit in rules.long_units
        or rules.after_unless_lasting.match(text, end) is not None
        or rules.before.search(left) is not None
    )


_REPEATED = ("近", "连续", "过去", "未来", "每")
_QUOTED = re.compile(r"[“‘「『]([^“”‘’「」『』]{1,14})[”’」』]")
_CLAUSE_MARK = re.compile(r"[。！？!?，,；;]")


def quoted(text: str) -> list[tuple[int, int]]:
    """Spans of short quoted names and slogans, and of titles between 《》."""
    spans = []
    if "“" in text or "‘" in text or "「" in text:
        spans = [m.span() for m in _QUOTED.finditer(text) if not _CLAUSE_MARK.search(m[1])]
    if "《" in text:
        spans += [m.span() for m in _TITLE.finditer(text)]
    return spans


_TITLE = re.compile(r"《[^》]{1,60}》")
