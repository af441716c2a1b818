"""Every list of words is needed by its examples: emptied, at least one of them fails."""

from collections.abc import Iterator
from typing import Any

import pytest

from models.language import lexicon
from tests.forgetting import forget_names

from .test_lexicons import FINDERS, finds

LISTS = [(name, entry["id"]) for name in FINDERS for entry in lexicon.examples(name)]
NOTHING = "〇〇〇"  # stands in no text
# What the automaton of all known places is built from.
KNOWN_PLACES = {"regions", "features", "foreign", "not_foreign", "everyday", "common_names"}


def emptied(words: Any) -> Any:
    """A list of the same make that holds no word of any text."""
    match words:
        case str():
            return NOTHING[0]
        case [[*_], *_]:
            return [[NOTHING]]
        case list():
            return [NOTHING]
        case {"words": _} | {"heads": _} | {"verbs": _}:
            return {key: [NOTHING] for key in words}
    return {NOTHING: next(iter(words.values()))}


@pytest.fixture
def without(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[dict[str, Any]]:
    """The example of a list, while the list is empty."""
    name, path = request.param
    *groups, key = path.split(".")
    holder = lexicon.load(name)
    for group in groups:
        holder = holder[group]
    example = next(entry for entry in lexicon.examples(name) if entry["id"] == path)
    places = name == "divisions" or (name == "places" and path in KNOWN_PLACES)
    with monkeypatch.context() as patched:
        patched.setitem(holder, key, emptied(holder[key]))
        forget_names(places=places)
        yield example
    forget_names(places=places)


@pytest.mark.parametrize(
    ("name", "without"),
    [(name, (name, path)) for name, path in LISTS],
    ids=[f"{name}.{path}" for name, path in LISTS],
    indirect=["without"],
)
def test_the_examples_of_a_list_notice_that_it_is_empty(name: str, without: dict[str, Any]) -> None:
    accepts = finds(FINDERS[name])
    missed = [text for text in without["yes"] if not accepts(without, text)]
    taken = [text for text in without["no"] if accepts(without, text)]
    assert missed or taken, f"no example of {name}.{without['id']} needs its words; add one"
