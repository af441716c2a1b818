"""Whole documents: what a careful reader cuts out of them."""

import polars as pl
import pytest

from models.reading import drafts, sources


def read(content: bytes, path: str = "folder/file.txt") -> pl.DataFrame:
    """The drafts of one document."""
    raw = pl.DataFrame(
        [
            {
                "document_id": sources.document_id(path, content),
                "path": path,
                "collection": "folder",
                "byte_count": len(content),
                "content": content,
                "error": None,
            }
        ],
        schema_overrides={"error": pl.String},
    )
    return drafts.derive(sources.derive(raw))


BROADCAST = """[视频]河湾市新建三座跨江大桥
2019-03-04 19:35:04　来源：央视网

央视网消息（新闻联播）：河湾市今天宣布新建三座跨江大桥，工期两年。
据介绍，大桥总长12公里。
"""


def test_a_broadcast_item_loses_its_tags() -> None:
    (article,) = read(BROADCAST.encode()).to_dicts()
    assert article["title"] == "河湾市新建三座跨江大桥"
    assert article["outlet"] == "央视网"
    assert str(article["published_on"]) == "2019-03-04"
    assert article["text"].startswith("河湾市今天宣布")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
def test_the_encoding_makes_no_difference(encoding: str) -> None:
    (article,) = read(BROADCAST.encode(encoding)).to_dicts()
    assert article["text"].endswith("大桥总长12公里。")


@pytest.mark.parametrize("line", ["1.2万元", "去年同期", "我今天跑了5公里", "增长30%左右"])
def test_one_line_under_front_matter_is_an_article_however_short(line: str) -> None:
    for head in ("---\ndate: 2021-11-26\n---\n", "---\ntitle: 数字\ndate: 2021-11-26\n---\n\n"):
        (article,) = read(f"{head}{line}\n".encode(), "folder/case.md").to_dicts()
        assert article["text"] == line
        assert str(article["as_of"]) == "2021-11-26"


def test_front_matter_over_links_alone_is_no_article() -> None:
    content = "---\ntitle: 目录\n---\n\n[返回首页](../)\n"
    assert read(content.encode(), "folder/index.md").is_empty()


LONG_TITLE = (
    "江城县长在全县安全生产电视电话会议上强调 深入落实安全生产责任 压紧压实责任 认真排查隐患 "
    "狠抓工作落实 坚决遏制各类事故多发连发势头 保障群众生命财产安全"
)


@pytest.mark.parametrize(
    "title", [LONG_TITLE, "以改革强发展 河湾涌新潮 厚植绿色底色 江城谱新篇", "江城大桥通车"]
)
def test_what_stands_above_a_source_line_is_headline(title: str) -> None:
    text = BROADCAST.replace("河湾市新建三座跨江大桥\n", f"{title}\n", 1)
    (article,) = read(text.encode()).to_dicts()
    assert article["title"] == title
    assert str(article["published_on"]) == "2019-03-04"
    assert article["text"].startswith("河湾市今天宣布")


@pytest.mark.parametrize(
    ("title", "body", "genre"),
    [
        ("江城日报评论员文章：路修到心坎上", "路修到哪里，民心就暖到哪里。" * 12, "commentary"),
        ("【江城快评】路修到心坎上", "路修到哪里，民心就暖到哪里。" * 12, "commentary"),
        ("【江城快评】路修到心坎上", "本台播发江城快评《路修到心坎上》。", "news"),
        ("邻县集会响应新年社论", "邻县昨天举行集会，响应新年社论。" * 12, "news"),
    ],
)
def test_comment_is_known_by_its_label_under_a_dateline(title: str, body: str, genre: str) -> None:
    text = f"{title}\n2019-03-04 19:35:04　来源：央视网\n\n央视网消息（新闻联播）：{body}\n"
    (article,) = read(text.encode()).to_dicts()
    assert article["genre"] == genre


ROAD = "农村公路建设跑出加速度"
TOLD = (
    "江城县今年新建改建农村公路120公里，受益群众达到3.2万人，群众出行条件明显改善。",
    "县交通局局长石磊介绍，全县完成投资12.6亿元，同比增长8.5%，其中渡口镇2.1亿元。",
)
SET_IN = "".join(f"　　{paragraph}\n" for paragraph in TOLD)
APART = "\n\n".join(TOLD)


