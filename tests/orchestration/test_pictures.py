"""The operator's page of a snapshot tells how complete it is and which years it covers."""

import dagster as dg

from orchestration.metadata import Metadata
from orchestration.pictures import warehouse_pictures
from tests.pages.press import county_story, publish, yearly_story


def shares_of(pictures: Metadata) -> dict[object, object]:
    """What → share, of the coverage table."""
    table = pictures["coverage"]
    assert isinstance(table, dg.TableMetadataValue)
    return {record.data["what"]: record.data["share"] for record in table.records}


def test_a_snapshot_shows_its_coverage_and_its_years(tmp_path):
    stories = [county_story(), yearly_story(2015, 10), yearly_story(2016, 11)]
    pictures = warehouse_pictures(publish(tmp_path, stories))
    shares = shares_of(pictures)
    assert shares["documents that could be read"] == "100.0%"
    assert shares["numbers with a period"] == "85.7%"
    years = str(pictures["articles by year"].value)
    assert [line.split(" | ")[0] for line in years.splitlines()[2:]] == [
        "| 2015",
        "| 2016",
        "| 2021",
    ]


def test_an_empty_warehouse_has_pictures_too(tmp_path):
    pictures = warehouse_pictures(publish(tmp_path, []))
    assert set(shares_of(pictures).values()) == {"–"}
