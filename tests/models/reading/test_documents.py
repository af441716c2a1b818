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
