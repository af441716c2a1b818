"""`fangzhi report`: the whole warehouse as a site, bounded, linked, made again only if needed."""

import json
import re
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from tests.pages.press import DIRECTOR, county_story, publish, yearly_story
from tests.pages.reader import Reader
from warehouse.commands.report import report
from warehouse.pages.report import Limits, write_report
from warehouse.pages.sections import SECTIONS
from warehouse.pages.wording import Language

LOST = {
    "document_id": "f" * 16,
    "path": "county/lost.bin",
    "collection": "county",
    "byte_count": 7,
    "article_count": 0,
    "status": "quarantined",
    "error": "The file holds no text",
}


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory) -> Path:
    stories = [county_story(), *(yearly_story(2015 + n, 10 + n) for n in range(4))]
    return publish(tmp_path_factory.mktemp("report"), stories, [LOST])


def write(catalog: Path, root: Path, **limits: int):
    with duckdb.connect(catalog, read_only=True) as connection:
        facts = {"fingerprint": str(limits), "published_at": "2026-11-24T08:00:00+00:00"}
        return write_report(connection, root, Language.CHINESE, facts, Limits(**limits))


@pytest.fixture(scope="module")
def site(warehouse, tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("site") / "report"
    write(warehouse, root)
    return root


def rows_of(site: Path, section: str) -> list[list]:
    text = (site / "data" / f"{section}.js").read_text("utf-8")
    return json.loads(text.removeprefix(f'fangzhi.rows("{section}",').removesuffix(");\n"))


def search_entries(site: Path) -> list[list]:
    text = (site / "data" / "search.js").read_text("utf-8")
    return json.loads(text.removeprefix("fangzhiSearch(").removesuffix(");\n"))


def test_every_section_has_a_page_and_its_rows(site):
    for section in SECTIONS:
        assert (site / f"{section.name}.html").exists()
        assert rows_of(site, section.name), section.name


def test_every_link_of_every_page_leads_to_a_file_of_the_site(site):
    for page in site.rglob("*.html"):
        reader = Reader(page.read_text("utf-8"))
        for address in reader.attributes("href") + reader.attributes("src"):
            path, _, anchor = address.partition("#")
            target = (page.parent / path.partition("?")[0]).resolve() if path else page
            if address.startswith("https://"):
                continue
            assert target.exists(), (page.name, address)
            if anchor:
                ids = Reader(target.read_text("utf-8")).attributes("id")
                assert anchor in ids, (page.name, address)


def test_every_address_in_the_tables_leads_to_a_file_of_the_site(site):
    for section in SECTIONS:
        for row in rows_of(site, section.name):
            for cell in row:
                if isinstance(cell, list) and len(cell) == 3:
                    path, _, anchor = cell[2].partition("#")
                    assert not anchor or f'id="{anchor}"' in (site / path).read_text("utf-8")


def test_the_points_of_an_indicator_lead_to_its_statements(site):
    (page,) = [
        text
        for file in (site / "indicators").iterdir()
        if "粮食产量" in (text := file.read_text("utf-8"))
    ]
    reader = Reader(page)
    (chart,) = [json.loads(text) for text in reader.attributes("data-chart")]
    assert chart["kind"] == "line"
    assert {point["series"] for point in chart["points"]} == {"青禾县", "临江市"}
    assert len(chart["points"]) == 8
    assert {point["address"][1:] for point in chart["points"]} <= set(reader.attributes("id"))


def test_tables_say_what_the_warehouse_says(site):
    (lost,) = rows_of(site, "quarantine")
    assert lost[0] == "county/lost.bin"
    assert lost[-1] == "The file holds no text"
    people = rows_of(site, "people")
    assert {row[1] for row in people} == {"党组书记", "局长"}
    assert people[0][0][0] == DIRECTOR.name
    targets = rows_of(site, "targets")
    assert ["突破300亿元" in row[-1][0] for row in targets] == [True, True]


def test_the_search_knows_titles_and_names(site):
    entries = search_entries(site)
    assert ["article", "2016年收成"] in [entry[:2] for entry in entries]
    assert ["person", DIRECTOR.name] in [entry[:2] for entry in entries]


def test_what_has_no_page_is_found_with_its_id(warehouse, tmp_path):
    write(warehouse, tmp_path / "site", articles=0, entities=0)
    entries = search_entries(tmp_path / "site")
    assert ["person", DIRECTOR.name, None, DIRECTOR.entity_id] in entries
    story = county_story()
    assert ["article", story.head["title"], None, story.article_id] in entries


def test_limits_bound_the_site_and_are_stated(warehouse, tmp_path):
    write(warehouse, tmp_path / "small", articles=2, entities=1, indicators=1, table_rows=3)
    small = tmp_path / "small"
    for folder, expected in {"articles": 2, "entities": 1, "indicators": 1}.items():
        assert len(list((small / folder).iterdir())) == expected
    assert len(rows_of(small, "articles")) == 3
    assert "共 5 行，此处列出 3 行" in (small / "articles.html").read_text("utf-8")
    test_every_link_of_every_page_leads_to_a_file_of_the_site(small)


def test_the_pages_of_articles_together_stay_below_their_limit(warehouse, tmp_path):
    write(warehouse, tmp_path / "site", article_megabytes=0)
    assert not (tmp_path / "site" / "articles").exists()


def test_a_second_run_writes_nothing_and_a_new_article_only_what_it_touches(tmp_path):
    stories = [yearly_story(2015 + n, 10 + n) for n in range(3)]
    first = publish(tmp_path / "first", stories)
    root = tmp_path / "site"
    assert write(first, root).written > 0
    assert write(first, root).written == 0
    second = publish(tmp_path / "second", [*stories, yearly_story(2018, 13)])
    before = (root / "articles" / f"{stories[0].article_id}.html").stat().st_mtime_ns
    tally = write(second, root, table_rows=9_999)
    assert 0 < tally.written < tally.file_count
    assert (root / "articles" / f"{stories[0].article_id}.html").stat().st_mtime_ns == before


def test_a_site_brought_up_to_date_is_the_site_written_anew(tmp_path):
    stories = [county_story(), *(yearly_story(2015 + n, 10 + n) for n in range(3))]
    site, anew = tmp_path / "site", tmp_path / "anew"
    limits = {"articles": 3, "entities": 4}
    write(publish(tmp_path / "first", stories), site, **limits)
    second = publish(tmp_path / "second", [*stories[:3], yearly_story(2018, 13)])
    for root in (site, anew):
        write(second, root, table_rows=9_999, **limits)
    assert contents(site) == contents(anew)


def contents(site: Path) -> dict[str, bytes]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {str(path.relative_to(site)): path.read_bytes() for path in files}


def test_another_snapshot_with_the_same_rows_writes_nothing(warehouse, tmp_path):
    root = tmp_path / "site"
    for fingerprint in ("first", "second"):
        with duckdb.connect(warehouse, read_only=True) as connection:
            facts = {"fingerprint": fingerprint, "published_at": "2026-11-24T08:00:00+00:00"}
            tally = write_report(connection, root, Language.CHINESE, facts)
    assert tally.written == 0


def test_the_command_says_where_the_site_is_and_how_large(warehouse, tmp_path):
    out = tmp_path / "site"
    result = CliRunner().invoke(
        report, ["--warehouse", str(warehouse.parent), "--out", str(out), "--lang", "en"]
    )
    assert result.exit_code == 0, result.output
    assert re.search(r"index\.html: \d+ files, [\d.]+ MB; \d+ written, 0 removed", result.output)
    assert "The warehouse at a glance" in (out / "index.html").read_text("utf-8")
