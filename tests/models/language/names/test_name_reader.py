"""How much the characters of a name are worth by themselves."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.language.lexicon import load
from models.language.names.cues import find_cues
from models.language.names.name_reader import ACCEPTED, NameReader, name_worth
from models.language.names.persons import find_persons
from models.language.names.segmentation import segmented
from models.language.names.words import Words


@pytest.mark.parametrize("kind", ["surname", "given"])
def test_no_character_has_two_weights(kind: str) -> None:
    characters = "".join(
        line for band in load("name_characters")[kind] for line in band["characters"]
    )
    assert len(characters) == len(set(characters))


@pytest.mark.parametrize(
    ("name", "word"),
    [("郭建明", "高质量"), ("孟晓燕", "马上就"), ("欧阳春华", "方面工作"), ("王芳", "于是")],
)
def test_names_are_worth_more_than_words(name: str, word: str) -> None:
    assert name_worth(name) > name_worth(word)


@pytest.mark.parametrize("form", ["刘部长", "陈女士", "王书记", "祝贺", "智慧"])
def test_forms_of_address_and_listed_words_are_never_names(form: str) -> None:
    assert name_worth(form) < -ACCEPTED


PIECES = [
    "郭建明",
    "孟晓燕",
    "欧阳春华",
    "王芳",
    "于是",
    "记者",
    "市长",
    "说",
    "、",
    "，",
    " ",
    "\n",
    "高",
    "的",
]
texts = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@given(texts)
def test_no_name_is_given_up_unread(text: str) -> None:
    articles = pl.DataFrame({"article_id": ["d-1"], "text": [text]})
    joined, words = segmented(articles, Words(articles))
    cues = find_cues(joined)
    reader = NameReader(joined.text, cues, words)
    starts = list(range(len(text)))
    announced = [cues.starts.get(start, 0) for start in starts]
    kept = set(reader.promising(starts, announced))
    for item in zip(starts, announced, strict=True):
        assert item in kept or reader.read(*item) is None


@given(texts)
def test_texts_may_end_anywhere(text: str) -> None:
    articles = pl.DataFrame({"article_id": ["d-1"], "text": [text]})
    found = find_persons(articles, Words(articles))
    assert all(name in text for name in found["text"])
