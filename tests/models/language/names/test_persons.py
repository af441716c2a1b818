"""Which names of persons are found in running text."""

import polars as pl
import pytest

from models.language.lexicon import load
from models.language.names.persons import find_persons
from models.language.names.words import Words


def persons(*texts: str) -> list[str]:
    """Canonical names found in articles with these texts, in order of the text."""
    articles = pl.DataFrame(
        {"article_id": [str(n) for n in range(len(texts))], "text": list(texts)},
        schema={"article_id": pl.String, "text": pl.String},
    )
    found = find_persons(articles, Words(articles))
    return found.sort("article_id", "start_offset")["name"].to_list()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市住建局党组书记、局长郭建明介绍，项目进展顺利。", ["郭建明"]),
        ("村民孟凡柱说：“收成好。”", ["孟凡柱"]),
        ("副市长许文清、秘书长曹德润、教育局局长丁一鸣参加活动。", ["许文清", "曹德润", "丁一鸣"]),
        ("市领导贺志远、蒋明亮和魏昭出席。", ["贺志远", "蒋明亮", "魏昭"]),
        ("县领导蒋明亮、常立民、丁一鸣出席。", ["蒋明亮", "常立民", "丁一鸣"]),
        ("欧阳春华老师来到课堂。", ["欧阳春华"]),
        ("县委书记 钱永泰", ["钱永泰"]),
        ("“路修好了。”贺志远同志表示。", ["贺志远"]),
    ],
    ids=[
        "title",
        "occupation",
        "title each",
        "list",
        "list of leaders",
        "compound surname",
        "space",
        "quote",
    ],
)
def test_names_beside_titles_and_verbs_are_found(text: str, names: list[str]) -> None:
    assert persons(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("巴西总统若昂·达席尔瓦抵达北京。", ["若昂·达席尔瓦"]),
        ("匈牙利总理科瓦奇表示赞赏。", ["科瓦奇"]),
        ("热依罕·买买提江家里", ["热依罕·买买提江"]),
        ("医生次仁卓玛介绍", ["次仁卓玛"]),
        ("日本前首相山田健一说", ["山田健一"]),
    ],
    ids=["dotted", "after an office", "Uyghur", "Tibetan", "Japanese"],
)
def test_names_written_for_their_sound_are_found(text: str, names: list[str]) -> None:
    assert persons(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "局党组高度重视廉政建设，推进国际化。",
        "刘部长和陈女士来了。",
        "记者了解到，成功举办高峰论坛。",
        "深入学习毛泽东思想和邓小平理论。",
        "牢记殷殷嘱托，加强智慧监管。",
        "国务院向波兰提供援助。",
    ],
)
def test_words_and_forms_of_address_are_no_names(text: str) -> None:
    assert persons(text) == []


def test_the_names_behind_the_labels_of_a_list_of_leaders_are_found() -> None:
    text = "滨海市教育局\n局长：贺志远\n副局长：石明山、丁一鸣\n地址：王府街"
    assert persons(text) == ["贺志远", "石明山", "丁一鸣"]


def test_the_name_that_opens_a_life_is_found() -> None:
    assert persons("贺志远，男，汉族，一九六五年生。") == ["贺志远"]


def test_a_name_read_safely_once_is_found_again_in_its_article() -> None:
    text = "组长李胜文到村里。乡亲们都认得李胜文这个人。"
    assert persons(text) == ["李胜文", "李胜文"]


def test_a_name_read_in_one_article_says_nothing_about_another() -> None:
    assert persons("村民高远明说，好。", "他志存高远明志，山河壮丽。") == ["高远明"]


def test_the_last_part_of_a_foreign_name_stands_for_the_whole() -> None:
    text = "球星丹尼尔·罗德森抵达。罗德森在机场说，你们好。"
    assert persons(text) == ["丹尼尔·罗德森", "丹尼尔·罗德森"]


def test_no_articles_name_nobody() -> None:
    assert persons() == []


@pytest.mark.parametrize("side", ["before", "after"])
def test_every_cue_accepts_and_refuses_its_examples(side: str) -> None:
    for entry in load("persons")[side]:
        for text in entry["yes"]:
            assert persons(text), (entry["id"], text)
        for text in entry["no"]:
            assert not persons(text), (entry["id"], text)


def test_no_cue_is_listed_twice_on_one_side() -> None:
    for side in ("before", "after"):
        words = [word for entry in load("persons")[side] for word in entry["words"]]
        assert sorted(words) == sorted(set(words))


def test_short_names_in_a_list_of_leaders_are_read_like_the_others() -> None:
    text = "郭建明党组书记、局长\n主持工作。\n丁一鸣党组成员、副局长\n石川副局长"
    assert persons(text) == ["郭建明", "丁一鸣", "石川"]


def test_a_rare_name_between_the_names_of_a_list_is_one_of_them() -> None:
    text = "县领导何运平、曹和家、明进华、张焕明等出席。"
    assert persons(text) == ["何运平", "曹和家", "明进华", "张焕明"]
