"""What one types finds what one means, or a sentence says what to type instead."""

import duckdb
import pytest

from tests.pages.press import COUNTY, DIRECTOR, Printed, county_story, publish
from warehouse.errors import SettingsError
from warehouse.pages.lookup import ArticleTarget, EntityTarget, find

STORY = county_story()


@pytest.fixture(scope="module")
def connection(county_warehouse):
    with duckdb.connect(county_warehouse, read_only=True) as connection:
        yield connection


@pytest.mark.parametrize(
    ("wanted", "target"),
    [
        (STORY.article_id, ArticleTarget(STORY.article_id)),
        (
            f"{STORY.article_id}@{STORY.span('436个')['start_offset']}",
            ArticleTarget(STORY.article_id, STORY.span("436个")["start_offset"]),
        ),
        (STORY.head["title"], ArticleTarget(STORY.article_id)),
        ("把服务送到车间", ArticleTarget(STORY.article_id)),
        (DIRECTOR.entity_id, EntityTarget(DIRECTOR.entity_id)),
        ("方明礼", EntityTarget(DIRECTOR.entity_id)),
        ("青禾县", EntityTarget(COUNTY.entity_id)),  # a name wins over titles that contain it
    ],
)
def test_ids_titles_and_names_are_found(connection, wanted, target):
    assert find(connection, wanted) == target


def test_an_unknown_name_is_answered_with_what_to_try(connection):
    with pytest.raises(SettingsError, match="Nothing in the warehouse is called '无此人'"):
        find(connection, "无此人")


def test_several_matches_are_listed_with_their_ids(tmp_path):
    catalog = publish(tmp_path, [Printed("正文。", number=1), Printed("正文。", number=2)])
    with (
        duckdb.connect(catalog, read_only=True) as connection,
        pytest.raises(SettingsError, match=r"2 things are called '篇'.*\n.*0001-1.*\n.*0002-1"),
    ):
        find(connection, "篇")
