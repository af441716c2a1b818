"""Datelines at either end of a story."""

from datetime import date

import pytest

from models.reading.datelines import dated, dateline_at_end, dateline_at_start


@pytest.mark.parametrize(
    ("text", "rest", "place", "day", "outlet"),
    [
        ("本报江城11月26日讯（记者 石磊）今天上午", "今天上午", "江城", (11, 26), None),
        ("本报讯（记者 石磊）近日", "近日", None, (None, None), None),
        ("新华社北京３月１４日电 各地", "各地", "北京", (3, 14), "新华社"),
        ("据新华社北京1月4日电 （记者石磊）国家", "国家", "北京", (1, 4), "新华社"),
        ("央视网消息（新闻联播）：今天", "今天", None, (None, None), "央视网"),
        ("东湖网江城4月17日电（记者石磊）17日", "17日", "江城", (4, 17), "东湖网"),
        ("东湖网(晚间播报)消息：今天", "今天", None, (None, None), "东湖网"),
        ("东湖日报讯 今年", "今年", None, (None, None), "东湖日报"),
        ("5月25日讯 今年4月", "今年4月", None, (5, 25), None),
    ],
)
def test_an_opening_dateline_is_read(
    text: str, rest: str, place: str | None, day: tuple[int | None, int | None], outlet: str | None
) -> None:
    found = dateline_at_start(text)
    assert found is not None
    assert (text[found.end :], found.place, (found.month, found.day), found.outlet) == (
        rest,
        place,
        day,
        outlet,
    )


@pytest.mark.parametrize(
    "text",
    [
        "本报消息灵通，读者喜爱",
        "国家电网电力供应充足",
        "某报社消息人士说",
        "电视台播出消息：",
        "社区来电：居民反映",
    ],
)
def test_other_openings_are_none(text: str) -> None:
    assert dateline_at_start(text) is None


def test_a_closing_dateline_names_place_day_and_authors() -> None:
    text = "前景更加广阔。（本报江城、海州9月13日电 记者石磊、江宁）"
    found = dateline_at_end(text)
    assert found is not None
    start, dateline = found
    assert text[:start] == "前景更加广阔。"
    assert (dateline.place, dateline.month, dateline.day) == ("江城、海州", 9, 13)
    assert [credit.name for credit in dateline.credits] == ["石磊", "江宁"]


@pytest.mark.parametrize(
    ("near", "resolved"),
    [
        (date(2022, 1, 3), date(2021, 12, 31)),
        (date(2021, 12, 30), date(2021, 12, 31)),
        (None, None),
    ],
)
def test_the_year_is_the_one_closest_to_a_known_date(
    near: date | None, resolved: date | None
) -> None:
    found = dateline_at_start("本报江城12月31日讯（记者 石磊）今天")
    assert found is not None
    assert dated(found, near) == resolved
