"""Numerals have the value that a reader gives them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.language.numbers import numerals

CASES = {
    "十": 10,
    "二十三": 23,
    "一百零四万": 1_040_000,
    "三千五": 3500,
    "万零三千": 13_000,
    "一万五千亿": 1.5e12,
    "三百亿": 3e10,
    "壹万二千三百四十五": 12_345,
    "廿三": 23,
    "一百二十三点五": 123.5,
    "1.2亿": 120_000_000,
    "3万4000": 34_000,
    "1亿2千万": 120_000_000,
    "２０８": 208,
    "12,345.6": 12_345.6,
}


@pytest.mark.parametrize(("numeral", "value"), CASES.items())
def test_numeral_has_its_value(numeral: str, value: float) -> None:
    read = numerals.read(numeral)
    assert read is not None
    assert read.low == value


@pytest.mark.parametrize(
    ("numeral", "low", "high"), [("七八百", 700, 800), ("十七八", 17, 18), ("四五千", 4000, 5000)]
)
def test_neighbouring_digits_make_a_range(numeral: str, low: float, high: float) -> None:
    assert numerals.read(numeral) == (low, high, 1.0)


def test_a_row_of_digits_is_no_numeral() -> None:
    assert numerals.read("二〇一八") is None


def chinese(number: int) -> str:
    """A number below 10^8 in Chinese, spelled without an algorithm shared with the reader."""
    if number >= 10_000:
        rest = number % 10_000
        gap = "零" if 0 < rest < 1000 else ""
        return chinese(number // 10_000) + "万" + gap + (chinese(rest) if rest else "")
    spelled, gap = "", False
    for scale, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // scale % 10
        if digit:
            spelled += ("零" if gap else "") + "零一二三四五六七八九"[digit] + word
        gap = bool(spelled) and not digit
    return spelled


@given(st.integers(min_value=1, max_value=99_999_999))
def test_spelling_a_number_and_reading_it_gives_it_back(number: int) -> None:
    read = numerals.read(chinese(number))
    assert read is not None
    assert read.low == number
