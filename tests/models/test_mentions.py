"""Mentions of whole articles."""

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from models.mentions import Mentions
from tests.deriving import derived

TEXTS = (
    "威海市工信局局长郭建明介绍，全市新增企业120家。《威海市渔港规划》印发。",
    "市委常委会召开会议。荣成市崖西镇柳家庄村党支部书记贺志远发言。",
    "培育了海澄集团、圣源电源等一批企业，“四张清单”调度机制运行良好。",
    "青石县关镇沙堆村村委会主任刘孝刚上门。刘孝刚被选为沙堆村村委会主任。",
    "“”《》、，。\n。",
)


def derive(*texts: str) -> pl.DataFrame:
    articles = pl.DataFrame(
        {"article_id": [f"d-{n}" for n in range(1, len(texts) + 1)], "text": list(texts)}
    ).with_columns(title=pl.lit(None, pl.String))
    blocks = articles.select(
        "article_id",
        pl.lit(1, pl.Int32).alias("ordinal"),
        pl.lit("paragraph").alias("kind"),
        pl.lit(None, pl.String).alias("speaker"),
        pl.lit(None, pl.String).alias("heading"),
        pl.lit(0, pl.Int32).alias("start_offset"),
        pl.col("text").str.len_chars().cast(pl.Int32).alias("end_offset"),
        "text",
    )
    return derived("mentions", articles=articles, blocks=blocks)


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3),
    st.text("市委局村、，。“”A1", max_size=20),
)
def test_every_mention_cuts_its_own_text_out_of_the_article(parts: list[str], tail: str) -> None:
    text = "".join(parts) + tail
    found = derive(text)
    Mentions.validate(found)
    for start, end, written in found.select("start_offset", "end_offset", "text").iter_rows():
        assert text[start:end] == written


def test_an_added_article_leaves_the_mentions_of_another_untouched() -> None:
    alone = derive(TEXTS[0])
    beside = derive(TEXTS[0], TEXTS[2])
    assert beside.filter(article_id="d-1").equals(alone)


def test_deriving_twice_gives_the_same_rows() -> None:
    assert derive(*TEXTS).equals(derive(*TEXTS))


def test_forms_of_one_body_share_an_entity() -> None:
    found = derive("威海市工信局召开会议。威海市工业和信息化局局长发言，市工信局负责。")
    bodies = found.filter(pl.col("type").cast(pl.String) == "organization")
    assert bodies["entity_id"].n_unique() == 1
    assert bodies["text"].to_list() == ["威海市工信局", "威海市工业和信息化局", "市工信局"]


def test_a_short_name_that_the_article_gives_is_the_thing_itself() -> None:
    found = derive("威海市渔港管理办公室（以下简称“渔港办”）成立。渔港办介绍，渔港办事多。")
    names = dict(found.select("text", "name").iter_rows())
    assert names["渔港办"] == names["威海市渔港管理办公室"] == "威海市渔港管理办公室"
    assert found["entity_id"].n_unique() == 1


def test_a_short_name_given_to_nothing_that_is_known_names_nothing() -> None:
    assert "新办法" not in derive("这一做法（简称“新办法”）很好。新办法")["text"].to_list()


def test_a_body_that_only_a_post_tells_is_a_mention() -> None:
    found = derive("海澄大学渔业学院院长贺志远发言。贺志远主席办公室主任丁一鸣参加。")
    bodies = found.filter(type="organization")["text"].to_list()
    assert bodies == ["海澄大学渔业学院"]
