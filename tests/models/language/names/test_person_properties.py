"""What holds for persons whatever the text: lists of names, titles and words between them."""

from itertools import pairwise

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from models.language.names.persons import find_persons
from models.language.names.words import Words

NAMES = ("郭建明", "丁一鸣", "贺志远", "蒋明亮", "曹德润", "许文清", "欧阳春华", "钱永泰")
PIECES = (
    *NAMES,
    "村民",
    "局长",
    "副市长",
    "、",
    "，",
    "。",
    "\n",
    "和",
    "说",
    "介绍",
    "廉政建设",
    "国际化",
    "·",
    "的",
)

people = st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True)


def persons(text: str) -> pl.DataFrame:
    articles = pl.DataFrame({"article_id": ["a-1"], "text": [text]})
    return find_persons(articles, Words(articles)).sort("start_offset")


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_a_person_is_a_span_of_the_text_and_overlaps_no_other(text: str) -> None:
    found = persons(text).rows(named=True)
    for person in found:
        assert 0 <= person["start_offset"] < person["end_offset"] <= len(text)
        assert text[person["start_offset"] : person["end_offset"]] == person["text"]
    for one, other in pairwise(found):
        assert one["end_offset"] <= other["start_offset"]


@settings(max_examples=60)
@given(people, st.sampled_from(("、", "，", "\n")))
def test_names_in_a_list_are_never_glued(names: list[str], mark: str) -> None:
    found = persons(f"副市长{mark.join(names)}出席会议。")["text"].to_list()
    assert set(found) <= set(names)


@settings(max_examples=60)
@given(people)
def test_every_name_that_a_title_announces_is_found(names: list[str]) -> None:
    text = "。".join(f"教育局局长{name}介绍情况" for name in names)
    assert persons(text)["text"].to_list() == names


@settings(max_examples=40)
@given(people, st.sampled_from(("他们在地里劳动。", "廉政建设推进国际化。", "")))
def test_a_text_behind_it_does_not_change_who_is_named(names: list[str], tail: str) -> None:
    text = f"市领导{'、'.join(names)}出席会议。"
    assert persons(text + tail)["text"].to_list() == persons(text)["text"].to_list()
