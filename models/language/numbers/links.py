"""Of whom a number speaks: place, body and programme, as far as the article names them."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple


class Name(NamedTuple):
    """One mention of an entity in the text."""

    start: int
    end: int
    entity_id: str
    type: str
    text: str
    place_code: str | None


class Names:
    """The mentions of one article, by place in the text."""

    def __init__(self, mentions: list[Name]) -> None:
        self.all = mentions
        self._starts = [name.start for name in mentions]
        self.ends = frozenset(name.end for name in mentions)
        self._default: str | None = None
        self._counted = False

    def between(self, start: int, end: int) -> list[Name]:
        """The mentions that start in a stretch of text, in order."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def around(self, start: int, end: int) -> Name | None:
        """The mention that covers a stretch of text."""
        at = bisect_right(self._starts, start) - 1
        if at >= 0 and self.all[at].end >= end:
            return self.all[at]
        return None

    def main_place(self) -> str | None:
        """The place named most often in the article, the first of equals."""
        if not self._counted:
            self._counted = True
            counts: dict[str, int] = {}
            for name in self.all:
                if name.type == "place":
                    counts[name.entity_id] = counts.get(name.entity_id, 0) + 1
            self._default = max(counts, key=counts.__getitem__, default=None)
        return self._default

    def place_of(self, code: str | None) -> str | None:
        """The place mention with this division code."""
        if code is not None:
            for name in self.all:
                if name.type == "place" and name.place_code == code:
                    return name.entity_id
        return None

    def body_of(self, speaker: str) -> Name | None:
        """The body named right beside a person's name, before or behind."""
        for at, name in enumerate(self.all):
            if name.type != "person" or name.text != speaker:
                continue
            behind, before = self.all[at + 1 : at + 2], self.all[max(0, at - 1) : at]
            if behind and behind[0].type == "organization" and behind[0].start - name.end <= 3:
                return behind[0]
            if before and before[0].type == "organization" and name.start - before[0].end <= 12:
                return before[0]
        return None


_NO_SUBJECT_BEFORE = frozenset("由对向在为给与和同被把将从据到比")


def place(
    text: str, names: Names, block: int, sentence: int, at: int, body: Name | None
) -> str | None:
    """The nearest place named before a number in its sentence or paragraph, else the body's."""
    for start, end in ((sentence, at), (block, sentence)):
        for name in reversed(names.between(start, end)):
            if name.type == "place" and not _aside(text, name):
                return name.entity_id
    return (names.place_of(body.place_code) if body else None) or names.main_place()


def _aside(text: str, name: Name) -> bool:
    """Whether a place is a yardstick (居全国第三, 高于全省) or one item of a list (A、B等)."""
    before = text[max(0, name.start - 2) : name.start]
    if before.endswith(("居", "列", "占", "于", "比", "较", "出", "自", "往", "赴")):
        return True
    if text.startswith(("第", "、", "等", "首位", "前列", "领先"), name.end):
        return True
    return before.endswith("、")


def subject(text: str, names: Names, sentence: int, at: int) -> Name | None:
    """The body that leads the sentence of a number, as its grammatical subject."""
    for name in names.between(sentence, at):
        if name.type != "organization":
            continue
        before = text[name.start - 1 : name.start] if name.start > sentence else ""
        if before == "、" or text.startswith(("、", "等"), name.end):
            continue
        if before in _NO_SUBJECT_BEFORE or text.startswith(
            ("的", "数据", "统计", "介绍", "发布", "获悉", "提供"), name.end
        ):
            continue
        return name
    return None


def programme(names: Names, sentence: int, at: int, end: int) -> str | None:
    """The programme named in the sentence before a number, or as what it counts."""
    for name in reversed(names.between(sentence, at)):
        if name.type == "initiative":
            return name.entity_id
    for name in names.between(at, end):
        if name.type == "initiative" and name.start - at < 4:
            return name.entity_id
    return None
