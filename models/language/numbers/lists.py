"""Numbers that are listed together: what they share, and what is dealt out among them.

新能源、新材料产值分别增长8%和9% deals out nouns, 接待游客A、收入B，分别增长C和D deals out levels,
108个市级、608个县级示范点 shares a head noun.
"""

import re
from typing import NamedTuple

from models.language.numbers import nouns
from models.language.numbers.names import Names
from models.language.numbers.quantity import Quantity
from models.language.numbers.statement import Statement

_LONGEST = 20  # numbers; a longer list is a table, and nothing is dealt out in it
_BARE = ("、", "和", "及", "与", "以及")


def run_of(text: str, found: list[Quantity], index: int) -> tuple[int, int]:
    """First and last of the bare numbers that are listed together: 8.7%、31.5%和32.3%."""
    first = last = index
    while (
        first > max(0, index - _LONGEST)
        and text[found[first - 1].end : found[first].start] in _BARE
    ):
        first -= 1
    while (
        last + 1 < min(len(found), index + _LONGEST)
        and text[found[last].end : found[last + 1].start] in _BARE
    ):
        last += 1
    return first, last


def shared_level(
    text: str, found: list[Quantity], run: tuple[int, int], index: int, earlier: list[Statement]
) -> Statement | None:
    """The level that a rate of a 分别 list belongs to: the k-th of the levels before the list."""
    first, last = run
    count, done = last - first + 1, index - first
    if count < 2 or len(earlier) < count + done or not _distributes(text, found[first].start):
        return None
    levels = [s for s in earlier[: len(earlier) - done] if s.measure == "level"]
    return levels[done - count] if len(levels) >= count else None


def _distributes(text: str, start: int) -> bool:
    """Whether the words before the first number of a list share it out: 分别."""
    return "分别" in text[max(0, start - 14) : start]


_ITEMS = re.compile(r"([^，。；：！？\n]+?)(?:同比|环比)?分别([^，。；：！？\n]*)$")


class Dealt(NamedTuple):
    """What a 分别 list deals out to one number: its item by code points, and the item's noun."""

    start: int
    end: int
    noun: str | None


def dealt(
    text: str, sentence: int, found: list[Quantity], run: tuple[int, int], index: int, names: Names
) -> Dealt | None:
    """The k-th item of a 分别 list that names its numbers' things in the same order.

    An item that is only a place or a body shares the noun that the last one ends with:
    甲市、乙市投资分别增长8%和9%.
    """
    first, last = run
    if last == first or not _distributes(text, found[first].start):
        return None
    begin = max(sentence, found[first].start - 80)
    match = _ITEMS.search(text, begin, found[first].start)
    if match is None:
        return None
    items = match[1].split("、")
    if len(items) < last - first + 1:
        items = re.split(r"、|以及|和|及|与", match[1])
    if len(items) != last - first + 1:
        return None
    start = match.start() + match[1].find(items[index - first])
    end = start + len(items[index - first])
    name = names.around(start, start + 1)
    own = items[index - first]
    if (
        name is not None
        and name.start == start
        and _PARENTHESIS.sub("", text[name.end : end]) == ""
    ):
        own = items[-1]
    last = names.around(match.end(1) - len(items[-1]), match.end(1) - len(items[-1]) + 1)
    if own is items[-1] and last is not None:
        own = text[last.end : match.end(1)]
    item = nouns.before(own)
    return Dealt(start, end, item.text if item else None)


_PARENTHESIS = re.compile(r"[（(][^）)]*[）)]")


def share_head(earlier: list[Statement]) -> None:
    """108个市级、608个县级示范点: an item without its head noun takes that of the last item."""
    if len(earlier) < 2 or earlier[-1].indicator is None:
        return
    item, last = earlier[-2], earlier[-1]
    if item.indicator is None or not _HEADLESS.search(item.indicator):
        return
    modifier = _MODIFIER.match(earlier[-1].indicator or "")
    if modifier is not None and modifier.end() < len(last.indicator or ""):
        item.indicator += (last.indicator or "")[modifier.end() :]


_HEADLESS = re.compile(r"[级类型性]$")
_MODIFIER = re.compile(r"[^级类型性]{1,6}[级类型性]")
