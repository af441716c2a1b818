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
    ("asks", "answers"),
    [
        ("主持人", "江小宁"),
        ("问", "答"),
        ("记者", "江局长"),
        ("东湖晚报", "江小宁"),
        ("东湖晚报·东湖号", "江小宁"),
    ],
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
        ["江小宁告诉记者：“路通了。”", "县局介绍：投资三亿元", "县局介绍：新建百里"],
        ["官网资料显示：开工一年", "目前主要包括：路桥两类", "目前主要包括：养护"],
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


def test_who_gives_a_report_is_its_byline_and_the_toolbar_goes() -> None:
    text = (
        "下载\n打印\n【字号：\n加大\n】\n2026年东湖省政府工作报告\n"
        "——2026年1月27日在东湖省人民代表大会会议上\n来源：东湖日报\n时间：2026-02-01\n"
        "东湖省省长 江小宁\n各位代表：\n现在，我代表省人民政府报告工作。\n相关报道："
    )
    (article,) = read(text.encode(), "x/y.txt").to_dicts()
    assert (article["title"], article["genre"]) == ("2026年东湖省政府工作报告", "report")
    assert article["subtitle"] == "2026年1月27日在东湖省人民代表大会会议上"
    assert article["bylines"] == [{"name": "江小宁", "role": "省长"}]
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


@settings(max_examples=150)
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


def blocks(text: str, path: str = "x/y.txt") -> list[tuple[str, str]]:
    """Kind and text of each block of the one article."""
    (article,) = read(text.encode(), path).to_dicts()
    return [(block["kind"], block["text"]) for block in article["blocks"]]


def test_a_run_in_heading_leaves_the_turn_to_its_speaker() -> None:
    text = (
        f"江小宁谈农村公路\n\n{LEAD}\n问：怎么修路？\n\n答：分两步走。\n\n"
        "先修主干道，打通断头路 今年全县打通断头路12条，新增通车里程36公里，群众出行更加方便。\n\n"
        "再修村组路，畅通微循环 全县改造村组道路200公里，让公交车开到每个自然村的村口。\n"
    )
    (article,) = read(text.encode(), "x/y.txt").to_dicts()
    kinds = [(block["kind"], block["speaker"]) for block in article["blocks"][2:]]
    assert kinds == [("answer", "答"), *[("heading", None), ("answer", "答")] * 2]


TABLE = (
    "江城县村镇统计报告\n\n2021年，江城县的村镇人口情况如下，数据来自县统计局，供各方参考。"
    "\n\n{}\n\n以上数据为年末数，不含外出人口。\n"
)


def test_the_heads_of_a_printed_table_are_no_headings() -> None:
    table = "表 1 2021年分镇人口\n镇名\n总人口\n（万人）\n渡口镇 12.5 6.1\n东坡镇 8.2 4.0"
    kinds = {text: kind for kind, text in blocks(TABLE.format(table))}
    assert kinds["表1 2021年分镇人口"] == "caption"
    assert {kinds["镇名"], kinds["总人口"], kinds["（万人）"]} == {"paragraph"}


def test_a_list_of_addressees_is_no_series_of_headings() -> None:
    names = ["江城", "江城县水利局", "江城县农业局", "江城县林业局", "江城县气象局"]
    listed = blocks(TABLE.format("\n\n".join(names)))
    assert {kind for kind, text in listed if text in names} == {"paragraph"}


def test_a_box_of_prose_under_a_label_belongs_to_the_article() -> None:
    page = (
        "<html><title>江城公开采购</title><body><h1>江城公开采购</h1>"
        "<p>江城县今年把全部采购项目搬到网上，供应商在家就能投标，县财政局随时可以查看进度。</p>"
        "<p>相关链接</p><p>江城县政府采购工作起步于2003年，采购规模从当年的四千万元增加到去年的六亿元，"
        "九年累计节约资金八千万元，范围由初期的办公用品扩大到工程和服务。（江宁）</p>"
        "<h4>相关报道</h4><ul><li><a href='a'>邻县采购办学习江城经验</a></li></ul></body></html>"
    )
    assert [kind for kind, _ in blocks(page, "x/y.html")] == ["paragraph", "heading", "paragraph"]
    (article,) = read(page.encode(), "x/y.html").to_dicts()
    assert article["bylines"] == [{"name": "江宁", "role": None}]


