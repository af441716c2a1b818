"""Clean characters: what layout put in goes, what was printed stays."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.reading.characters import clean, tidy, tidy_headline, unescaped, width


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("评\u200b选出１２个\ufeff村", "评选出１２个村"),
        ("全县\u00a0\u3000共有", "全县  共有"),
        ("一行\r\n二行\r三行\u2028四行", "一行\n二行\n三行\n四行"),
        ("cafe\u0301", "café"),
        ("上页\x0c下页", "上页\x0c下页"),
    ],
)
def test_clean_keeps_what_is_printed(raw: str, text: str) -> None:
    assert clean(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("评出 436 个示范村", "评出436个示范村"),
        ("深 圳 市 新 增", "深圳市新增"),
        ("围绕中心 ，强化担当", "围绕中心，强化担当"),
        ("擦亮“情系企业 真诚服务”品牌", "擦亮“情系企业 真诚服务”品牌"),
        ("“说 到”做到", "“说到”做到"),
        ("FF 91 完成 投产", "FF 91完成投产"),
        ("科研机构 and 企业", "科研机构 and 企业"),
        ("Chuck Li 表示", "Chuck Li 表示"),
    ],
)
def test_tidy_takes_layout_spaces_out_of_paragraphs(raw: str, text: str) -> None:
    assert tidy(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("强化担当  聚焦主业", "强化担当 聚焦主业"),
        ("2021 年某市统计报告", "2021年某市统计报告"),
        ("全市 动员 ，全力以赴", "全市 动员，全力以赴"),
    ],
)
def test_headlines_keep_the_space_between_clauses(raw: str, text: str) -> None:
    assert tidy_headline(raw) == text


@given(st.text())
def test_clean_is_idempotent_and_normalised(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)


@given(st.text(alphabet="某县新增基站 12个，“情系企业 真诚服务”《 》。"))
def test_tidy_changes_nothing_but_spaces(text: str) -> None:
    assert tidy(text).replace(" ", "") == text.replace(" ", "")


def test_ascii_is_half_as_wide() -> None:
    assert width("新增5G站") == 3 + 2 * 0.5


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("产生1+1&gt;2的效应", "产生1+1>2的效应"),
        ("&ldquo;江城&rdquo;", "“江城”"),
        ("R&D经费和A&B股", "R&D经费和A&B股"),
        ("&unknown;", "&unknown;"),
    ],
)
def test_entities_become_the_characters_that_they_stand_for(raw: str, text: str) -> None:
    assert unescaped(raw) == text
