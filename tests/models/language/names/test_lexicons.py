"""Every list of words in the name lexicons does what its examples say."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from models.language import lexicon
from models.language.names.appointments import AppointmentReader, Spans
from models.language.names.events import find_events
from models.language.names.initiatives import find_initiatives
from models.language.names.namesakes import told_apart
from models.language.names.persons import find_persons
from models.language.names.posts import Span, Unit
from models.language.names.readings import read
from models.language.names.titles import find_documents
from models.language.names.words import Words

from .naming import bodies, places

Finder = Callable[[str], list[str]]
TextFinder = Callable[[pl.DataFrame, Words], pl.DataFrame]
SEPARATOR = "\0"  # between a name and what tells it apart


def over_one_article(find: TextFinder) -> Finder:
    """The finder as a function from a text to the canonical names in it.

    A name that other articles may use for another thing is also given with what tells it apart,
    and each name behind the form that stands for it.
    """

    def names(text: str) -> list[str]:
        articles = pl.DataFrame({"article_id": ["a-1"], "text": [text]})
        words = Words(articles)
        found = told_apart(find(articles, words), read(articles, words))
        told = [
            f"{name} ({identity.partition(SEPARATOR)[2]})"
            for name, identity in found.select("name", "identity").iter_rows()
            if identity
        ]
        forms = [f"{text} = {name}" for text, name in found.select("text", "name").iter_rows()]
        return [*found["name"], *told, *forms]

    return names


def anything_named(text: str) -> list[str]:
    """Places and bodies of the text."""
    return [*places(text), *bodies(text)]


_events = over_one_article(find_events)
_initiatives = over_one_article(find_initiatives)


def events_and_initiatives(text: str) -> list[str]:
    """What begins where the words of phrases.toml say."""
    return [*_events(text), *_initiatives(text)]


def posts(text: str) -> list[str]:
    """Titles of 贺志远, alone and with their body; 滨海市 and 滨海局 are bodies, 柳湾村 a place."""
    persons, known, villages = (
        [Span(m.start(), m.end(), m.group()) for m in re.finditer(names, text)]
        for names in ("贺志远", "滨海[市局]", "柳湾村")
    )
    said = [s.unit for s in AppointmentReader(text, Spans(persons, known, villages)).appointments()]
    return [unit.title for unit in said] + [f"{unit.title} of {_body(unit)}" for unit in said]


def _body(unit: Unit) -> str:
    named = unit.body or unit.place
    return (named.name if named else "") + unit.suffix + unit.department + unit.printed


FINDERS: dict[str, Finder] = {
    "bodies": bodies,
    "organizations": bodies,
    "places": places,
    "enumerations": anything_named,
    "modern_words": anything_named,
    "trade_names": bodies,
    "foreign_names": over_one_article(find_persons),
    "titles": over_one_article(lambda articles, _: find_documents(articles)),
    "persons": over_one_article(find_persons),
    "posts": posts,
    "events": _events,
    "initiatives": _initiatives,
    "phrases": events_and_initiatives,
}


def finds(find: Finder) -> Callable[[dict[str, Any], str], bool]:
    """Whether the finder accepts an example: `text → name`, or `text` where any name will do."""

    def accepts(entry: dict[str, Any], example: str) -> bool:
        del entry
        text, _, name = example.partition(" → ")
        found = find(text)
        return name in found if name else bool(found)

    return accepts


@pytest.mark.parametrize("name", FINDERS)
def test_every_example_is_read_as_its_list_claims(name: str) -> None:
    assert lexicon.failures(name, "example", finds(FINDERS[name])) == []


@pytest.mark.parametrize("name", FINDERS)
def test_every_list_of_names_has_examples(name: str) -> None:
    told = {entry["id"] for entry in lexicon.examples(name)}
    lists = set[str]()
    for key, value in lexicon.load(name).items():
        with_its_own = isinstance(value, list) and isinstance(value[0], dict)
        if not with_its_own:
            by_kind = key == "heads" and isinstance(value, dict)
            lists |= {f"{key}.{kind}" for kind in value} if by_kind else {key}
    assert told == lists


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ('words = ["海湾", "渔港", "海湾"]', "broken.toml, words: '海湾' stands there twice"),
        ('forms = [["海湾", "湾区"], ["湾区"]]', "broken.toml, forms: '湾区' stands there twice"),
        ('[heads]\nwords = ["湾", "湾"]', "broken.toml, heads.words: '湾' stands there twice"),
        (
            'words = ["海湾"]\n[[example]]\nid = "word"\nyes = ["海湾"]\nno = ["海"]',
            "[[example]] 'word': no such list of words",
        ),
        ('words = ["海湾"]\n[[example]]\nid = "words"\nyes = ["海湾"]', "add texts it must accept"),
    ],
    ids=["list", "list of forms", "table", "unknown list", "no refusals"],
)
def test_a_lexicon_that_contradicts_itself_is_refused(
    written: str, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken.toml").write_text(written, "utf-8")
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    lexicon.load.cache_clear()
    lexicon.entries.cache_clear()
    lexicon.examples.cache_clear()
    with pytest.raises(lexicon.LexiconError) as refusal:
        lexicon.examples("broken")
    assert complaint in str(refusal.value)
