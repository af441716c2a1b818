"""Period phrases mean the days that a reader of the article would give them."""

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.language.numbers import periods, phrases, scopes

AS_OF = dt.date(2021, 11, 26)
FLOWS = [
    ("今年前10个月", "2021-01-01", "2021-10-31"),
    ("“十三五”期间", "2016-01-01", "2020-12-31"),
    ("1—9月", "2021-01-01", "2021-09-30"),
    ("前三季度", "2021-01-01", "2021-09-30"),
    ("2020年底", "2020-01-01", "2020-12-31"),
    ("截至4月底", None, "2021-04-30"),
    ("今年以来", "2021-01-01", "2021-11-26"),
    ("今年", "2021-01-01", "2021-11-26"),
    ("目前", "2021-01-01", "2021-11-26"),
    ("近年来", None, None),
    ("10月1日至7日", "2021-10-01", "2021-10-07"),
    ("去年12月", "2020-12-01", "2020-12-31"),
    ("2022年第二季度", "2022-04-01", "2022-06-30"),
]


@pytest.mark.parametrize(("words", "first", "last"), FLOWS)
def test_flow_covers_the_days_of_its_period(
    words: str, first: str | None, last: str | None
) -> None:
    (phrase,) = phrases.find(words, 0, len(words))
    span = scopes.days(phrase, AS_OF, flow=True, target=False)
    assert [day and day.isoformat() for day in span] == [first, last]


def test_stock_stands_at_the_day() -> None:
    (phrase,) = phrases.find("2020年底", 0, 6)
    span = scopes.days(phrase, AS_OF, flow=False, target=False)
    assert span == (dt.date(2020, 12, 31), dt.date(2020, 12, 31))


def test_this_year_is_whole_for_a_target() -> None:
    (phrase,) = phrases.find("今年", 0, 2)
    span = scopes.days(phrase, AS_OF, flow=True, target=True)
    assert span == (dt.date(2021, 1, 1), dt.date(2021, 12, 31))


def test_without_as_of_relative_periods_stay_open() -> None:
    assert periods.resolve("今年前10个月", None)[0] == (None, None)


@pytest.mark.parametrize(
    ("paragraph", "year"),
    [
        ("2023年，全市经济回升向好。", "2023年"),
        ("一、2024年工作回顾", "2024年"),
        ("2022年打下的基础，2023年见了成效。", "2023年"),
        ("一、综合", None),
    ],
)
def test_a_paragraph_without_numbers_names_the_year_that_later_ones_mean(
    paragraph: str, year: str | None
) -> None:
    assert scopes.year_named(paragraph, 0, len(paragraph)) == year


@given(
    st.text(
        alphabet="今去明前近过未来年月日季度周初末底上下半第0123456789一二三四五十“”以来至到截-.",
        max_size=12,
    ),
    st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2100, 12, 31)),
)
def test_any_phrase_means_days_in_order_or_none(words: str, as_of: dt.date) -> None:
    for phrase in phrases.find(words, 0, len(words)):
        for flow in (True, False):
            span = scopes.days(phrase, as_of, flow, target=False)
            assert span.first is None or span.last is None or span.first <= span.last


@settings(max_examples=400)
@given(st.from_regex(phrases.written(), fullmatch=True))
def test_no_phrase_begins_otherwise_than_the_search_expects(text: str) -> None:
    """`pattern` looks at two characters before it tries all ways to write a phrase."""
    everywhere = re.finditer(phrases.written(), text)
    found = phrases.pattern().finditer(text)
    assert [match.span() for match in found] == [match.span() for match in everywhere]
