"""Cells of the report's tables: what is shown of a row, and what it sorts by."""

import pytest

from warehouse.pages.cells import AFTER, BEFORE, Columns, excerpt
from warehouse.pages.links import Links
from warehouse.pages.wording import Language, Wording

COLUMNS = Columns(Wording(Language.CHINESE), Links(articles=frozenset({"d1-1"})))


@pytest.mark.parametrize(
    ("sentence", "number", "shown"),
    [
        ("新建泊位3个。", "3个", "新建泊位[3个]。"),
        (f"{'前' * 99}3个。", "3个", f"…{'前' * BEFORE}[3个]。"),
        (f"3个{'后' * 99}", "3个", f"[3个]{'后' * AFTER}…"),
        (f"{'前' * 99}3个{'后' * 99}", "3个", f"…{'前' * BEFORE}[3个]{'后' * AFTER}…"),
    ],
)
def test_an_excerpt_shows_what_stands_around_a_number(sentence, number, shown):
    text, start, end = excerpt(sentence, number)
    assert f"{text[:start]}[{text[start:end]}]{text[end:]}" == shown


def test_a_number_leads_to_its_place_in_the_article():
    row = {"article_id": "d1-1", "metric_id": "d1-1@4", "sentence": "新建泊位3个。", "text": "3个"}
    cell = COLUMNS.sentence().cell(row)
    assert isinstance(cell, list)
    text, _, address, start, end = cell
    assert (text[start:end], address) == ("3个", "articles/d1-1.html#m4-4")


@pytest.mark.parametrize(
    ("progress", "is_ceiling", "is_met", "cell"),
    [
        (0.97, False, False, ["97% 未达到", 0.97]),
        (1.1, False, True, ["110% 达到", 1.1]),
        (0.92, True, True, ["未超出", None]),
        (1.2, True, False, ["超出", None]),
        (None, False, None, None),
    ],
)
def test_progress_says_whether_a_goal_is_met(progress, is_ceiling, is_met, cell):
    row = {"progress": progress, "is_ceiling": is_ceiling, "is_met": is_met}
    assert COLUMNS.progress().cell(row) == cell
