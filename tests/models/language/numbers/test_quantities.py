"""Quantities: what is read, with value, unit and bound, and what is left alone."""

import pytest

from models.language.numbers import quantities, unitless

READ = [
    ("预算内投资48.26亿元", "48.26亿元", 4_826_000_000, None, "元", "exact"),
    ("服务群众40余万次", "40余万次", 400_000, None, "次", "at_least"),
    ("装机容量186.4万千瓦", "186.4万千瓦", 1_864_000, None, "千瓦", "exact"),
    ("面积2907.5千公顷", "2907.5千公顷", 2_907_500, None, "公顷", "exact"),
    ("到会人数超过8000人", "超过8000人", 8000, None, "人", "at_least"),
    ("入园30万人次以上", "30万人次以上", 300_000, None, "人次", "at_least"),
    ("增速在4%左右", "4%左右", 4, None, "%", "approximate"),
    ("帮扶二十余家", "二十余家", 20, None, "家", "at_least"),
    ("用了十几天", "十几天", 10, None, "天", "at_least"),
    ("近六成", "近六成", 60, None, "%", "approximate"),
    ("补贴2000至3000元", "2000至3000元", 2000, 3000, "元", "exact"),
    ("投入5—7亿元", "5—7亿元", 5e8, 7e8, "元", "exact"),
    ("增长8%至9%", "8%至9%", 8, 9, "%", "exact"),
    ("提高1.9、2.4个百分点", "1.9", 1.9, None, "个百分点", "exact"),
    ("三分之一", "三分之一", 100 / 3, None, "%", "exact"),
    ("百分之五", "百分之五", 5, None, "%", "exact"),
    ("车程2个多小时", "2个多小时", 2, None, "小时", "at_least"),
    ("每斤售价2.6元/斤", "2.6元/斤", 2.6, None, "元/斤", "exact"),
    ("规模过百亿元", "过百亿元", 1e10, None, "元", "at_least"),
    ("产量翻番", "翻番", 2, None, "倍", "exact"),
    ("占比过半", "过半", 50, None, "%", "at_least"),
    ("位居全省第四", "第四", 4, None, None, "exact"),
    ("２６名旅客", "２６名", 26, None, "名", "exact"),
]


@pytest.mark.parametrize(("text", "span", "value", "high", "unit", "bound"), READ)
def test_quantity_is_read(
    text: str, span: str, value: float, high: float | None, unit: str | None, bound: str
) -> None:
    quantity = sorted(quantities.scan(text) + unitless.find(text), key=lambda found: found.start)[0]
    assert text[quantity.start : quantity.end] == span
    assert quantity.value == pytest.approx(value)
    assert quantity.high == high
    assert quantity.unit == unit
    assert quantity.bound == bound


NOT_READ = [
    "3月18日9时40分",
    "第7批",
    "二十一届",
    "5G基站",
    "“1+3+N”",
    "连续6年",
    "8小时后",
    "3-5年规划",
    "年产值3亿元以上的园区",
    "220千伏线路",
    "35岁及以下",
    "三个方面",
    "四张清单",
    "两台机组",
    "千家万户",
    "数千万",
    "0631-5200000",
    "12345热线",
    "5大产业",
    "1:1",
]


@pytest.mark.parametrize("text", NOT_READ)
def test_number_that_counts_nothing_is_left_alone(text: str) -> None:
    assert quantities.scan(text) + unitless.find(text) == []
