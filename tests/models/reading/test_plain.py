"""Hard-wrapped print becomes paragraphs, and unwrapped text stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.reading.characters import clean
from models.reading.lines import Line
from models.reading.plain import is_row, read_plain
from models.reading.wraps import join_broken, join_wrapped, word_runs_on


def joined(text: str) -> list[str]:
    """The paragraphs of hard-wrapped print."""
    return [line.text for line in join_wrapped(read_plain(clean(text)).lines)]


def test_a_paragraph_that_the_column_wraps_is_one() -> None:
    page = (
        "湖城市今年新建改建农村公路一百二十公\n里，受益群众达到三万多人，群众出行条\n件明显改善。\n"
    )
    assert joined(page) == [
        "湖城市今年新建改建农村公路一百二十公里，受益群众达到三万多人，群众出行条件明显改善。"
    ]


def test_a_column_break_with_a_blank_line_does_not_end_a_sentence() -> None:
    page = (
        "各乡镇以创建活动为抓手，推动机关作风\n持续好转，全县三百六十个支部以模\n\n"
        "范机关创建为目标，开展结对共建活动一\n百余次。\n"
    )
    (text,) = joined(page)
    assert "三百六十个支部以模范机关创建为目标" in text


def test_a_wrapped_heading_is_not_glued_to_its_paragraph() -> None:
    page = (
        "以政治建设为统领，大力创\n建模范机关\n\n全县坚持以政治建设为统领，履行主体责\n"
        "任，高度重视机关党的建设，定期召开会\n议听取汇报。\n"
    )
    assert joined(page)[0] == "以政治建设为统领，大力创建模范机关"


def test_numbers_cut_by_a_line_or_page_break_are_whole_again() -> None:
    page = (
        "全县森林覆盖率提高到2\n5%以上，空气质量优良天数明显增多，为2024\n"
        "第 6 页\n\n年再创佳绩打下基础。\n"
    )
    (text,) = joined(page)
    assert "提高到25%以上" in text
    assert "为2024年再创佳绩" in text


def test_a_spread_word_is_whole_again() -> None:
    assert joined("——编\n\n者\n") == ["——编者"]


@pytest.mark.parametrize(
    ("last", "following", "runs_on"),
    [
        ("建立了多样有", "效的激励政策", True),
        ("开发区构建完", "善的服务体系", True),
        ("保持较低水平", "上半年投资增长", False),
    ],
)
def test_a_word_across_a_break_shows_that_the_line_was_cut(
    last: str, following: str, runs_on: bool
) -> None:
    assert word_runs_on(last, following) is runs_on


def test_unwrapped_paragraphs_are_joined_only_in_mid_word() -> None:
    cut = Line("在东部各县，主要学习先进的发展理念、科学的评价方法和多样有")
    rest = Line("效的激励政策，推动产业转型。")
    (line,) = join_broken([cut, rest])
    assert "多样有效的激励政策" in line.text
    heading = Line("营业收入连续四个月增长，负债率降到近年最低水平")
    body = Line("上半年，全县企业经营稳中向好。")
    assert len(join_broken([heading, body])) == 2


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("城东区 124.88 60.48 64.40 93.91", True),
        ("城东 城西 城南 城北 开发", True),
        ("表 2 2021 年分区人口", False),
        ("2021 年，全市人口 1761.48 万人", False),
        ("李 国 栋", False),
    ],
)
def test_rows_of_printed_tables_are_known(line: str, row: bool) -> None:
    assert is_row(line) is row


@given(st.text(alphabet="某县新增12个。，\n 　", max_size=300))
def test_joining_loses_no_character_but_breaks(text: str) -> None:
    lines = read_plain(clean(text)).lines
    before = "".join(line.text for line in lines)
    after = "".join(line.text for line in join_wrapped(lines))
    assert after.replace(" ", "") == before.replace(" ", "")
