"""Whether equal names mean one thing or several."""

import polars as pl
import pytest

from tests.deriving import derived


def ids(name: str, **texts: str) -> list[str]:
    """The distinct entities called `name` in articles with these ids and texts."""
    articles = pl.DataFrame(
        {"article_id": [key.replace("_", "-") for key in texts], "text": list(texts.values())}
    ).with_columns(title=pl.lit(None, pl.String))
    found = derived("mentions", articles=articles, blocks=pl.DataFrame())
    named = found.filter(pl.col("name") == name)
    assert not named.is_empty()
    return named["entity_id"].unique().to_list()


AT_WEIHAI = "威海市教育局局长王建军介绍，学校多了。"
AT_JINING = "济宁市教育局局长王建军介绍，学校多了。"


def test_the_same_name_in_bodies_of_two_cities_means_two_persons() -> None:
    assert len(ids("王建军", a_1=AT_WEIHAI, b_1=AT_JINING)) == 2


def test_the_same_name_in_bodies_of_one_city_means_one_person() -> None:
    assert len(ids("王建军", a_1=AT_WEIHAI, b_1="威海市委书记王建军指出，要实干。")) == 1


def test_articles_of_one_document_tie_a_bare_name_to_its_bearer() -> None:
    assert len(ids("王建军", a_1=AT_WEIHAI, a_2="会上，王建军指出，要实干。")) == 1


@pytest.mark.parametrize("name", ["习近平", "特朗普"])
def test_public_figures_are_one_person_everywhere(name: str) -> None:
    texts = {"a_1": f"威海市市长{name}表示，很好。", "b_1": f"济宁市市长{name}表示，很好。"}
    assert len(ids(name, **texts)) == 1


def test_a_document_called_by_its_kind_is_known_in_its_article_only() -> None:
    assert len(ids("意见", a_1="印发《意见》。", b_1="按照《意见》办。")) == 2


def test_an_event_of_the_whole_city_is_an_event_of_that_city() -> None:
    texts = {
        "a_1": "威海市教育局通知，召开全市基层治理工作座谈会。",
        "b_1": "济宁市教育局通知，召开全市基层治理工作座谈会。",
    }
    assert len(ids("全市基层治理工作座谈会", **texts)) == 2
