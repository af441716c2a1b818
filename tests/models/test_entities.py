"""Gathering what all articles say about each entity."""

from datetime import date

import polars as pl

from models import entities, entity_names


def mention(article: str, entity: str, text: str, name: str) -> dict[str, object]:
    return {
        "article_id": article, "entity_id": entity, "type": "place", "text": text, "name": name,
        "place_code": "530581104",
    }  # fmt: skip


MENTIONS = pl.LazyFrame(
    [
        mention("a-1", "e1", "猴桥镇", "猴桥镇"),
        mention("a-2", "e1", "腾冲市猴桥镇", "腾冲市猴桥镇"),
        mention("a-2", "e1", "猴桥镇", "腾冲市猴桥镇"),
    ]
)
ARTICLES = pl.LazyFrame(
    {"article_id": ["a-1", "a-2"], "as_of": [date(2021, 3, 1), date(2020, 5, 2)]}
)
ROLES = pl.LazyFrame(
    [("a-1", "o1", "猴桥镇人民政府", "530581104"), ("a-2", None, None, None)],
    schema={
        "article_id": pl.String,
        "organization_id": pl.String,
        "organization_name": pl.String,
        "organization_place_code": pl.String,
    },
    orient="row",
)


def test_an_entity_has_its_fullest_name_and_its_span_of_time() -> None:
    (row,) = entities.derive(ARTICLES, MENTIONS, ROLES).filter(entity_id="e1").rows(named=True)
    assert row["name"] == "腾冲市猴桥镇"
    assert (row["mention_count"], row["article_count"]) == (3, 2)
    assert (row["first_seen_on"], row["last_seen_on"]) == (date(2020, 5, 2), date(2021, 3, 1))


def test_a_body_that_only_a_post_implies_is_an_entity_without_mentions() -> None:
    (row,) = entities.derive(ARTICLES, MENTIONS, ROLES).filter(entity_id="o1").rows(named=True)
    assert (row["name"], row["mention_count"], row["type"]) == ("猴桥镇人民政府", 0, "organization")


def test_forms_are_counted_as_written() -> None:
    found = entity_names.derive(MENTIONS).select("name", "mention_count").rows()
    assert found == [("猴桥镇", 2), ("腾冲市猴桥镇", 1)]
