"""The names that an article mentions, by place in its text."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple

from models.language.lexicon import entries


class Name(NamedTuple):
    """One mention of an entity in the text."""

    start: int
    end: int
    entity_id: str
    type: str
    text: str
    place_code: str | None

    @property
    def is_village(self) -> bool:
        """Whether it is a town or a village."""
        return self.text[-1] in _SMALL_DIVISIONS and self.type == "place"

    @property
    def holds_numbers(self) -> bool:
        """Whether it is a place that numbers can be of: a road crosses places and is none."""
        return self.type == "place" and not self.text.endswith(_routes())


_SMALL_DIVISIONS = frozenset("镇乡村")


@cache
def _routes() -> tuple[str, ...]:
    """How names of roads and railways end."""
    return tuple(word for entry in entries("number_places", "route") for word in entry["words"])


_TITLE = re.compile(
    r"(?:[^。，：:！？\n]{0,8}(?:书记|长|主任|主席|经理|总监|代表|委员|教授|研究员|院士|组长|专员)[、，\s]?)+"
)


class Names:
    """The mentions of one article, by place in the text."""

    def __init__(self, mentions: list[Name]) -> None:
        self.all = mentions
        columns = zip(*mentions, strict=True) if mentions else [()] * len(Name._fields)
        self._starts, ends, self._entities, types, *_ = columns
        self.ends = frozenset(ends)
        self.types = frozenset(types)  # of the entities that the article names

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each entity is named."""
        return Counter(self._entities)

    @cached_property
    def has_villages(self) -> bool:
        """Whether the article names a town or a village."""
        return "place" in self.types and any(name.is_village for name in self.all)

    def between(self, start: int, end: int) -> list[Name]:
        """The mentions that start in a stretch of text, in order."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def back_from(self, at: int) -> Iterator[Name]:
        """The mentions that start before an offset, the last first."""
        return reversed(self.all[: bisect_left(self._starts, at)])

    def around(self, start: int, end: int) -> Name | None:
        """The mention that covers a stretch of text."""
        at = bisect_right(self._starts, start) - 1
        if at >= 0 and self.all[at].end >= end:
            return self.all[at]
        return None

    def place_in(self, start: int, end: int) -> str | None:
        """The first place that is named in a stretch of text; 全国文明城市 names none."""
        for name in self.between(start, end):
            if name.type == "place" and name.text[0] != "全":
                return name.entity_id
        return None

    def place_of(self, code: str | None) -> str | None:
        """The place mention with this division code."""
        if code is not None:
            for name in self.all:
                if name.type == "place" and name.place_code == code:
                    return name.entity_id
        return None

    def body_of(self, speaker: str, text: str) -> Name | None:
        """The body named beside a person's name: the one behind it, else the first before it."""
        for at, name in enumerate(self.all):
            if name.type != "person" or name.text != speaker:
                continue
            behind = self.all[at + 1 : at + 2]
            if behind and behind[0].type == "organization" and behind[0].start - name.end <= 3:
                return behind[0]
            first, start = None, name.start
            for before in reversed(self.all[:at]):
                title = text[before.end : start]
                if before.type != "organization" or not _TITLE.fullmatch(title):
                    break
                first, start = before, before.start
            if first is not None:
                return first
        return None
