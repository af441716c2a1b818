"""Points become charts that compare like with like."""

from datetime import date

from warehouse.pages.series import LINES_AT_MOST, charts
from warehouse.pages.wording import Language, Wording

CHINESE = Wording(Language.CHINESE)


def point(year: int | None, place: str | None = "青禾县", **values):
    """A point of one full year; `year` None for one without a period."""
    return {
        "series_value": 1.0,
        "series_unit": "吨",
        "measure": "level",
        "status": "actual",
        "period_start": year and date(year, 1, 1),
        "period_end": year and date(year, 12, 31),
        "place_name": place,
        "anchor": f"s{year}{place}",
    } | values


def test_several_days_make_a_line_and_several_places_on_one_day_bars():
    (line,) = charts([point(2015), point(2016)], CHINESE)
    (bar,) = charts([point(2015), point(2015, "临江市")], CHINESE)
    assert (line.kind, bar.kind) == ("line", "bar")


def test_other_units_and_other_measures_are_other_charts():
    years = [point(2015), point(2016)]
    rates = [point(year, measure="growth_rate", series_unit="%") for year in (2015, 2016)]
    acres = [point(year, series_unit="亩") for year in (2015, 2016)]
    found = [(chart.measure, chart.unit) for chart in charts([*rates, *acres, *years], CHINESE)]
    assert found == [("growth_rate", "%"), ("level", "亩"), ("level", "吨")]


def test_a_point_alone_and_points_without_a_day_are_no_chart():
    assert charts([point(2015)], CHINESE) == []
    assert charts([point(2015), point(None), point(None)], CHINESE) == []


def test_what_covers_a_year_is_drawn_inside_that_year():
    (chart,) = charts([point(2015), point(2016, period_start=None)], CHINESE)
    assert [drawn["day"] for drawn in chart.points] == ["2015-07-02", "2016-12-31"]


def test_a_goal_is_told_from_an_actual_and_a_missing_place_is_named():
    (chart,) = charts([point(2015), point(2025, None, status="target")], CHINESE)
    assert [(drawn["goal"], drawn["series"]) for drawn in chart.points] == [
        (False, "青禾县"),
        (True, "（未注明地点）"),
    ]


def test_places_with_the_most_points_are_drawn_when_there_are_too_many():
    often = [point(2010 + n, "临江市") for n in range(3)]
    once = [point(2015, f"第{n}县") for n in range(2 * LINES_AT_MOST)]
    (chart,) = charts([*once, *often], CHINESE)
    drawn = {drawn["series"] for drawn in chart.points}
    assert len(drawn) == LINES_AT_MOST
    assert "临江市" in drawn
