"""Every word of the number lexicons does what its examples say."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from models.language import lexicon
from models.language.numbers import (
    bodies,
    bounds,
    cues,
    measures,
    nouns,
    quantities,
    traps,
    unitless,
    units,
)

Entry = dict[str, Any]


def reads_unit(entry: Entry, text: str) -> bool:
    """Whether a quantity of the entry's words is read in the text."""
    names = {units.unit_at(word, 0) for word in entry.get("words", ())}
    names |= {units.unit_at(word, 0) for word, _ in entry.get("units", ())}
    known = {found[0].name for found in names if found}
    return any(quantity.unit in known for quantity in quantities.scan(text))


def reads_bound(entry: Entry, text: str) -> bool:
    """Whether the text's quantity takes the entry's bound from one of its words."""
    return any(
        quantity.bound == entry["bound"]
        and any(word in text[quantity.start : quantity.end] for word in entry["words"])
        for quantity in quantities.scan(text)
    )


def reads_nothing(entry: Entry, text: str) -> bool:
    """Whether the text holds no quantity."""
    return not quantities.scan(text) and not unitless.find(text)


def finds_cue(entry: Entry, text: str) -> bool:
    """Whether the words before the number mean what the entry stands for."""
    left = text.partition("◯")[0]
    if entry["id"] in ("up", "down"):
        expected = {"up": "increase", "down": "decrease"}[entry["id"]]
        return measures.changes(left) and measures.of_amount(left).kind == expected
    return cues.pattern(entry["id"]).search(text.partition("◯")[0]) is not None


def begins_with(entry: Entry, text: str) -> bool:
    """Whether the text begins as the entry's pattern says."""
    return re.match(entry["pattern"], text) is not None


def stands_for(entry: Entry, name: str) -> bool:
    """Whether the entry's words may stand for what bears this name."""
    return re.search(f"{entry['ends']}$", name) is not None


def ends_with_a_word(entry: Entry, name: str) -> bool:
    """Whether a name ends with one of the entry's words."""
    return name.endswith(tuple(entry["words"]))


@pytest.mark.parametrize(
    ("name", "section", "accepts"),
    [
        ("units", "group", reads_unit),
        ("measure_words", "group", reads_unit),
        ("bounds", "bound", reads_bound),
        ("number_traps", "trap", reads_nothing),
        ("metric_cues", "cue", finds_cue),
        ("number_bodies", "stand_in", stands_for),
        ("number_bodies", "phrase", begins_with),
        ("number_places", "stand_in", stands_for),
        ("number_places", "route", ends_with_a_word),
    ],
)
def test_every_example_is_read_as_its_entry_claims(
    name: str, section: str, accepts: Callable[[Entry, str], bool]
) -> None:
    exclusive = name not in ("metric_cues", "number_bodies")
    assert lexicon.failures(name, section, accepts, exclusive=exclusive) == []


def test_indicator_words_come_out_as_written() -> None:
    """Each example of indicator_words.toml is `clause → indicator`; ◯ is the number."""
    wrong = []
    for entry in lexicon.entries("indicator_words", "group", exclusive=False):
        for example in entry["yes"]:
            clause, _, expected = example.partition(" → ")
            left, _, right = clause.partition("◯")
            found = nouns.before(left) if left else nouns.behind(right[1:])
            if found is None or found.text != expected:
                wrong.append(f"{entry['id']}: {example}, got {found}")
    assert wrong == []


def test_statistical_terms_are_one_noun_each() -> None:
    (entry,) = lexicon.examples("statistical_terms")
    clauses = {example.partition("◯")[0]: example.partition(" → ")[2] for example in entry["yes"]}
    clauses |= {example.partition("◯")[0]: example.partition(" → ")[2] for example in entry["no"]}
    found = {clause: nouns.before(clause) for clause in clauses}
    assert {clause: phrase and phrase.text for clause, phrase in found.items()} == clauses


def test_pieces_are_told_from_money() -> None:
    (entry, _) = lexicon.examples("units")
    read = {text: quantities.scan(text)[0].unit for text in [*entry["yes"], *entry["no"]]}
    assert read == dict.fromkeys(entry["yes"], "块") | dict.fromkeys(entry["no"], "元")


@pytest.mark.parametrize("section", ["index", "stroke"])
def test_numbers_without_a_unit_are_read_as_their_section_claims(section: str) -> None:
    entry = lexicon.load("rank_cues")[section]
    kinds = {"index": "index", "stroke": "share"}

    def found(text: str) -> bool:
        return any(quantity.kind == kinds[section] for quantity in unitless.find(text))

    assert [text for text in entry["yes"] if not found(text)] == []
    assert [text for text in entry["no"] if found(text)] == []


def test_words_are_not_claimed_twice() -> None:
    lexicon.load.cache_clear()
    assert lexicon.entries("bounds", "bound")


def test_bound_words_are_listed_once_in_each_place() -> None:
    assert bounds.after("以上", 0) == (2, "at_least")


def test_short_quotes_and_titles_are_no_place_for_numbers() -> None:
    text = "开展“双十”活动，印发《三年规划（20项）》"
    assert [text[slice(*span)] for span in traps.quoted(text)] == [
        "“双十”",
        "《三年规划（20项）》",
    ]


def test_what_follows_a_body_s_name_decides_whether_it_is_a_subject() -> None:
    """Examples of number_bodies.toml: texts that begin with the name of a body."""
    organs, no_subject = bodies.behind_subject()
    name = re.compile(r".*?(?:局|集团)")  # every example begins with one
    patterns = {"organs.words": organs, "no_subject.words": no_subject}
    wrong = []
    for entry in lexicon.examples("number_bodies"):
        for expected in ("yes", "no"):
            for text in entry[expected]:
                behind = name.sub("", text, count=1)
                if bool((patterns[entry["id"]].match(behind) or [""])[0]) != (expected == "yes"):
                    wrong.append(text)
    assert wrong == []
