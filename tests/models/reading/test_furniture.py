"""Every furniture pattern accepts and refuses the examples that its lexicon entry gives."""

import re

import pytest

from models.language.lexicon import load
from models.reading.furniture import is_furniture, take_continuation, without_footnote_marks

ENTRIES = load("furniture")["line"]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["yes"][0])
def test_a_pattern_accepts_and_refuses_its_examples(entry: dict) -> None:
    pattern = re.compile(entry["pattern"])
    assert [text for text in entry["yes"] if not pattern.fullmatch(text)] == []
    assert [text for text in entry["no"] if is_furniture(text)] == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["yes"][0])
def test_a_line_of_furniture_is_found_by_the_words_it_holds(entry: dict) -> None:
    assert [text for text in entry["yes"] if not is_furniture(text)] == []


def test_no_example_is_given_twice() -> None:
    examples = [text for entry in ENTRIES for text in (*entry["yes"], *entry["no"])]
    assert len(examples) == len(set(examples))


@pytest.mark.parametrize(
    ("text", "rest", "page"),
    [
        ("培养政治上的“明白人”，（下转2版）", "培养政治上的“明白人”，", "2版"),
        ("（上接第一版）会议指出，", "会议指出，", None),
        ("版面设计获奖。", "版面设计获奖。", None),
    ],
)
def test_continuation_marks_go_and_the_page_is_kept(text: str, rest: str, page: str | None) -> None:
    assert take_continuation(text) == (rest, page)


def test_footnote_digits_in_brackets_go() -> None:
    assert without_footnote_marks("生产总值[2]320亿元［12］") == "生产总值320亿元"
    assert without_footnote_marks("印发〔2015〕21号文件") == "印发〔2015〕21号文件"
