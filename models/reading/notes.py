"""Notes that reporters print below their own story: 记者手记, with a headline of its own.

Without a headline of its own a note is a box of the story, whose label is a heading.
"""

import re
from dataclasses import replace
from functools import cache

from models.language.lexicon import any_of, load
from models.reading.credits import credits_of
from models.reading.furniture import is_furniture
from models.reading.imprints import Imprint, imprint_of
from models.reading.lines import Item, Line
from models.reading.wraps import ends_sentence

_LONGEST = 60  # characters that no label with its headline exceeds
_SHORTEST_TITLE, _LONGEST_TITLE = 4, 40
_TOLD = 100  # characters that a story tells at least, and a note below it


def with_notes(item: Item) -> list[Item]:
    """The item without the notes below its story, and each of these as an item of its own."""
    body = item.body
    starts = [at for at, line in enumerate(body) if len(line.text) <= _LONGEST and _heads(body, at)]
    if not starts:
        return [item]
    own = next((found for line in item.head if (found := imprint_of(line.text))), item.imprint)
    imprint = own._replace(credits=[]) if own else None
    stops = [*starts[1:], len(body)]
    notes = [_note(body[start:stop], imprint) for start, stop in zip(starts, stops, strict=True)]
    return [replace(item, body=body[: starts[0]]), *notes]


@cache
def _label() -> re.Pattern[str]:
    """A label of a note, alone or in front of the note's headline."""
    labels = any_of(load("headlines")["note_labels"])
    return re.compile(
        rf"[■●◎◆【\[]?\s*(?P<label>{labels})\s*[】\]]?"
        rf"(?:\s*[：:丨｜|—-]*\s*(?P<title>\S.{{{_SHORTEST_TITLE - 1},{_LONGEST_TITLE - 1}}}))?"
    )


def _heads(body: list[Line], at: int) -> bool:
    """Whether a note begins in a line, below a story."""
    match = _label().fullmatch(body[at].text)
    if not match or not _tell(body[:at]):
        return False
    below = at + 1
    if not match["title"]:
        if below >= len(body) or not _is_title(body[below].text):
            return False
        below += 1
    return _is_open(match["title"]) and _tell(body[below:])


def _is_title(text: str) -> bool:
    short = _SHORTEST_TITLE <= len(text) <= _LONGEST_TITLE
    return short and _is_open(text) and not is_furniture(text) and credits_of(text) is None


def _is_open(text: str | None) -> bool:
    """Whether a text ends as headlines do."""
    return not text or text[-1] in "”？！?!" or not ends_sentence(text)


def _tell(lines: list[Line]) -> bool:
    text = "".join(line.text for line in lines)
    return len(text) >= _TOLD and "。" in text


def _note(lines: list[Line], imprint: Imprint | None) -> Item:
    match = _label().fullmatch(lines[0].text)
    title = match["title"] if match else None
    first = Line(title) if title else lines[1]
    rest = lines[1:] if title else lines[2:]
    head = [Line(match["label"] if match else lines[0].text), replace(first, level=0)]
    return Item(head, rest, imprint, on_page=True)
