"""Blocks, turns and what is taken out of a body."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.reading.timing import as_of_body, as_of_path
from models.reading.turns import turn_labels
from tests.models.reading.test_documents import read

LEAD = "青石县江小宁局长做客本报栏目，就农村公路建设回答记者提问，与网友交流。\n"


@pytest.mark.parametrize("colon", ["：", ":"])
@pytest.mark.parametrize(
    ("asks", "answers"), [("主持人", "江小宁"), ("问", "答"), ("记者", "江局长")]
)
def test_turns_have_speakers_and_their_labels_go(colon: str, asks: str, answers: str) -> None:
    text = (
        f"江小宁谈农村公路\n\n{LEAD}\n{asks}{colon}今年修了多少路？\n\n{answers}{colon}新建120公里。\n\n"
        f"还改造了危桥8座。\n\n{asks}{colon}明年呢？\n\n{answers}{colon}再修80公里。\n\n记者:石磊\n\n策划:高远\n"
    )
    (article,) = read(text.encode(), "x/y.txt").to_dicts()
    turns = [(b["kind"], b["speaker"], b["text"]) for b in article["blocks"] if b["speaker"]]
    assert turns == [
        ("question", asks, "今年修了多少路？"),
        ("answer", answers, "新建120公里。"),
        ("answer", answers, "还改造了危桥8座。"),
        ("question", asks, "明年呢？"),
        ("answer", answers, "再修80公里。"),
    ]
    assert {b["name"] for b in article["bylines"]} == {"石磊", "高远"}
    assert article["genre"] == "interview"


@pytest.mark.parametrize(
    "texts",
    [
        ["镜头一：办公环境公开", "镜头二：过程公开", "镜头三：结果公开"],
        ["注：数据为初步统计", "来源：统计局", "注：含农户"],
        ["总的要求是：稳中求进", "会议指出：要抓落实"],
    ],
)
def test_other_labels_are_no_speakers(texts: list[str]) -> None:
    assert turn_labels(texts) == frozenset()


def test_run_in_headings_become_blocks_where_several_stand() -> None:
    text = (
        "青石县修路记\n\n"
        "聚焦民生，加快建设步伐 全县今年新建农村公路120公里，总投资达到3.6亿元。\n\n"
        "聚焦安全，加强日常养护 全县组建养护队伍26支，养护里程达到1800公里以上。\n"
    )
    (article,) = read(text.encode(), "x/y.txt").to_dicts()
    assert [b["kind"] for b in article["blocks"]] == ["heading", "paragraph"] * 2


def test_what_is_no_body_text_is_taken_out() -> None:
    text = (
        "青石县修路记\n2021-03-04 来源：东湖日报\n\n"
        "本报讯（记者 石磊）全县今年新建农村公路120公里。\n\n年底前全部通车[1]。（下转2版）\n\n"
        "责任编辑：高远\n\n相关链接：\n\n某地粮食丰收\n\n联系电话:0531-00000000\n"
    )
    (article,) = read(text.encode(), "x/y.txt").to_dicts()
    assert article["text"] == "全县今年新建农村公路120公里。\n年底前全部通车。"
    assert article["continues_on"] == "2版"
    assert [b["name"] for b in article["bylines"]] == ["石磊", "高远"]


def test_a_government_report_keeps_neither_its_speaker_nor_its_toolbar() -> None:
    text = (
        "下载\n打印\n【字号：\n加大\n】\n2026年东湖省政府工作报告\n"
        "——2026年1月27日在东湖省人民代表大会会议上\n来源：东湖日报\n时间：2026-02-01\n"
        "东湖省省长 江小宁\n各位代表：\n现在，我代表省人民政府报告工作。\n相关报道："
    )
    (article,) = read(text.encode(), "x/y.txt").to_dicts()
    assert (article["title"], article["genre"]) == ("2026年东湖省政府工作报告", "report")
    assert article["subtitle"] == "2026年1月27日在东湖省人民代表大会会议上"
    assert article["text"] == "各位代表：\n现在，我代表省人民政府报告工作。"


@pytest.mark.parametrize(
    ("body", "year"),
    [
        ("今年，印发《2021年县局党建工作要点》。", 2021),
        ("今年，围绕2021年需要着力解决的问题开展工作。", 2021),
        ("截至2017年底，全县脱贫。今年再上台阶。", None),
        ("印发《2021年县局党建工作要点》。", None),
        ("今年，新冠疫情影响仍在。", None),
    ],
)
def test_only_a_year_told_as_current_dates_a_body(body: str, year: int | None) -> None:
    found = as_of_body([body])
    assert (found.on.year if found.on else None) == year


@pytest.mark.parametrize(
    ("path", "day", "precision"),
    [
        ("a/2021-12-08-202112082206.md", "2021-12-08", "day"),
        ("a/20231018.md", "2023-10-18", "day"),
        ("paper_2018/paper2018_304.txt", "2018-12-31", "year"),
        ("a/b.txt", "None", None),
        ("from_2018/to_2019/b.txt", "None", None),
    ],
)
def test_a_path_dates_what_nothing_else_dates(path: str, day: str, precision: str | None) -> None:
    found = as_of_path(path)
    assert (str(found.on), found.precision) == (day, precision)


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        alphabet="某县新增12个基站，。：:？“”（）《》■·—— \n\u3000#*<p>/[]-记者本报讯2021年月日",
        max_size=200,
    )
)
def test_any_text_is_read_without_failing_and_blocks_make_up_the_text(text: str) -> None:
    for article in read(("某县修路。\n" + text).encode(), "x/y.txt").to_dicts():
        assert article["text"] == "\n".join(block["text"] for block in article["blocks"])
        assert all(block["text"].strip() == block["text"] != "" for block in article["blocks"])
