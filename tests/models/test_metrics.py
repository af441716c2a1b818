"""metrics: what a small article states, and promises that hold for any text."""

import datetime as dt
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import metrics
from models.blocks import Blocks
from models.mentions import Mentions
from models.roles import Roles

AS_OF = dt.date(2023, 10, 20)


def articles(*texts: str) -> pl.DataFrame:
    """One article for each text, its paragraphs separated by line feeds."""
    rows = [
        (f"{'a' * 16}-{number}", text, AS_OF, "day", "news", None, None, None)
        for number, text in enumerate(texts, 1)
    ]
    columns = [
        "article_id",
        "text",
        "as_of",
        "as_of_precision",
        "genre",
        "kicker",
        "title",
        "subtitle",
    ]
    schema = dict.fromkeys(columns, pl.String) | {"as_of": pl.Date}
    return pl.DataFrame(rows, schema=schema, orient="row")


def blocks(frame: pl.DataFrame) -> pl.DataFrame:
    """The paragraphs of the articles."""
    rows: list[dict[str, Any]] = []
    for article_id, text in frame.select("article_id", "text").iter_rows():
        start = 0
        for ordinal, line in enumerate(text.split("\n"), 1):
            row = {"article_id": article_id, "ordinal": ordinal, "kind": "paragraph"}
            row |= {"start_offset": start, "end_offset": start + len(line), "text": line}
            rows.append({"speaker": None, "heading": None, **row})
            start += len(line) + 1
    return pl.DataFrame(rows, schema=Blocks.polars_schema())


def read(*texts: str) -> list[dict[str, Any]]:
    """The metrics of some articles without names, as rows."""
    frame = articles(*texts)
    found = metrics.derive(frame, blocks(frame), Mentions.create_empty(), Roles.create_empty())
    return metrics.Metrics.validate(found).to_dicts()


def test_a_rate_points_at_the_level_that_it_qualifies() -> None:
    level, rate = read("前三季度，水产品加工业营业收入52.3亿元，同比下降4.1%。")
    assert (level["indicator"], level["value"], level["unit"]) == (
        "水产品加工业营业收入",
        5_230_000_000,
        "元",
    )
    assert (rate["value"], rate["measure"], rate["comparison"]) == (-4.1, "growth_rate", "yoy")
    assert rate["base_metric_id"] == level["metric_id"]
    assert (rate["period_start"], rate["period_end"]) == (
        dt.date(2023, 1, 1),
        dt.date(2023, 9, 30),
    )


def test_a_unit_word_that_says_what_it_counts_is_the_indicator() -> None:
    (row,) = read("河湾市以960余万人口撑起了全省前列的工业。")
    assert (row["text"], row["indicator"], row["unit"]) == ("960余万人口", "人口", "人")


def test_a_share_points_at_its_part() -> None:
    part, share = read("其中，民用船舶订单31艘，占62%。")
    assert share["measure"] == "share"
    assert share["base_metric_id"] == part["metric_id"]


def test_numbers_of_a_list_are_dealt_out_in_order() -> None:
    found = read("粮食、蔬菜、水果产量分别增长1.2%、3.4%和5.6%。")
    assert [(row["indicator"][:2], row["value"]) for row in found] == [
        ("粮食", 1.2),
        ("蔬菜", 3.4),
        ("水果", 5.6),
    ]


def test_rates_of_a_list_point_at_its_levels_in_order() -> None:
    visitors, income, first, second = read(
        "全年接待游客820万人次，旅游收入76亿元，比上年分别增长11%和14%。"
    )
    assert first["base_metric_id"] == visitors["metric_id"]
    assert second["base_metric_id"] == income["metric_id"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("力争到2025年总产值达到300亿元。", "target"),
        ("目前已完成投资4.2亿元。", "actual"),
        ("预计实现利润6000万元。", "target"),
        ("2022年实现利润6000万元。", "actual"),
    ],
)
def test_status_tells_what_happened_from_what_is_meant_to(text: str, status: str) -> None:
    assert [row["status"] for row in read(text)] == [status]


def test_a_period_does_not_reach_into_the_next_paragraph() -> None:
    first, second = read("2022年，培育企业24家。\n培育基地12个。")
    assert first["period_start"] == dt.date(2022, 1, 1)
    assert second["period_start"] is None


def test_an_article_leaves_the_numbers_of_another_untouched() -> None:
    alone = read("上半年新增企业26家。")
    together = read("上半年新增企业26家。", "下半年计划新增企业40家。")
    assert [row for row in together if row["article_id"] == alone[0]["article_id"]] == alone


PIECES = st.sampled_from([
    "2022年", "前三季度", "截至5月底", "“十四五”时期", "营业收入", "同比增长", "下降",
    "占", "分别", "新增", "企业", "超过", "约", "余", "以上", "12", "3.5", "30", "亿", "万",
    "元", "家", "%", "个百分点", "三分之一", "翻番", "第三", "，", "。", "；", "、", "和",
    "（", "）", "“", "”", "其中", "力争", "人", "\n",
])  # fmt: skip


