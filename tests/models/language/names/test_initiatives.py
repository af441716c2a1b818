"""Which initiatives are found: quoted or proper names with a head noun."""

import polars as pl
import pytest

from models.language.names.initiatives import find_initiatives
from models.language.names.words import Words


def initiatives(text: str) -> list[str]:
    """Canonical names found in one article, in order of the text."""
    articles = pl.DataFrame({"article_id": ["a"], "text": [text]})
    found = find_initiatives(articles, Words(articles))
    return found.sort("start_offset")["name"].to_list()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("开展“红领先锋”创建活动。", ["“红领先锋”创建活动"]),
        ("实施教育培训“十百千”工程。", ["教育培训“十百千”工程"]),
        ("启动“百千万提升工程”，", ["“百千万提升工程”"]),
        ("重点推进青龙湖引水入海工程。", ["青龙湖引水入海工程"]),
        ("深化“创业滨海”行动", ["“创业滨海”行动"]),
        ("开展推动企业降本大走访专项行动。", ["推动企业降本大走访专项行动"]),
        ("关注“滨海工信”微信公众号。", ["“滨海工信”微信公众号"]),
        ("登录学习强国。", ["学习强国"]),
        ("他说：“落实‘五色花’机制。”", ["“五色花”机制"]),
    ],
    ids=[
        "quoted", "modifier", "head inside quotes", "verb before", "verb before quotes",
        "verb that belongs", "account", "known", "nested quotes",
    ],
)  # fmt: skip
def test_names_with_a_head_noun_are_initiatives(text: str, names: list[str]) -> None:
    assert initiatives(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "邻国展开跨境空袭军事行动。",
        "在战略高度重视工程科技。",
        "中央办公厅主任令计划出席。",
        "±800千伏柔性输电工程投运。",
    ],
)
def test_kinds_and_ends_of_other_words_are_no_initiatives(text: str) -> None:
    assert initiatives(text) == []


def test_a_quotation_that_repeats_a_name_is_the_same_initiative() -> None:
    text = "建立“三张清单”调度机制。用好“三张清单”，解决问题。"
    assert initiatives(text) == ["“三张清单”调度机制"] * 2
