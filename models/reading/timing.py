"""as_of: the day against which 今年 and 近日 are read, and the evidence for it.

In order: the publication date, the dateline, the dates of the other articles on the page, a digit
year in the body that is described as current, a date in the path. Never anything else.
"""

import re
from collections import Counter
from datetime import date
from typing import NamedTuple

from models.reading.dates import Stated, compact_day_of, day_of, month_of, year_end, years_in
from models.vocabulary import Basis, Precision

# A year is current where the text plans or works in it: 印发《2021年工作要点》, 2021年需要着力解决.
_CURRENT = re.compile(
    r"(?<!\d)(?P<year>20\d{2})年(?:度)?(?:市|县|区|省|全|我)?[^，。；、《》]{0,14}?"
    r"(?:工作要点|工作计划|重点工作|重点任务|重点问题|工作任务|工作安排|需要|计划安排|实施方案|行动方案)"
)
_THIS_YEAR = re.compile(r"今年")
_PAST = re.compile(r"^(?:年|年底|年末)")


class AsOf(NamedTuple):
    """A reference day with its precision and evidence."""

    on: date | None
    precision: Precision | None
    basis: Basis | None


NOTHING = AsOf(None, None, None)


def as_of_delivery(delivered_on: date | None, month: Stated | None) -> AsOf:
    """The day that a report was given to a congress, or the month that it is signed in."""
    if delivered_on:
        return AsOf(delivered_on, Precision.DAY, Basis.BODY)
    return _stated(month, Basis.BODY) if month else NOTHING


def as_of_day(published_on: date | None, dateline_on: date | None) -> AsOf:
    """The reference day that an item states of itself."""
    if published_on:
        return AsOf(published_on, Precision.DAY, Basis.PUBLISHED)
    if dateline_on:
        return AsOf(dateline_on, Precision.DAY, Basis.DATELINE)
    return NOTHING


def as_of_page(own: AsOf, days_on_page: list[date]) -> AsOf:
    """The reference day of the other items on a page, where an item states none."""
    if own.on or not days_on_page:
        return own
    counts = Counter(days_on_page)
    day = max(counts, key=lambda one: (counts[one], one))
    return AsOf(day, Precision.DAY, Basis.PAGE)


def as_of_body(texts: list[str]) -> AsOf:
    """A year that the body describes as current."""
    body = "\n".join(texts)
    if not _THIS_YEAR.search(body):
        return NOTHING
    current = [int(match["year"]) for match in _CURRENT.finditer(body)]
    if not current or max(current) < max(years_in_past(body), default=0):
        return NOTHING
    return _stated(year_end(max(current)), Basis.BODY)


def years_in_past(body: str) -> list[int]:
    """Years that something happened in: none of them may lie after the current one."""
    return [
        int(y) for y in re.findall(r"(?<!\d)((?:19|20)\d{2})年(?:底|末|以来|至今|\d{1,2}月)", body)
    ]


def as_of_path(path: str) -> AsOf:
    """A date in a path: 2021-12-08-title.md, 20231018.md, reports_2026/…."""
    found = day_of(path) or compact_day_of(path)
    if found:
        return AsOf(found, Precision.DAY, Basis.PATH)
    if month := month_of(path):
        return _stated(month, Basis.PATH)
    years = sorted(
        {year for part in path.split("/") for year in years_in(re.sub(r"\D", " ", part))}
    )
    return _stated(year_end(years[-1]), Basis.PATH) if len(years) == 1 else NOTHING


def _stated(stated: Stated, basis: Basis) -> AsOf:
    return AsOf(stated.on, stated.precision, basis)
