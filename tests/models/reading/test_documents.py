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
