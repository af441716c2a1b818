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


@pytest.mark.parametrize(
    ("page", "whole"),
    [
        (  # the first line of a paragraph that the column cuts inside a word
            (
                "渡口镇党员干部分片包户，逐户上门走访\n\n抓产业、优服务，作风建设是根本保\n"
                "障。镇党委书记石磊说，今年将更加注重\n实绩考核，把服务群众落到实处。\n"
            ),
            "抓产业、优服务，作风建设是根本保障。",
        ),
        (  # a blank line in mid-sentence
            (
                "去年冬天，县里的水泵厂连续停机六天，镇\n干部上门一问，原来是一台关键设备缺了零\n"
                "件。当天协调送到，企业这一回少损失\n\n八十余万元。厂长江宁说，服务上门心里踏\n实。\n"
            ),
            "这一回少损失八十余万元。",
        ),
        (  # a quotation that goes on behind its first sentence
            (
                "十七岁的学生陈晓燕常到渡口看书。“去年\n这个时候发了大水，屋里的书全泡坏了。\n"
                "乡亲们一本一本晒干，又摆回架上。”书屋管\n理员石磊告诉记者，如今每天有八十人来读\n书。\n"
            ),
            "全泡坏了。乡亲们一本一本晒干",
        ),
        (  # a closing quotation mark that wrapped alone
            (
                "村民江宁说，“如今的日子比蜜还甜，一家人\n都愿意留在村里，守着这一片稻田好好过。\n"
                "”\n镇里今年还要修两条路，方便大家进城卖粮。\n"
            ),
            "好好过。”",
        ),
        (  # an acronym
            (
                "报告说，今年前九个月，全县工业经济（G\nDP）增长百分之六，高于上年同期水平，其\n"
                "中新材料产业增长最快，拉动作用明显。\n"
            ),
            "（GDP）增长",
        ),
    ],
)
def test_a_sentence_that_print_tears_is_whole_again(page: str, whole: str) -> None:
    assert whole in "\n".join(joined(page))


def test_a_line_well_short_of_the_column_ends_its_paragraph() -> None:
    page = (
        "数字\n到去年底，全县村村通了公交车，占比达九成\n"
        "傍晚，渡口镇的街上热闹起来，面馆的生意一桌接着一桌，店主\n"
        "陈晓燕忙得停不下来，一碗碗热汤面端上桌，食客有说有笑。去年\n"
        "街上翻修了路面，装了路灯，来的人比往年多了许多。\n"
    )
    assert "到去年底，全县村村通了公交车，占比达九成" in joined(page)


def test_a_source_in_brackets_ends_a_note() -> None:
    page = (
        "2.通车里程：指报告期末，全县公路的总长度，含\n在建工程中已经通车的路段。\n（资料为年末数）\n"
        "3.客运量：指报告期内，各种运输工具实际运送的\n旅客人数。\n"
    )
    assert [text[:6] for text in joined(page)] == ["2.通车里程", "（资料为年末", "3.客运量："]


def test_a_signature_of_the_editors_does_not_run_on() -> None:
    page = (
        "县里的新路修得怎么样？记者日前随县人大代表\n走访了三个乡镇，听听村民们的心里话，请看。\n——编\n\n者\n"
        "路修到家门口了吗？\n渡口镇的水泥路上个月全线通车，两边装上了路\n灯，老人晚上也能出门散步。\n"
    )
    assert joined(page)[1:3] == ["——编者", "路修到家门口了吗？"]


INDENTED = (
    "    渡口镇今年修路十二公里，新建大桥一座，\n全镇二十个村都通了公交车，出行更加方便。\n"
    "村民说，进城只要半小时。\n"
    "    东坡镇把闲置的粮库改成书屋，请退休教\n师来管，每天有八十多人来读书。\n"
    "    河湾村种了三百亩果树，去年挂果，收入\n二十万元，家家户户分了红。\n"
    "            农家书屋\n"
    "    李家村的农家书屋有三千册书，假期里坐\n满了孩子，老人也常来翻翻报纸，一些在外务\n"
    "工的年轻人回乡时还会捎来几本新书送给书\n屋，管理员一一登记在册。\n"
)


def test_print_that_indents_its_paragraphs_shows_where_they_begin() -> None:
    assert [text[:5] for text in joined(INDENTED)] == [
        "渡口镇今年",
        "东坡镇把闲",
        "河湾村种了",
        "农家书屋",
        "李家村的农",
    ]


def test_a_clause_that_ends_where_its_line_is_full_goes_on() -> None:
    page = (
        "全县今年新建改建农村公路一百二十公里；\n改造危桥十二座，新装路灯三千盏，群众出\n"
        "行条件明显改善。县里还要求各镇：先修断\n头路，再修产业路。\n"
    )
    assert len(joined(page)) == 1
