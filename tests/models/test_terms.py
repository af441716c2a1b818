"""cuts and terms: texts as words, and how often each article holds them."""

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from models import cuts, terms


def articles(*titled: tuple[str | None, str]) -> pl.DataFrame:
    """Articles with these titles and texts."""
    rows = [(f"d-{n}", title, text) for n, (title, text) in enumerate(titled, 1)]
    return pl.DataFrame(
        rows, schema=dict.fromkeys(("article_id", "title", "text"), pl.String), orient="row"
    )


def counts(*titled: tuple[str | None, str]) -> list[tuple[str, str, int]]:
    """The rows of terms for such articles."""
    return terms.derive(cuts.derive(articles(*titled))).rows()


@given(st.lists(st.text("渔港扩建5G a，。\n“”", max_size=30), max_size=4))
def test_the_words_of_a_text_joined_are_the_text(texts: list[str]) -> None:
    found = cuts.Cuts.validate(cuts.derive(articles(*((None, text) for text in texts))))
    assert ["".join(words) for words in found["text"].to_list()] == texts
    assert all(word for words in found["text"].to_list() for word in words)


def test_words_of_title_and_text_are_counted_together() -> None:
    assert counts(("渔港扩建", "渔港要扩建。\n渔港开工")) == [
        ("d-1", "开工", 1),
        ("d-1", "扩建", 2),
        ("d-1", "渔港", 3),
        ("d-1", "要", 1),
    ]


def test_articles_keep_their_words_apart_and_in_order() -> None:
    assert counts((None, "渔港"), ("，", "。"), (None, "开工渔港")) == [
        ("d-1", "渔港", 1),
        ("d-3", "开工", 1),
        ("d-3", "渔港", 1),
    ]


def test_no_articles_have_no_terms() -> None:
    assert counts() == []
