"""Over whole warehouses: every highlight of every page has exactly the words of its row."""

from pathlib import Path

import duckdb
import pytest

from tests.conftest import rows
from tests.pages.reader import Reader
from warehouse.pages.article import read_articles
from warehouse.pages.evidence import render_article, word_evidence
from warehouse.pages.links import Links
from warehouse.pages.rendering import page_on_its_own
from warehouse.pages.wording import Language, Wording

ROWS_WITH_SPANS = """
    SELECT article_id, start_offset, end_offset, text FROM metrics
    UNION SELECT article_id, start_offset, end_offset, text FROM mentions
    UNION SELECT article_id, start_offset, end_offset, text FROM roles
"""


@pytest.mark.parametrize("warehouse", ["sample_catalog", "shared_catalog"])
def test_every_row_with_a_span_is_highlighted_with_its_words(
    warehouse: str, request: pytest.FixtureRequest
) -> None:
    catalog: Path = request.getfixturevalue(warehouse)
    expected = {
        (a, f"{start}-{end}", text) for a, start, end, text in rows(catalog, ROWS_WITH_SPANS)
    }
    assert highlighted(catalog) == expected


def highlighted(catalog: Path) -> set[tuple[str, str, str]]:
    """Article, span and words of every highlight of every article's page."""
    wording, frame = Wording(Language.CHINESE), page_on_its_own("article.js")
    with duckdb.connect(catalog, read_only=True) as connection:
        ids = [found[0] for found in connection.sql("SELECT article_id FROM articles").fetchall()]
        return {
            (page.article_id, span, words)
            for page in read_articles(connection, ids)
            for (_, span), words in Reader(
                render_article(page, word_evidence(page, wording, Links()), wording, frame, Links())
            ).highlighted.items()
        }
