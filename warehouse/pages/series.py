"""The points of one indicator, as charts a reader can compare: one a measure and unit."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from warehouse.pages.reading import Row
from warehouse.pages.wording import Wording

# More lines than colours and symbols can tell apart are left to the list below the chart.
LINES_AT_MOST = 6


@dataclass(frozen=True)
class Chart:
    """A chart of points that have measure and unit in common."""

    measure: str
    unit: str | None
    kind: str  # line: several days; bar: several places on one day
    points: list[Row]  # day, value, series, label, address, goal


def charts(points: Iterable[Row], t: Wording) -> list[Chart]:
    """The charts of an indicator's points; points without a day, or alone, need none.

    Rows have series_value, series_unit, measure, status, period_start, period_end, place_name and
    anchor.
    """
    dated = [point for point in points if point["period_end"]]
    dated.sort(key=lambda point: (_comparable(point), point["period_end"], point["anchor"]))
    drawn = (_chart(list(group), t) for _, group in groupby(dated, key=_comparable))
    return [chart for chart in drawn if len(chart.points) > 1]


def _comparable(point: Row) -> tuple[str, str]:
    return point["measure"], point["series_unit"] or ""


def _chart(points: list[Row], t: Wording) -> Chart:
    lines = Counter(point["place_name"] for point in points)
    shown = {place for place, _ in lines.most_common(LINES_AT_MOST)}
    kept = [point for point in points if point["place_name"] in shown]
    days = {point["period_end"] for point in kept}
    return Chart(
        measure=points[0]["measure"],
        unit=points[0]["series_unit"],
        kind="line" if len(days) > 1 else "bar",
        points=[_point(point, t) for point in kept],
    )


def _point(point: Row, t: Wording) -> Row:
    quantity = t.quantity(point["series_value"], None, point["series_unit"])
    return {
        "day": _middle(point["period_start"], point["period_end"]).isoformat(),
        "value": point["series_value"],
        "series": point["place_name"] or t("no_place"),
        "label": f"{t.period(point['period_start'], point['period_end'])}  {quantity}",
        "address": f"#{point['anchor']}",
        "goal": point["status"] == "target",
    }


def _middle(start: date | None, end: date) -> date:
    """The middle of a period, so that what covers a year is drawn inside that year."""
    return end if start is None else start + (end - start) / 2
