"""The pages' words: complete in both languages, quantities and periods as one reads them."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from models import vocabulary
from warehouse.pages import wording
from warehouse.pages.article import KINDS
from warehouse.pages.wording import Language, Wording

CHINESE, ENGLISH = Wording(Language.CHINESE), Wording(Language.ENGLISH)
TEXTS = tomllib.loads(Path(wording.__file__).with_name("texts.toml").read_text("utf-8"))
VOCABULARIES = [
    "Bound",
    "Measure",
    "Comparison",
    "MetricStatus",
    "Genre",
    "Precision",
    "Basis",
    "PlaceLevel",
]


@pytest.mark.parametrize("group", TEXTS)
def test_every_text_is_worded_in_every_language(group):
    languages = {language.value for language in Language}
    assert {key for key, texts in TEXTS[group].items() if set(texts) != languages} == set()


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_value_of_a_vocabulary_has_a_text(name):
    assert set(TEXTS[name]) == {member.value for member in getattr(vocabulary, name)}


def test_every_kind_has_a_name_and_a_badge():
    assert set(TEXTS["kinds"]) == set(TEXTS["badges"]) == {"article", *KINDS}


@pytest.mark.parametrize(
    ("quantity", "chinese", "english"),
    [
        ((11138000000, None, "元"), "111.38亿元", "11.138 billion 元"),
        ((436, None, "个"), "436个", "436 个"),
        ((-3.5, None, "%"), "-3.5%", "-3.5%"),
        ((12500, None, "人", "at_least"), "≥ 1.25万人", "≥ 12,500 人"),
        ((3, 5, "年", "approximate"), "≈ 3–5年", "≈ 3–5 年"),
        ((3, None, None), "3", "3"),
        ((None, None, "元"), "", ""),
    ],
)
def test_quantities_read_as_people_write_them(quantity, chinese, english):
    assert (CHINESE.quantity(*quantity), ENGLISH.quantity(*quantity)) == (chinese, english)


@pytest.mark.parametrize(
    ("measure", "value", "unit", "bound", "expected"),
    [
        ("level", 12, "个", "exact", "12个"),
        ("increase", 12, "个", "at_least", "≥ +12个"),
        ("decrease", 12, "个", "exact", "−12个"),
        ("growth_rate", 5.3, "%", "exact", "+5.3%"),
        ("growth_rate", -5.3, "%", "exact", "−5.3%"),
        ("growth_rate", 0, "%", "exact", "0%"),
    ],
)
def test_changes_are_told_from_levels_by_their_sign(measure, value, unit, bound, expected):
    metric = {"measure": measure, "value": value, "value_high": None, "unit": unit, "bound": bound}
    assert CHINESE.reading(metric) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2021, 1, 1), date(2021, 10, 31), "2021-01-01 – 2021-10-31"),
        (date(2021, 12, 31), date(2021, 12, 31), "2021-12-31"),
        (None, date(2021, 11, 26), "… – 2021-11-26"),
        (None, None, ""),
    ],
)
def test_periods_show_both_ends(start, end, expected):
    assert CHINESE.period(start, end) == expected


def test_no_text_is_left_that_no_page_uses():
    folder = Path(wording.__file__).parent
    sources = [*folder.glob("*.py"), *folder.glob("templates/*")]
    written = "\n".join(file.read_text("utf-8") for file in sources)
    assert {key for key in TEXTS["words"] if f'"{key}"' not in written} == set()


@pytest.mark.parametrize(
    ("byte_count", "expected"),
    [(0, "0 B"), (999, "999 B"), (1000, "1.0 KB"), (628_087, "628 KB"), (28_900_000, "29 MB")],
)
def test_sizes_are_told_in_the_unit_that_suits_them(byte_count, expected):
    assert ENGLISH.size(byte_count) == expected
