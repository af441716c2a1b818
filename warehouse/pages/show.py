"""The self-contained page of one thing: an article, an article at a metric, an entity."""

import duckdb

from warehouse.pages.article import read_articles
from warehouse.pages.entity import read_entities
from warehouse.pages.evidence import render_article, word_evidence
from warehouse.pages.links import Links
from warehouse.pages.lookup import ArticleTarget, find
from warehouse.pages.rendering import page_on_its_own, render
from warehouse.pages.wording import Language, Wording


def page_for(
    connection: duckdb.DuckDBPyConnection, wanted: str, language: Language
) -> tuple[str, str]:
    """A file name without its ending, and the page.

    Raises SettingsError if nothing, or more than one thing, is called `wanted`.
    """
    target = find(connection, wanted)
    wording = Wording(language)
    if isinstance(target, ArticleTarget):
        (article,) = read_articles(connection, [target.article_id])
        offset = target.metric_offset
        page = render_article(
            article,
            word_evidence(article, wording, Links()),
            wording,
            page_on_its_own("article.js"),
            Links(),
            selected=None if offset is None else f"m{offset}-{offset}",
        )
        return target.article_id, page
    (entity,) = read_entities(connection, [target.entity_id])
    return target.entity_id, render(
        "entity.html.j2", wording, page_on_its_own(), page=entity, links=Links()
    )
