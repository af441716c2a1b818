"""Resolving what an article calls a body, also one that it only implies."""

import polars as pl
import pytest

from models.language.cutting import cut
from models.language.names.bodies import Bodies


@pytest.fixture
def weihai() -> Bodies:
    article = {"article_id": ["d-1"], "title": ["威海召开会议"], "text": ["威海市部署工作。"]}
    articles = pl.DataFrame(article)
    return Bodies(articles, cut(articles.select("text")))


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("市委组织部", "中共威海市委组织部"),
        ("威海市工信局", "威海市工业和信息化局"),
        ("海澄集团", "海澄集团"),
        ("有关部门", None),
        ("县委", None),
    ],
)
def test_forms_are_resolved_where_the_article_makes_them_certain(
    weihai: Bodies, form: str, name: str | None
) -> None:
    body = weihai.resolve("d-1", form, 5)
    assert (body and body.name) == name


def test_a_mayor_implies_the_government_of_the_city(weihai: Bodies) -> None:
    implied = [weihai.government("d-1", place, 5) for place in ("大冶市", "市", "县")]
    assert [body and body.name for body in implied] == ["大冶市人民政府", "威海市人民政府", None]


def test_equal_bodies_have_equal_identities(weihai: Bodies) -> None:
    one = weihai.resolve("d-1", "市工信局", 5)
    other = weihai.resolve("d-1", "威海市工业和信息化局", 5)
    assert one == other
