"""The administrative divisions that ship with the code."""

import pytest

from models.language.names.divisions import (
    by_name,
    by_short_name,
    divisions,
    full_name,
    level_of,
    short_name,
)


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("370000", "province"),
        ("371000", "prefecture"),
        ("371082", "county"),
        ("371082106", "township"),
    ],
)
def test_a_code_tells_the_level(code: str, level: str) -> None:
    assert level_of(code) == level
    assert divisions()[code].level == level


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("荣成市", "荣成"),
        ("沂南县", "沂南"),
        ("泗县", "泗县"),
        ("广西壮族自治区", "广西"),
        ("黔南布依族苗族自治州", "黔南"),
        ("恭城瑶族自治县", "恭城"),
        ("浦东新区", "浦东"),
        ("北冶乡", "北冶"),
    ],
)
def test_the_short_name_leaves_out_what_kind_of_division_it_is(name: str, short: str) -> None:
    assert short_name(name) == short


def test_every_division_but_a_province_lies_in_a_known_one() -> None:
    known = divisions()
    orphans = [d.name for d in known.values() if d.parent not in known and d.level != "province"]
    assert orphans == []


def test_full_names_begin_with_the_province() -> None:
    assert full_name(divisions()["371082"]) == "山东省威海市荣成市"


def test_divisions_that_are_gone_are_known_with_their_last_year_and_successor() -> None:
    (gone,) = [d for d in by_name()["靖西县"] if d.until]
    assert (gone.code, gone.until, gone.successor) == ("451025", 2015, "451081")


def test_equal_short_names_are_listed_widest_first() -> None:
    assert [d.name for d in by_short_name()["吉林"]] == ["吉林省", "吉林市"]


def test_a_division_lies_within_those_that_hold_it_and_itself() -> None:
    rongcheng = divisions()["371082"]
    assert [rongcheng.within(code) for code in ("370000", "371000", "371082", "370600")] == [
        True, True, True, False,
    ]  # fmt: skip
