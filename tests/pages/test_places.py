"""The places of a report stand inside the divisions that hold them, with honest totals."""

import re
from pathlib import Path

import duckdb
import pytest

from tests.pages.press import Printed, Thing, publish
from tests.pages.reader import Reader
from warehouse.pages.places import Place, read_places
from warehouse.pages.report import Limits, write_report
from warehouse.pages.wording import Language

CITY = Thing("place", "威海市", "371000")
COUNTY = Thing("place", "荣成市", "371082")
HARBOUR = Thing("place", "石岛新港", "371082")
TOWN = Thing("place", "张店区", "370303")
RIVER = Thing("place", "青弋河")


def story(number: int, *things: Thing, counted: Thing | None = None) -> Printed:
    """An article that names these places, and counts something in one of them."""
    text = f"{'、'.join(thing.name for thing in things)}新增泊位{number}个。"
    printed = Printed(text, number=number)
    for thing in things:
        printed.mention(thing.name, thing)
    if counted:
        printed.metric(f"{number}个", number, "个", place_id=counted.entity_id)
    return printed


@pytest.fixture(scope="module")
def catalog(tmp_path_factory) -> Path:
    stories = [
        story(1, CITY, COUNTY, counted=COUNTY),
        story(2, HARBOUR, counted=HARBOUR),
        story(3, COUNTY, TOWN, RIVER, counted=RIVER),
    ]
    return publish(tmp_path_factory.mktemp("places"), stories)


def read(catalog: Path, limit: int = 100) -> list[Place]:
    with duckdb.connect(catalog, read_only=True) as connection:
        return read_places(connection, limit)


def outline(places: list[Place]) -> dict:
    return {place.name: outline(place.inside) for place in places}


def test_a_place_stands_inside_every_division_that_holds_it(catalog):
    shandong = {"威海市": {"荣成市": {"石岛新港": {}}}, "淄博市": {"张店区": {}}}
    assert outline(read(catalog)) == {"山东省": shandong}


def test_an_article_counts_once_for_a_division_and_a_number_where_it_belongs(catalog):
    (province,) = read(catalog)
    city = province.inside[0]
    (county,) = city.inside
    counts = [(p.article_count, p.metric_count) for p in (province, city, county)]
    assert counts == [(3, 2), (3, 2), (3, 2)]
    (harbour,) = county.inside
    assert (harbour.article_count, harbour.metric_count) == (1, 1)
    town = province.inside[1].inside[0]
    assert (town.article_count, town.metric_count) == (1, 0)


def test_a_division_that_no_article_names_is_there_for_what_it_holds(catalog):
    (province,) = read(catalog)
    assert province.entity_id is None
    assert province.inside[0].entity_id == CITY.entity_id


def test_the_most_named_places_stay_when_there_are_too_many(catalog):
    assert outline(read(catalog, limit=1)) == {"山东省": {"威海市": {"荣成市": {}}}}
    assert read(catalog, limit=0) == []


@pytest.fixture(scope="module")
def site(catalog, tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("site") / "report"
    with duckdb.connect(catalog, read_only=True) as connection:
        facts = {"fingerprint": "f", "published_at": "2026-11-24T08:00:00+00:00"}
        write_report(connection, root, Language.ENGLISH, facts, Limits())
    return root


def test_the_tree_needs_no_script_and_leads_from_a_division_to_its_line(site):
    reader = Reader((site / "places.html").read_text("utf-8"))
    addresses = reader.attributes("href")
    assert {"places/370000.html", "places/370000.html#p371000"} <= set(addresses)
    assert "places/370000.html#p371082" not in addresses  # left to the page of the province
    province = (site / "places" / "370000.html").read_text("utf-8")
    assert {"p371000", "p371082"} <= set(Reader(province).attributes("id"))
    folds = re.findall(r"<details( open)?>", province)
    assert folds == [" open", "", " open"]  # both cities, and the county folded inside the first


def test_a_name_in_the_tree_leads_to_the_page_of_the_place(site):
    province = (site / "places" / "370000.html").read_text("utf-8")
    (address,) = re.findall(r'href="../(entities/\w+\.html)"><bdi>石岛新港', province)
    assert "石岛新港" in (site / address).read_text("utf-8")
    assert "<bdi>淄博市</bdi>" in province  # named by no article: there is no page to lead to
    assert not re.search(r'href="[^"]+"><bdi>淄博市', province)
