"""Turns the cases of the peers' suites into documents and the rows read from them into spans.

A case is a short text with a reference date. It becomes a document of one line whose front
matter carries that date. A period has no number of its own, so a clause with one follows, and the
period of that number is what was read.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl

from models.reading.sources import RawFiles, document_id
from tests.deriving import derived

Case = dict[str, Any]
AFTER_PERIOD = "全市新增企业12家，运行情况平稳。"
PERIODS = frozenset(["period", "date"])


def load_cases(file: Path) -> list[Case]:
    """The cases of a file of JSON lines."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]


def predict(cases: list[Case]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Each case's id and the spans that the pipeline reads in it, in the scorer's form."""
    sources = derived("sources", raw_files=_raw_files(cases))
    paths = dict(sources.select("document_id", "path").iter_rows())
    metrics = derived("metrics", sources=sources)
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in metrics.sort("article_id", "start_offset").iter_rows(named=True):
        rows.setdefault(paths[row["article_id"].rpartition("-")[0]], []).append(row)
    for case in cases:
        found = rows.get(case["id"], [])
        spans = [_span(case, row) for row in found]
        yield case["id"], [span for span in spans if span is not None]


def _raw_files(cases: list[Case]) -> pl.DataFrame:
    rows = []
    for case in cases:
        content = _document(case).encode()
        rows.append(
            (document_id(case["id"], content), case["id"], ".", len(content), content, None)
        )
    return pl.DataFrame(rows, schema=RawFiles.polars_schema(), orient="row")


def _document(case: Case) -> str:
    date = (case["reference_date"] or "2021-06-14")[:10]
    text = case["text"]
    line = text + AFTER_PERIOD if case["kind"] in PERIODS else text
    return f"---\ntitle: 数字与日期\ndate: {date}\n---\n\n{line}\n"


def _span(case: Case, row: dict[str, Any]) -> dict[str, Any] | None:
    """A row as the scorer wants it, placed in the case's text; None for what lies outside it."""
    is_period = case["kind"] in PERIODS
    words = row["period_text"] if is_period else row["text"]
    if not words or (is_period and row["text"] != "12家"):
        return None
    start = _find(case["text"], words)
    if start is None:
        return None
    return {
        "start": start[0],
        "end": start[1],
        "value": None if is_period or row["value_high"] is not None else row["value"],
        "low": row["value"] if row["value_high"] is not None else None,
        "high": row["value_high"],
        "unit": row["unit"],
        "start_date": _date(row["period_start"]) if is_period else None,
        "end_date": _date(row["period_end"]) if is_period else None,
    }


def _date(day: Any) -> str | None:
    return day and day.isoformat()


def _find(text: str, words: str) -> tuple[int, int] | None:
    """Where words stand in a text, white space aside."""
    at = [index for index, character in enumerate(text) if not character.isspace()]
    squeezed = "".join(text[index] for index in at)
    words = "".join(words.split())
    start = squeezed.find(words)
    return (at[start], at[start + len(words) - 1] + 1) if start >= 0 else None
