"""Hand annotations: what a careful reader finds in a raw document.

An annotation file describes one document: its articles by marks that their bodies must (not) hold,
its metrics and traps by their context, its entities with all their names, its roles. White space
never counts. Where several readings are fair, `<column>_alternatives` lists them; where none is
certain, `<column>_certain` is false.
"""

import json
import re
from pathlib import Path
from typing import Any

Row = dict[str, Any]
SPACE = re.compile(r"\s+")
DASHES = re.compile(r"[—–\-─·•]+")
FOLDED = str.maketrans("：，？！（）｜丨", ":,?!()||")


def load_annotations(folder: Path) -> list[Row]:
    """The annotation files of a folder, in order of their names."""
    return [json.loads(file.read_text("utf-8")) for file in sorted(folder.glob("*.json"))]


def squeeze(text: str | None) -> str:
    """The text without white space."""
    return SPACE.sub("", text or "")


def fold(text: str | None) -> str:
    """A title or name in the form in which two spellings of it compare equal."""
    return DASHES.sub("-", squeeze(text).translate(FOLDED)).strip("-:《》“”\"' ")


def readings(item: Row, column: str) -> list[Any]:
    """What an annotation accepts for a column: its value and the alternatives."""
    return [item.get(column), *item.get(f"{column}_alternatives", [])]


def names_of(entity: Row) -> set[str]:
    """Every folded form of an annotated entity."""
    return {fold(name) for name in [*readings(entity, "name"), *entity.get("aliases", [])]}


def forms_of(entities: list[Row]) -> dict[str, set[str]]:
    """Every folded form of the annotated entities → all forms of the same thing."""
    forms: dict[str, set[str]] = {}
    for entity in entities:
        names = names_of(entity)
        for name in names:
            forms.setdefault(name, set()).update(names)
    return forms


def in_words(value: object) -> str | None:
    """A date or a word as annotations write it."""
    return None if value is None else str(value)[:10]
