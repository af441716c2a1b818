"""Articles beside their annotation: found or not, what the body holds, what the head says."""

from tests.quality.annotations import Row, fold, in_words, readings, squeeze
from tests.quality.built import Built
from tests.quality.figures import Figures

TEXTS = ("title", "kicker", "subtitle", "series", "outlet")
FACTS = ("genre", "published_on", "dateline_on", "as_of", "as_of_precision")


def pair_articles(gold: Row, built: Built) -> dict[str, Row]:
    """Each annotated article's key with the built article that holds most of its marks."""
    pairs, free = {}, list(built.articles)
    for article in gold["articles"]:
        marks = _marks(article)
        held = [sum(mark in candidate["body"] for mark in marks) for candidate in free]
        if any(held):
            pairs[article["key"]] = free.pop(held.index(max(held)))
    return pairs


def score_articles(gold: Row, built: Built, pairs: dict[str, Row], figures: Figures) -> None:
    """Count articles, and for those that were found their bodies, heads and credits."""
    for article in gold["articles"]:
        match = pairs.get(article["key"])
        named = f"{gold['doc']}: {article['title'] or article['body_starts']}"
        figures.found("articles.found", match is not None, named)
        if match is not None:
            _score_body(article, match, figures)
            _score_head(article, match, figures)
            _score_bylines(article, built.bylines(match["article_id"]), figures)
    paired = [match["article_id"] for match in pairs.values()]
    for extra in built.articles:
        if extra["article_id"] not in paired:
            figures.invented("articles.found", f"{gold['doc']}: {extra['title']}")


def _marks(article: Row) -> list[str]:
    marks = [article["body_starts"], article["body_ends"], *article.get("must_contain", [])]
    return [squeeze(mark) for mark in marks if mark]


def _score_body(article: Row, match: Row, figures: Figures) -> None:
    for mark in _marks(article):
        figures.answered("articles.body_complete", mark in match["body"], mark)
    for mark in article.get("must_not_contain", []):
        clean = squeeze(mark) not in match["body"]
        figures.answered("articles.body_clean", clean, f"a body without {mark}")


def _score_head(article: Row, match: Row, figures: Figures) -> None:
    for column in TEXTS:
        if column != "title" and not article.get(column) and not match[column]:
            continue  # nothing to find and nothing claimed
        right = fold(match[column]) in {fold(text) for text in readings(article, column)}
        difference = f"{article.get(column)!r}, got {match[column]!r}"
        figures.answered(f"articles.{column}", right, difference)
    for column in FACTS:
        got = in_words(match[column])
        right = got in map(in_words, readings(article, column))
        figures.answered(f"articles.{column}", right, f"{article.get(column)!r}, got {got!r}")


def _score_bylines(article: Row, credited: set[tuple[str, str | None]], figures: Figures) -> None:
    wanted = {(squeeze(line["name"]), line["role"]) for line in article.get("bylines", [])}
    for line in sorted(wanted, key=str):
        figures.found("bylines", line in credited, str(line))
    for line in sorted(credited - wanted, key=str):
        figures.invented("bylines", str(line))
