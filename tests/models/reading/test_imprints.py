"""Source lines: where, when and by whom an item was printed."""

from datetime import date

import pytest

from models.language.lexicon import examples, load
from models.reading import imprints
from models.reading.imprints import imprint_of
from tests.forgetting import forget_module

EXAMPLES = examples("imprints")


@pytest.mark.parametrize(
    ("line", "day", "outlet"),
    [
        (
            "2015年12月05日 08：05 来源：东湖网-东湖日报 浏览：2000+次",
            date(2015, 12, 5),
            "东湖日报",
        ),
        ("2023-08-21 16:19:11 发布来源:海州报业·海州日报客户端", date(2023, 8, 21), "海州日报"),
        ("作者：石磊;江宁 时间：2013-03-30", date(2013, 3, 30), None),
        ("时间：2013-03-15", date(2013, 3, 15), None),
        ("发布时间：2011-03-24 发布人：- ", date(2011, 3, 24), None),
        ("发稿时间：2021/6/9 【 字体：大 中 小 】", date(2021, 6, 9), None),
        ("《东湖日报》（2025年10月20日 第 01 版）", date(2025, 10, 20), "东湖日报"),
        ("湖城日报 2022年5月18日 星期三 第3版", date(2022, 5, 18), "湖城日报"),
        ("2007-8-12", date(2007, 8, 12), None),
        ("2011年09月30 来源：", date(2011, 9, 30), None),
        ("来源：新华网江城12月16日电", None, "新华网"),
        ("来源：江城县水利局办公室 发布时间：2024-05-01", date(2024, 5, 1), "江城县水利局"),
        ("时间：2024-05-01 来源：本站", date(2024, 5, 1), None),
    ],
)
def test_a_source_line_is_read(line: str, day: date | None, outlet: str | None) -> None:
    found = imprint_of(line)
    assert found is not None
    assert (found.published_on, found.outlet) == (day, outlet)


def test_a_month_alone_is_the_last_day_of_it() -> None:
    for line in ("二〇二二年十二月", "（2022年12月）"):
        found = imprint_of(line)
        assert found is not None
        assert found.month is not None
        assert found.month.on == date(2022, 12, 31)


@pytest.mark.parametrize(
    "line",
    [
        "2021年6月，全县启动改造工程",
        "2013年3月30日，甲县与乙县签署协议。",
        "资金来源：县财政安排专项资金三百万元用于改造老旧管网",
        "收入来源主要是茶叶",
        "《东湖日报》报道了此事",
    ],
)
def test_prose_is_no_source_line(line: str) -> None:
    assert imprint_of(line) is None


@pytest.mark.parametrize("entry", EXAMPLES, ids=lambda entry: entry["id"])
def test_labels_make_source_lines_of_their_examples(entry: dict) -> None:
    assert [text for text in entry["yes"] if imprint_of(text) is None] == []
    assert [text for text in entry["no"] if imprint_of(text)] == []


@pytest.mark.parametrize("entry", EXAMPLES, ids=lambda entry: entry["id"])
def test_the_examples_of_a_list_notice_that_it_is_empty(
    entry: dict, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [imprint_of(text) for text in entry["yes"]]
    with monkeypatch.context() as patched:
        patched.setitem(load("imprints"), entry["id"], ["〇〇〇"])
        forget_module(imprints.__name__)
        after = [imprint_of(text) for text in entry["yes"]]
    forget_module(imprints.__name__)
    assert before != after


def test_every_list_of_labels_has_examples() -> None:
    assert {entry["id"] for entry in EXAMPLES} == load("imprints").keys() - {"example"}
