"""How much the characters of a name are worth by themselves."""

import pytest

from models.language.lexicon import load
from models.language.names.name_reader import ACCEPTED, name_worth


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
