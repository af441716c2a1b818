"""Markdown with and without front matter."""

import pytest

from models.reading.formats import sniff
from models.vocabulary import MediaType
from tests.models.reading.test_documents import read

BODY = "青石县今年新建农村公路120公里，总投资3.6亿元。\n"


@pytest.mark.parametrize(
    ("matter", "day"),
    [
        ("title: '青石县修路'\ndate: 2021-12-21 09:25:30 +0800\n", "2021-12-21"),
        ('title: "青石县修路"\ndate: Tue, 12 Apr 2022 02:27:27 GMT\n', "2022-04-12"),
        ("title: 青石县修路\ndate:  +0800\n", "None"),
        ("title: 青石县修路\n\tbad: [: yaml\ndate: 2022/3/4\n", "2022-03-04"),
    ],
)
def test_front_matter_is_read_leniently(matter: str, day: str) -> None:
    (article,) = read(f"\n---\n{matter}tags: 要闻\n---\n\n{BODY}".encode(), "x/y.md").to_dicts()
    assert (article["title"], str(article["published_on"])) == ("青石县修路", day)
    assert article["text"] == BODY.strip()


def test_links_and_the_way_back_are_no_text() -> None:
    text = (
        f"---\ntitle: 青石县修路\n---\n{BODY}\n<http://www.example.com/a.html>\n\n"
        "[返回要闻](../a/)｜[返回首页](../)\n"
    )
    (article,) = read(text.encode(), "x/y.md").to_dicts()
    assert article["url"] == "http://www.example.com/a.html"
    assert article["text"] == BODY.strip()


def test_a_day_of_broadcasts_is_one_article_a_section_with_text() -> None:
    text = (
        "# 《晚间播报》 (20230718)\n\n## 摘要\n\n1.青石县修路；\n2.白河镇办节。\n\n## 详细\n\n"
        "### 青石县修路\n\n<p><strong>东湖网消息</strong>（晚间新闻）：青石县今天开工修路。</p>\n\n"
        "[查看原文](https://example.com/1)\n\n### 白河镇办节\n\n[查看原文](https://example.com/2)\n\n"
        "### 【新征程】云山县招商\n\n"
        "<p><strong>东湖网消息</strong>（晚间新闻）：云山县签约32个项目。</p>\n\n"
        "[查看原文](https://example.com/3)\n"
    )
    articles = read(text.encode(), "x/20230718.md").to_dicts()
    assert [(a["title"], a["series"], a["text"]) for a in articles] == [
        ("青石县修路", None, "青石县今天开工修路。"),
        ("云山县招商", "新征程", "云山县签约32个项目。"),
    ]
    assert {str(a["published_on"]) for a in articles} == {"2023-07-18"}


def test_an_inverted_heading_level_gives_series_kicker_and_title() -> None:
    text = (
        "## 美丽乡村建设访谈录⑮：\n\n## 青石县交通运输局\n\n东湖晚报记者 石磊\n\n"
        "青石县交通运输局围绕中心工作，推动农村公路建设取得新进展，群众出行更加便利。\n\n"
        "# 聚焦出行，修好致富路\n\n### 加快建设\n\n东湖晚报：今年修了多少路？\n\n"
        "江小宁：新建120公里。\n\n东湖晚报：明年呢？\n\n江小宁：再修80公里。\n"
    )
    (article,) = read(text.encode(), "x/y.txt").to_dicts()
    assert (article["series"], article["series_number"]) == ("美丽乡村建设访谈录", 15)
    assert (article["kicker"], article["title"]) == ("青石县交通运输局", "聚焦出行，修好致富路")
    assert (article["genre"], article["outlet"]) == ("interview", "东湖晚报")
    assert {b["speaker"] for b in article["blocks"] if b["speaker"]} == {"东湖晚报", "江小宁"}


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        ("---\ntitle: x\n---\n某县\n", MediaType.MARKDOWN),
        ("# 标题\n\n正文。\n", MediaType.MARKDOWN),
        ("<!doctype html><style>\n#main {color:red}\n</style><p>某县</p>", MediaType.HTML),
        ("<div><h1>某县</h1><p>修路。</p></div>", MediaType.HTML),
        ("某县修路，5<6，7>3。\n#1楼开工\n", MediaType.PLAIN),
    ],
)
def test_the_content_decides_the_media_type(text: str, media_type: MediaType) -> None:
    assert sniff(text) is media_type


def test_each_section_has_its_own_address() -> None:
    section = (
        "### {0}\n\n<p><strong>央视网消息</strong>（新闻联播）："
        "{0}，全线长12公里，今天开通。</p>\n\n"
        "[查看原文](https://example.com/{1})\n\n"
    )
    text = "## 详细新闻\n\n" + section.format("江城大桥通车", 1) + section.format("河湾公路通车", 2)
    urls = [article["url"] for article in read(text.encode(), "x/20230718.md").to_dicts()]
    assert urls == ["https://example.com/1", "https://example.com/2"]


def test_front_matter_may_be_fenced_with_plus_signs() -> None:
    matter = 'title = "青石县修路"\ndate = 2021-12-21T09:25:30+08:00\nauthor = "石磊"'
    text = f"+++\n{matter}\n+++\n\n{BODY}"
    (article,) = read(text.encode(), "x/y.txt").to_dicts()
    assert (article["title"], str(article["published_on"])) == ("青石县修路", "2021-12-21")
    assert [byline["name"] for byline in article["bylines"]] == ["石磊"]


def test_comments_footnotes_and_rules_are_no_text_and_rows_and_items_are_paragraphs() -> None:
    text = (
        f"---\ntitle: 青石县修路\n---\n<!-- more -->\n{BODY}\n- 新建120公里\n- 改造危桥8座[^1]\n\n"
        "| 年份 | 里程 |\n|---|---:|\n| 2021 | 120 |\n\n全部通车。\n\n[^1]: 县局数据。\n"
    )
    (article,) = read(text.encode(), "x/y.md").to_dicts()
    assert [(block["kind"], block["text"]) for block in article["blocks"]] == [
        ("paragraph", BODY.strip()),
        ("paragraph", "新建120公里"),
        ("paragraph", "改造危桥8座"),
        ("paragraph", "年份 里程"),
        ("paragraph", "2021 120"),
        ("paragraph", "全部通车。"),
    ]
