"""Charts on asset pages: a bar for each name, and nothing of a name read as markup."""

from datetime import date
from xml.etree import ElementTree

import polars as pl
import pytest

from orchestration.plots import bar_chart, table_plots

RECT = "{http://www.w3.org/2000/svg}rect"


def widths(svg: str) -> list[int]:
    return [int(bar.attrib["width"]) for bar in ElementTree.fromstring(svg).iter(RECT)]  # noqa: S314


def test_bars_are_as_long_as_their_counts():
    longest, half, least = widths(bar_chart({"a": 100, "b": 50, "c": 0}))
    assert longest == half * 2
    assert least == 1


def test_names_are_text_and_not_markup():
    assert widths(bar_chart({"<rect/>&": 1})) == [200]


def test_no_counts_give_an_empty_chart():
    assert widths(bar_chart({})) == []


@pytest.mark.parametrize(("table", "charts"), [("articles", ["articles by month"]), ("blocks", [])])
def test_only_tables_worth_a_look_have_charts(tmp_path, table, charts):
    file = tmp_path / "a.parquet"
    pl.DataFrame({"as_of": [date(2021, 11, 26), None]}).write_parquet(file)
    assert list(table_plots(table, [file])) == charts
