"""The value of a written numeral: Arabic, Chinese, mixed, and runs of neighbouring digits.

Knows digits and scales only; units, bounds and what a number means are decided elsewhere.
"""

import re
from functools import lru_cache
from typing import NamedTuple

FULL_WIDTH = str.maketrans("０１２３４５６７８９．，", "0123456789.,")

DIGITS = {
    **{c: i for i, c in enumerate("零一二三四五六七八九")},
    **{c: i for i, c in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    "两": 2,
    "俩": 2,
}
TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "廿": 20, "卅": 30}
MYRIADS = {"万": 4, "亿": 8, "兆": 12}

CHINESE = frozenset([*DIGITS, *TENS, *MYRIADS])
_SCALED = re.compile(r"([0-9]+(?:\.[0-9]+)?)([十百千万亿兆]*)")
_EXPONENTS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "兆": 12}


class Value(NamedTuple):
    """A number, the upper end if it is written as a range (七八百), and its trailing 万 or 亿."""

    low: float
    high: float | None = None
    scale: float = 1.0


def arabic(digits: str, scales: str = "") -> float:
    """The value of ASCII digits with scale characters behind: ("1.2", "亿") is 120000000."""
    exponent = sum(_EXPONENTS[c] for c in scales)
    return float(f"{digits}e{exponent}") if exponent else float(digits)


def has_digit(numeral: str) -> bool:
    """Whether a Chinese numeral holds more than scales: 三百 does, 百 and 千万 do not."""
    return any(c in DIGITS for c in numeral) or "十" in numeral


@lru_cache(maxsize=1 << 16)
def read(numeral: str) -> Value | None:
    """The value of any numeral; None where the characters do not make one (二〇一八)."""
    if numeral[0] in CHINESE:
        return _chinese(numeral)
    return _arabic(numeral if numeral.isascii() else numeral.translate(FULL_WIDTH))


def _arabic(numeral: str) -> Value:
    """Arabic digits and scales in turns: 3万4000 is 34000, 1亿2千万 is 120000000."""
    parts = _SCALED.findall(numeral.replace(",", ""))
    scales = parts[0][1] if len(parts) == 1 else ""
    return Value(sum(arabic(*part) for part in parts), None, arabic("1", _trailing(scales)))


def _trailing(scales: str) -> str:
    """The 万 and 亿 of scale characters; 千 and below stay part of the numeral."""
    return "".join(c for c in scales if c in MYRIADS)


def _chinese(numeral: str) -> Value | None:
    whole, point, fraction = numeral.partition("点")
    ends = [_integer(form) for form in _spread(whole)]
    low, high = ends[0], ends[-1]
    if low is None or high is None or high < low:
        return None
    if point:
        decimals = "".join(str(DIGITS[c]) for c in fraction if c in DIGITS)
        return Value(float(f"{low:.0f}.{decimals}")) if decimals else None
    stem = numeral.rstrip("万亿兆")
    scale = arabic("1", numeral[len(stem) :])
    return Value(low, high if high > low else None, scale)


_NEIGHBOURS = re.compile(r"([一二两三四五六七八九])([一二两三四五六七八九])(?=[十百千万亿]|$)")


def _spread(numeral: str) -> tuple[str, ...]:
    """The readings of neighbouring digits: 七八百 is 七百 to 八百; other numerals are one."""
    match = _NEIGHBOURS.search(numeral)
    if match is None:
        return (numeral,)
    head, tail = numeral[: match.start()], numeral[match.end() :]
    return head + match[1] + tail, head + match[2] + tail


def _integer(numeral: str) -> float | None:
    """The value of a Chinese integer; None if two digits stand side by side without a scale."""
    total, section, digit, scale = 0, 0, None, 0
    for c in numeral:
        if c in DIGITS:
            if digit:
                return None
            digit, scale = DIGITS[c], 0 if c in "零〇" else scale
        elif c in TENS:
            section += (1 if digit is None or c in "廿卅" else digit or 1) * TENS[c]
            digit, scale = None, TENS[c]
        else:
            scale = 10 ** MYRIADS[c]
            lower = section + (digit or 0)
            if c == "万":
                total += (lower or 1) * scale
            else:  # 一万五千亿: a larger scale multiplies all that stands before it
                total = (total + lower or 1) * scale
            section, digit = 0, None
    if digit and scale >= 100:
        digit *= scale // 10  # 三千五 is 3500
    return float(total + section + (digit or 0))
