"""What the search for places by their last word works with, and what it finds."""

from collections.abc import Callable
from typing import NamedTuple

from models.language.names.divisions import Division
from models.language.names.scan import Place
from models.language.names.words import Sequence

SpeaksFor = Callable[[str, int], Division | None]  # level and offset: 市 → the city


class Text(NamedTuple):
    """A text with its words, and the place of a level that it speaks for at an offset."""

    text: str
    sequence: Sequence
    speaks_for: SpeaksFor


class Head(NamedTuple):
    """The last word of a place in a text."""

    start: int
    end: int
    word: str
    kind: str


class Unlisted(NamedTuple):
    """A place found by its last word."""

    start: int
    end: int
    core: str  # the name without the divisions before it
    place: Place | None  # the division printed before it
    seat: str = ""  # that division as printed, where the name keeps it so: 成都天府国际机场

    @property
    def prefix(self) -> str:
        """The divisions before the name, without the province."""
        return self.seat or (self.place.printed if self.place else "")

    @property
    def name(self) -> str:
        """The name with the divisions printed before it, without the province."""
        return self.prefix + self.core
