"""`fangzhi show`: a page that is whole in one file, and in which every text is only text."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.pages.press import DIRECTOR, Printed, Thing, county_story, publish
from tests.pages.reader import Reader
from warehouse import pages
from warehouse.commands.show import show

STORY = county_story()
HOSTILE = '<script>alert(1)</script>"]]><img src=x onerror=alert(2)>'


def page_of(catalog: Path, *arguments: str) -> str:
    result = CliRunner().invoke(
        show, [*arguments, "--out", "-", "--warehouse", str(catalog.parent)]
    )
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture(scope="module")
def article_page(county_warehouse) -> str:
    return page_of(county_warehouse, STORY.article_id)


def test_every_row_is_highlighted_with_exactly_its_words(article_page):
    highlighted = Reader(article_page).highlighted
    expected = {
        (f"{row['start_offset']}-{row['end_offset']}", row["text"])
        for table in ("metrics", "mentions", "roles")
        for row in STORY.rows[table]
    }
    assert {(span, text) for (_, span), text in highlighted.items()} == expected


def test_a_span_that_crosses_another_keeps_its_words_and_one_place_to_go_to(tmp_path):
    story = Printed("原是青禾县村支书的他。")
    story.mention("青禾县村", Thing("place", "青禾县村"))
    story.role("村支书", DIRECTOR, "村支书")
    story.mention("他", DIRECTOR)
    reader = Reader(page_of(publish(tmp_path, [story]), story.article_id))
    words = {span: text for (_, span), text in reader.highlighted.items()}
    assert words == {"2-6": "青禾县村", "5-8": "村支书", "9-10": "他"}
    assert len([values for tag, values in reader.tags if tag == "mark" and "id" in values]) == 3


def test_the_page_says_what_was_read_and_where_it_is_from(article_page):
    for words in (
        "111.38亿元",
        "规上工业营业收入增速",
        "同比",
        "county/1.txt",
        "林一舟",
        "部长有约",
    ):
        assert words in article_page


def test_every_link_inside_the_page_has_its_end(article_page):
    reader = Reader(article_page)
    ids = set(reader.attributes("id"))
    ends = {href[1:] for href in reader.attributes("href") if href.startswith("#")}
    assert ends <= ids
    assert len(ids) == len(reader.attributes("id"))


def test_the_policy_allows_just_the_embedded_style_and_script(article_page):
    policy = next(v for v in Reader(article_page).attributes("content") if "default-src" in v)
    for element in ("style", "script"):
        allowed = set(
            re.findall(r"sha256-([^']+)", policy.split(f"{element}-src")[1].split(";")[0])
        )
        contents = re.findall(rf"<{element}>(.*?)</{element}>", article_page, re.DOTALL)
        hashes = {
            base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
            for content in contents
        }
        assert hashes == allowed
    assert "unsafe" not in policy


def test_nothing_is_loaded_and_nothing_acts_from_an_attribute(article_page):
    reader = Reader(article_page)
    assert reader.attributes("src") == reader.attributes("style") == []
    assert not [name for _, values in reader.tags for name in values if name.startswith("on")]
    assert "link" not in {tag for tag, _ in reader.tags}


def test_hostile_text_stays_text(tmp_path):
    story = Printed(
        f"{HOSTILE}新增12个。\u202e倒写",
        head={"title": HOSTILE, "url": "javascript:alert(3)", "outlet": HOSTILE},
        document={"path": f"{HOSTILE}.txt"},
    )
    story.metric("12个", 12, "个", indicator=HOSTILE, period_text=HOSTILE)
    person = Thing("person", HOSTILE)
    story.mention(HOSTILE, person)
    catalog = publish(tmp_path, [story])
    for wanted in (story.article_id, person.entity_id):
        page = page_of(catalog, wanted)
        reader = Reader(page)
        assert HOSTILE not in page
        assert "img" not in {tag for tag, _ in reader.tags}
        assert not [href for href in reader.attributes("href") if ":" in href]


def test_an_entity_page_lists_posts_numbers_neighbours_and_sentences(county_warehouse):
    person = page_of(county_warehouse, DIRECTOR.name)
    for words in ("党组书记", "青禾县工业和信息化局", "海晏重工集团", "表示，力争到2025年"):
        assert words in person
    county = Reader(page_of(county_warehouse, "青禾县"))
    assert "436个" in "".join(county.highlighted.values())


def test_the_interface_speaks_english_on_request(county_warehouse):
    page = page_of(county_warehouse, STORY.article_id, "--lang", "en")
    assert "Raw file" in page
    assert "year on year" in page
    assert "原始文件" not in page


def test_no_template_and_no_module_marks_a_string_as_safe():
    folder = Path(pages.__file__).parent
    sources = [*folder.rglob("*.py"), *folder.rglob("*.j2")]
    marked = re.compile(r"\|\s*safe\b|Markup\(|autoescape\s+false|autoescape=False")
    assert [file.name for file in sources if marked.search(file.read_text("utf-8"))] == []


def test_a_page_without_a_place_to_write_to_lands_in_a_file_of_its_own(county_warehouse):
    result = CliRunner().invoke(
        show, [STORY.article_id, "--warehouse", str(county_warehouse.parent)]
    )
    assert Path(result.output.strip()).read_text("utf-8").startswith("<!doctype html>")
