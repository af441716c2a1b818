"""Small articles with names, for the tests of whom and what a number speaks of.

In a text, {河湾集团} is a body, <河湾市> a place and [于海] a person; each is its own entity_id.
"""

import re

from models.language.numbers.bodies import Bodies, Post
from models.language.numbers.names import Name, Names
from models.language.numbers.places import Places
from models.language.numbers.statement import Block

_KINDS = {"{": "organization", "<": "place", "[": "person"}
_NAME = re.compile(r"[{<\[]([^}>\]]+)[}>\]]")


def parse(marked: str) -> tuple[str, Names]:
    """The plain text and its names."""
    text, at, found = "", 0, []
    for match in _NAME.finditer(marked):
        text += marked[at : match.start()]
        start, at = len(text), match.end()
        text += match[1]
        code = "321000" if match[1].endswith("市") else None
        found.append(Name(start, len(text), match[1], _KINDS[match[0][0]], match[1], code))
    return text + marked[at:], Names(found)


def sentence_of(text: str, at: int) -> int:
    """Where the sentence around an offset begins."""
    return max(text.rfind(mark, 0, at) for mark in "。\n") + 1


def body_of(
    marked: str,
    *,
    header: str = "",
    posts: tuple[Post, ...] = (),
    speaker: str | None = None,
    is_report: bool = False,
) -> str | None:
    """The body of the number ◯ in a text of one or more paragraphs."""
    text, names = parse(marked)
    at = text.index("◯")
    bodies = Bodies(text, names, header, list(posts), is_report)
    bodies.enter(Block(text.rfind("\n", 0, at) + 1, len(text), speaker, False))
    body = bodies.of(sentence_of(text, at), at)
    return body and body.entity_id


def place_of(marked: str, *, header: str = "", is_report: bool = False) -> str | None:
    """The place of the number ◯ in a text of one or more paragraphs."""
    text, names = parse(marked)
    at = text.index("◯")
    start = text.rfind("\n", 0, at) + 1
    places = Places(text, names, header, is_report=is_report)
    before = [Block(m.start(), m.end(), None, False) for m in re.finditer(r"[^\n]+", text[:start])]
    places.enter([*before, Block(start, len(text), None, False)], len(before))
    return places.of(sentence_of(text, at), at, None)
