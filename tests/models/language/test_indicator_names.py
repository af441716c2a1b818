"""Printed indicators under comparable names: the same thing has one name, another keeps its own."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.language.indicator_names import comparable
from models.language.lexicon import entries, failures


def name_of(indicator: str) -> str:
    return pl.select(comparable(pl.lit(indicator))).item()


SAME = [
    ("5G基站新增数", "新增5G基站"),
    ("新增5G基站", "新增5G基站"),
    ("规上工业增加值", "规模以上工业增加值"),
    ("规模以上工业增加值", "规模以上工业增加值"),
    ("企业净增数量", "净增企业"),
    ("项目总数", "项目"),
    ("全市企业数量", "企业"),
    ("我省固投", "固定资产投资"),
    ("人均GDP", "人均地区生产总值"),
    ("实现利润", "利润"),
    ("“四上”企业", "四上企业"),
    ("５Ｇ基站", "5G基站"),
    ("新能源发电装机规模", "新能源发电装机容量"),
    ("生产总值", "地区生产总值"),
    ("完成地区生产总值", "地区生产总值"),
    ("海东市地区生产总值", "地区生产总值"),
    ("风电产业集群2023年", "风电产业集群"),
]
DIFFERENT = [
    "死亡人数",
    "消费者信心指数",
    "国内生产总值",
    "全员劳动生产率",
    "高企业负担",
    "完成",
    "开发区企业",
    "总数",
]


@pytest.mark.parametrize(("printed", "name"), SAME)
def test_spelling_and_word_order_do_not_matter(printed: str, name: str):
    assert name_of(printed) == name


@pytest.mark.parametrize("printed", DIFFERENT)
def test_another_thing_keeps_its_name(printed: str):
    assert name_of(printed) == printed


@pytest.mark.parametrize("entry", entries("indicator_names", "synonym"), ids=lambda e: e["id"])
def test_a_standard_form_is_its_own_name(entry: dict):
    assert name_of(entry["standard"]) == entry["standard"]


def test_the_lexicon_reads_its_own_examples():
    def accepts(entry: dict, text: str) -> bool:
        return name_of(text) != text and entry["standard"] in name_of(text)

    assert failures("indicator_names", "synonym", accepts) == []


@given(st.text(alphabet="新增净企业数量总规上模以GDP固投全市率人的》“ ", min_size=1, max_size=12))
def test_a_name_is_never_empty(printed: str):
    assert name_of(printed)