@settings(max_examples=150)
@given(st.lists(PIECES, min_size=1, max_size=40).map("".join))
def test_whatever_a_text_holds_its_rows_keep_the_contract(text: str) -> None:
    text = "\n".join(line for line in text.split("\n") if line) or "无"
    rows = read(text)
    assert rows == read(text)
    for row in rows:
        assert text[row["start_offset"] : row["end_offset"]] == row["text"]
        assert row["text"] in row["sentence"] or row["sentence"] in text


def test_a_list_of_places_deals_out_places_and_shares_its_noun() -> None:
    text = "上河、下河工业投资分别增长8%和9%。"
    names = [(0, 2, "上河"), (3, 5, "下河")]
    frame = articles(text)
    mentions = pl.DataFrame(
        [
            (frame["article_id"][0], start, end, name, "place", name, name, None)
            for start, end, name in names
        ],
        schema=Mentions.polars_schema(),
        orient="row",
    )
    found = metrics.derive(frame, blocks(frame), mentions, Roles.create_empty()).to_dicts()
    assert [(row["indicator"], row["place_id"], row["value"]) for row in found] == [
        ("工业投资", "上河", 8),
        ("工业投资", "下河", 9),
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("中心有工人90名，其中12名将在明天到岗。", "target"),
        ("去年完成了减少法人20%的目标。", "target"),
        ("为了更加美好的明天，为了60万名农民，大家加油。", "actual"),
    ],
)
def test_what_follows_a_number_can_put_it_ahead(text: str, status: str) -> None:
    assert read(text)[-1]["status"] == status


def test_what_a_rising_share_counts_is_the_share() -> None:
    frame = articles("港股午间走势分化，海澄国际涨8%；青禾科技跌超6%。")
    text = frame["text"][0]
    rows = [
        {
            "article_id": f"{'a' * 16}-1",
            "start_offset": text.index(name),
            "end_offset": text.index(name) + len(name),
            "text": name,
            "type": "organization",
            "entity_id": name,
        }
        for name in ("海澄国际", "青禾科技")
    ]
    names = pl.DataFrame(rows, schema=Mentions.polars_schema())
    found = metrics.derive(frame, blocks(frame), names, Roles.create_empty())
    assert found["indicator"].to_list() == ["海澄国际", "青禾科技"]


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("城镇和农村居民纯收入分别增长4%和6%。", ["城镇居民纯收入", "农村居民纯收入"]),
        ("食品、药品抽检合格率分别达99%、98%。", ["食品抽检合格率", "药品抽检合格率"]),
        ("城乡居民收入分别达6万元、3万元。", ["城镇居民收入", "农村居民收入"]),
        ("办好12类45件民生实事。", ["民生实事", "民生实事"]),
        ("建成河湾大桥4座、在建8座。", ["建成河湾大桥", "在建河湾大桥"]),
        ("俱乐部202个，其中，国家级145个。", ["俱乐部", "国家级俱乐部"]),
        ("地区生产总值连续跨过2个台阶、达9亿元。", ["台阶", "地区生产总值"]),
        ("苹果面积由2017年的7万亩发展到2020年的9万亩。", ["苹果面积", "苹果面积"]),
        ("第二、三产业分别增长5%、6%。", ["第二产业", "第三产业"]),
        ("一二三产增加值分别增长3%、4%、5%。", [f"第{n}产业增加值" for n in "一二三"]),
        ("产值超亿元企业逾80家。", ["产值超亿元企业"]),
        ("低保标准分别达645元/月、4318元/年。", ["低保标准", "低保标准"]),
        ("税收增长3.9%。", ["税收"]),
        ("助推服装产业2023年过百亿、2025年三百亿的产业规模。", ["产业规模", "产业规模"]),
        ("新登记商户6万户。分地区看，新登记2万户。", ["新登记商户", "新登记商户"]),
    ],
)  # fmt: skip
def test_numbers_of_a_sentence_share_what_they_count(text: str, indicators: list[str]) -> None:
    assert [row["indicator"] for row in read(text)] == indicators


@pytest.mark.parametrize(
    "text",
    [
        "绿地面积3万平方米，绿化率30%。",
        "新增机构1125家，护理型床位占比76%。",
        "出台10条措施，新增7个示范点。",
    ],
)
def test_what_names_a_thing_of_its_own_has_no_base(text: str) -> None:
    assert read(text)[-1]["base_metric_id"] is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("到2015年底共有林地12公顷。", "actual"),
        ("预计增加值达3亿元；发电量8万千瓦时。", "actual"),
        ("着力稳就业、稳预期，地区生产总值增长5.3%。", "actual"),
    ],
)
def test_a_cue_looks_ahead_for_its_own_part_only(text: str, status: str) -> None:
    assert read(text)[-1]["status"] == status
