"""An outlet has a page: its articles by time, and what it names most."""

from pathlib import Path

import duckdb
import pytest

from tests.pages.press import CITY, COUNTY, county_story, publish, yearly_story
from tests.pages.reader import Reader
from warehouse.pages.links import outlet_address
from warehouse.pages.outlets import Limits as OutletLimits
from warehouse.pages.outlets import read_outlets
from warehouse.pages.report import Limits, write_report
from warehouse.pages.wording import Language

PAPER = "临江日报"


@pytest.fixture(scope="module")
def catalog(tmp_path_factory) -> Path:
    harvests = [yearly_story(2015 + n, 10 + n) for n in range(3)]
    elsewhere = yearly_story(2020, 20)
    elsewhere.head["outlet"] = "海晏晚报"
    unsigned = yearly_story(2021, 21)
    unsigned.head["outlet"] = None
    return publish(
        tmp_path_factory.mktemp("outlets"), [county_story(), *harvests, elsewhere, unsigned]
    )


def read(catalog: Path, limit: int = 10, **limits: int):
    with duckdb.connect(catalog, read_only=True) as connection:
        return list(read_outlets(connection, limit, OutletLimits(**limits)))


def write(catalog: Path, root: Path, **limits: int) -> Path:
    with duckdb.connect(catalog, read_only=True) as connection:
        facts = {"fingerprint": str(limits), "published_at": "2026-11-24T08:00:00+00:00"}
        write_report(connection, root, Language.CHINESE, facts, Limits(**limits))
    return root


def test_outlets_come_by_their_articles_and_articles_without_one_have_no_page(catalog):
    assert [page.name for page in read(catalog)] == [PAPER, "海晏晚报"]
    assert [page.name for page in read(catalog, limit=1)] == [PAPER]


def test_articles_come_newest_first_and_years_in_order(catalog):
    paper = read(catalog)[0]
    days = [row["as_of"].year for row in paper.articles]
    assert days == [2021, 2017, 2016, 2015]
    assert [(row["day"].year, row["article_count"]) for row in paper.years] == [
        (2015, 1),
        (2016, 1),
        (2017, 1),
        (2021, 1),
    ]


def test_what_it_names_most_is_counted_in_its_own_articles(catalog):
    paper = read(catalog)[0]
    places = [(row["name"], row["article_count"]) for row in paper.names["place"]]
    assert sorted(places) == sorted([(COUNTY.name, 4), (CITY.name, 4)])
    assert [row["name"] for row in paper.names["person"]] == ["方明礼"]
    assert (paper.indicators[0]["indicator"], paper.indicators[0]["article_count"]) == (
        "粮食产量",
        3,
    )


def test_the_newest_articles_and_most_frequent_names_stay_within_the_limits(catalog):
    paper = read(catalog, articles=2, names=1)[0]
    assert [row["as_of"].year for row in paper.articles] == [2021, 2017]
    assert [len(rows) for rows in paper.names.values()] == [1, 1, 1, 1]
    assert len(paper.indicators) == 1
    assert paper.outlet["article_count"] == 4


def test_the_table_of_outlets_leads_to_as_many_pages_as_the_limit_allows(catalog, tmp_path):
    root = write(catalog, tmp_path / "site", outlets=1)
    assert [file.name for file in (root / "outlets").iterdir()] == [
        outlet_address(PAPER).removeprefix("outlets/")
    ]
    table = (root / "data" / "outlets.js").read_text("utf-8")
    assert outlet_address(PAPER) in table
    assert outlet_address("海晏晚报") not in table
    assert "1 家媒体" in (root / "index.html").read_text("utf-8")


def test_the_page_leads_to_articles_names_and_indicators(catalog, tmp_path):
    root = write(catalog, tmp_path / "site")
    reader = Reader((root / outlet_address(PAPER)).read_text("utf-8"))
    folders = {address.split("/")[1] for address in reader.attributes("href") if "/" in address}
    assert {"articles", "entities", "indicators"} <= folders