@pytest.mark.parametrize(
    ("tail", "names"),
    [
        ("（江城县纪委 石磊）", ["石磊"]),
        ("（完）", []),
        ("（见图）", []),
    ],
)
def test_what_stands_in_brackets_behind_a_story(tail: str, names: list[str]) -> None:
    told = "3月20日，江城县清查了全部在建工程的付款情况，共查出拖欠工程款三笔。"
    text = f"江城清查工程款\n\n{told}{tail}\n"
    (article,) = read(text.encode(), "x/y.txt").to_dicts()
    assert [byline["name"] for byline in article["bylines"]] == names
    assert ("（" in article["text"]) == (tail == "（见图）")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("江小宁（左一）在工地查看进度", "caption"),
        ("县长江小宁（前排右三）与代表合影", "caption"),
        ("我国（上海）自由贸易试验区扩大开放", "heading"),
        ("经过阿拉山口的（中亚）班列突破五千列", "heading"),
    ],
)
def test_only_a_place_in_the_picture_makes_a_caption(line: str, kind: str) -> None:
    told = "江城县今年修路120公里，新建大桥三座，乡镇全部通了公交车，群众出行更加方便。"
    text = f"江城修路忙\n\n{told}\n\n{line}\n\n{told}\n"
    assert (kind, line) in blocks(text)


def test_fields_of_a_form_are_no_headings() -> None:
    text = (
        "青石县公路养护采购公告\n\n县公路局采购养护设备一批，经询价确定了供应商，结果公告如下。\n\n"
        "联系部门：采购组\n\n联系人：石磊\n\n特此公告。\n"
    )
    kinds = {text: kind for kind, text in blocks(text)}
    assert {kinds["联系部门：采购组"], kinds["联系人：石磊"]} == {"paragraph"}


@pytest.mark.parametrize(
    ("line", "stays"), [("……", True), ("“……”", True), ("…", False), ("。", False)]
)
def test_only_marks_that_stand_for_words_are_paragraphs(line: str, stays: bool) -> None:
    text = (
        f"青石县修路记\n\n全县今年新建农村公路120公里，路通了。\n\n{line}\n\n村民都说路修得好。\n"
    )
    assert (("paragraph", line) in blocks(text)) is stays


@pytest.mark.parametrize("label", ["编者按：", "核心提示 ", "开栏的话："])
def test_a_note_above_the_headline_belongs_to_the_text(label: str) -> None:
    text = (
        f"{label}今年以来，青石县把修路当作头等大事，本报今起推出系列报道，请看记者的调查。\n\n"
        "青石县修路记\n本报记者 石磊\n\n全县今年新建农村公路120公里，路通了。\n"
    )
    (article,) = read(text.encode(), "x/y.txt").to_dicts()
    assert article["title"] == "青石县修路记"
    assert article["text"].split("\n")[0].startswith(label.strip(" ："))


def test_an_account_signs_below_its_headline() -> None:
    text = (
        "青石县新建公路120公里\n原创 石磊 青石发布 2021-03-04 18:20\n\n"
        "全县今年新建农村公路120公里，总投资3.6亿元。\n\n编辑：江宁\n阅读 1000+\n"
        "喜欢此内容的人还喜欢\n某地粮食丰收\n"
    )
    (article,) = read(text.encode(), "x/y.txt").to_dicts()
    assert (article["outlet"], str(article["published_on"])) == ("青石发布", "2021-03-04")
    assert [(b["name"], b["role"]) for b in article["bylines"]] == [
        ("石磊", None),
        ("江宁", "编辑"),
    ]
    assert article["text"] == "全县今年新建农村公路120公里，总投资3.6亿元。"


