"""roles: which posts articles give to persons, and to which bodies they belong."""

import polars as pl
import pytest

from models import roles
from tests.deriving import derived


def posts(*texts: str) -> list[tuple[str, str, str | None]]:
    """Person, title and name of the body of each row, from the texts of articles."""
    articles = pl.DataFrame(
        {"article_id": [f"d-{n}" for n in range(len(texts))], "title": None, "text": list(texts)},
        schema=dict.fromkeys(("article_id", "title", "text"), pl.String),
    )
    named = derived("mentions", articles=articles, blocks=pl.DataFrame())
    persons = dict(named.select("entity_id", "name").iter_rows())
    held = derived("roles", articles=articles, blocks=pl.DataFrame(), mentions=named)
    found = roles.Roles.validate(held, cast=True)
    return [
        (persons[row["person_id"]], row["title"], row["organization_name"])
        for row in found.iter_rows(named=True)
    ]


def test_articles_without_persons_state_no_posts() -> None:
    assert posts() == []
    assert posts("局长办公会召开。") == []


def test_a_party_committee_of_a_company_is_a_body_of_its_own() -> None:
    text = "青石纸业集团党委书记郭建明介绍，产量增长。"
    assert [(person, title) for person, title, _ in posts(text)] == [("郭建明", "书记")]


def test_a_post_that_is_stated_twice_gives_one_row() -> None:
    text = "总书记郭建明指出，要实干。郭建明总书记强调，要担当。"
    assert posts(text) == [("郭建明", "总书记", None)]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("大冶市市长郭建明介绍，产业向好。", "大冶市人民政府"),
        ("威海市委书记郭建明介绍，产业向好。", "中共威海市委员会"),
        ("威海市委副书记、市长郭建明介绍，产业向好。", "威海市人民政府"),
    ],
)
def test_the_body_of_a_post_is_written_out(text: str, body: str) -> None:
    assert body in [name for _, _, name in posts(text)]