@pytest.mark.parametrize(
    ("name", "text", "names"),
    [
        (
            "signed.txt",
            f"{ROAD}\n2023年05月18日 09:12 江城日报 记者 高远\n\n{SET_IN}（责任编辑：江宁）\n",
            ["高远", "江宁"],
        ),
        (
            "fields.txt",
            f"标题：{ROAD}\n来源：江城日报\n日期：2023-05-18\n作者：高远\n\n正文：\n{SET_IN}",
            ["高远"],
        ),
        (
            "boxed.txt",
            f"【标题】{ROAD}\n【来源】江城日报\n【时间】2023-05-18\n【正文】{APART}\n",
            [],
        ),
        (
            "quoted.md",
            f"# {ROAD}\n> 来源：江城日报 | 作者：高远 | 2023-05-18\n\n{APART}\n\n版权归作者所有\n",
            ["高远"],
        ),
        (
            "front.md",
            f"---\ntitle: {ROAD}\ndate: 2023-05-18\nauthor: 高远\nsource: 江城日报\n---\n{APART}\n",
            ["高远"],
        ),
        (
            "bold.md",
            f"**{ROAD}**\n\n江城日报 2023-05-18\n\n{APART}\n\n![图](a.jpg)\n",
            [],
        ),
    ],
)
def test_exports_of_many_kinds_give_the_same_article(
    name: str, text: str, names: list[str]
) -> None:
    (article,) = read(text.encode(), f"x/{name}").to_dicts()
    assert (article["title"], article["outlet"]) == (ROAD, "江城日报")
    assert str(article["published_on"]) == "2023-05-18"
    assert [byline["name"] for byline in article["bylines"]] == names
    assert article["text"] == "\n".join(TOLD)


def test_a_notice_keeps_whom_it_addresses_and_loses_its_number() -> None:
    text = (
        "江政发〔2024〕12号\n\n江城县人民政府关于做好防汛工作的通知\n\n各镇人民政府，县政府各部门：\n\n"
        "　　请各单位认真组织检查，及时排除隐患。\n\n江城县人民政府\n2024年5月18日\n"
    )
    (article,) = read(text.encode(), "x/notice.txt").to_dicts()
    assert (article["title"], article["subtitle"]) == ("江城县人民政府关于做好防汛工作的通知", None)
    assert article["genre"] == "notice"
    assert article["text"].startswith("各镇人民政府，县政府各部门：\n请各单位")
    assert str(article["published_on"]) == "2024-05-18"


def test_an_interview_may_begin_with_its_first_question() -> None:
    text = f"Q：今年修了多少路？\nA：{TOLD[0]}\n{TOLD[1]}\nQ：明年呢？\nA：再修八十公里。\n"
    (article,) = read(text.encode(), "x/talk.txt").to_dicts()
    assert article["title"] is None
    assert [block["speaker"] for block in article["blocks"]] == ["Q", "A", "A", "Q", "A"]


def test_a_short_line_over_a_headline_of_three_parts_is_its_kicker() -> None:
    text = f"经济新方位\n{ROAD}\n——江城县修路综述\n本报记者 高远\n\n{SET_IN}"
    (article,) = read(text.encode(), "x/y.txt").to_dicts()
    assert (article["kicker"], article["title"]) == ("经济新方位", ROAD)
    assert article["subtitle"] == "江城县修路综述"


def test_a_numbered_label_behind_a_dash_leaves_the_title() -> None:
    text = BROADCAST.replace("三座跨江大桥\n", "三座跨江大桥——江城修桥观察②\n", 1)
    (article,) = read(text.encode()).to_dicts()
    assert article["title"] == "河湾市新建三座跨江大桥"
    assert (article["series"], article["series_number"]) == ("江城修桥观察", 2)


def test_what_the_media_say_is_a_headline() -> None:
    text = BROADCAST.replace("河湾市新建三座跨江大桥\n", "媒体：河湾新桥工期两年\n", 1)
    (article,) = read(text.encode()).to_dicts()
    assert article["title"] == "媒体：河湾新桥工期两年"