def test_tags_that_leaked_into_plain_text_end_lines() -> None:
    text = "青石县修路记\n\n全县新建农村公路120公里。&lt;br&gt;总投资3.6亿元。<p>路通了。</p>\n"
    assert [text for _, text in blocks(text)] == [
        "全县新建农村公路120公里。",
        "总投资3.6亿元。",
        "路通了。",
    ]


def test_a_row_of_years_heads_a_table() -> None:
    table = "2021年公路里程\n乡镇  2020年  2021年\n东坡镇  80  120\n渡口镇  60  90"
    texts = [text for _, text in blocks(TABLE.format(table))]
    assert "乡镇 2020年 2021年" in texts


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_a_story_that_breaks_in_mid_sentence_is_one_paragraph(blank: str) -> None:
    pieces = (
        "近日，江城县农业局组织技术人员5000余",
        "人次下乡服务，推广多样有",
        "效的技术，机械化率提高到2",
        "5%以上，共有9",
        "家企业参加。",
    )
    assert blocks(f"江城县春耕有序推进\n\n{blank.join(pieces)}\n") == [
        (
            "paragraph",
            (
                "近日，江城县农业局组织技术人员5000余人次下乡服务，推广多样有效的技术，"
                "机械化率提高到25%以上，共有9家企业参加。"
            ),
        )
    ]


@pytest.mark.parametrize(
    ("label", "series", "number"),
    [
        ("部长有约⑮｜", "部长有约", 15),
        ("【奋进新时代·第7期】", "奋进新时代", 7),
        ("党建访谈录（3）\n", "党建访谈录", 3),
        ("春耕一线见闻（十二）\n", "春耕一线见闻", 12),
        ("春耕一线见闻·之三\n", "春耕一线见闻", 3),
    ],
)
def test_a_series_label_gives_its_number_away(label: str, series: str, number: int) -> None:
    text = f"{label}聚焦“四好”修新路\n\n全县今年新建农村公路120公里，总投资3.6亿元。\n"
    (article,) = read(text.encode(), "x/y.txt").to_dicts()
    assert (article["title"], article["series"]) == ("聚焦“四好”修新路", series)
    assert article["series_number"] == number


def test_a_name_that_speaks_once_among_turns_is_a_speaker() -> None:
    text = (
        "聚焦“四好”修新路\n——访县公路局局长江小宁\n\n问 ：今年修了多少路？\n\n"
        "答 ：新建120公里。\n\n"
        "网友“山里人”：明年呢？\n\n江小宁：再修80公里。\n"
    )
    (article,) = read(text.encode(), "x/y.txt").to_dicts()
    assert [(block["kind"], block["speaker"]) for block in article["blocks"]] == [
        ("question", "问"),
        ("answer", "答"),
        ("question", "网友“山里人”"),
        ("answer", "江小宁"),
    ]


def test_forms_without_a_label_of_their_own() -> None:
    caption = "3月11日，江城县农民在田间检修农机具，为春耕生产做准备。记者 石磊 摄\n"
    (article,) = read(caption.encode(), "x/y.txt").to_dicts()
    assert (article["title"], article["genre"]) == (None, "caption")
    comment = f"评论：修路要抓早抓实\n\n{'全县今年新建农村公路120公里，总投资3.6亿元。' * 4}\n"
    (article,) = read(comment.encode(), "x/y.txt").to_dicts()
    assert article["genre"] == "commentary"
    signed = comment.replace("评论：", "").replace("\n\n", "\n本报评论员\n\n", 1)
    (article,) = read(signed.encode(), "x/y.txt").to_dicts()
    assert (article["title"], article["genre"]) == ("修路要抓早抓实", "commentary")
