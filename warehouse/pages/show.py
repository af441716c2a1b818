"""The self-contained page of one thing: an article, an article at a metric, an entity."""

import duckdb

from warehouse.pages.article import read_articles
from warehouse.pages.entity import read_entity
from warehouse.pages.lookup import ArticleTarget, find
from warehouse.pages.rendering import render_embedded
from warehouse.pages.wording import Language


def page_for(
    connection: duckdb.DuckDBPyConnection, wanted: str, language: Language
) -> tuple[str, str]:
    """A file name without its ending, and the page.

    Raises SettingsError if nothing, or more than one thing, is called `wanted`.
    """
    target = find(connection, wanted)
    if isinstance(target, ArticleTarget):
        return target.article_id, _article(connection, target, language)
    page = read_entity(connection, target.entity_id)
    return target.entity_id, render_embedded("entity.html.j2", language, page=page)


def _article(
    connection: duckdb.DuckDBPyConnection, target: ArticleTarget, language: Language
) -> str:
    (page,) = read_articles(connection, [target.article_id])
    offset = target.metric_offset
    selected = None if offset is None else f"m{offset}-{offset}"
    return render_embedded("article.html.j2", language, page=page, selected=selected)
