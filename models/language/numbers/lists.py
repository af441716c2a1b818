"""Numbers that are listed together: what they share, and what is dealt out among them.

新能源、新材料产值分别增长8%和9% deals out nouns, 接待游客A、收入B，分别增长C和D deals out levels,
108个市级、608个县级示范点 shares a head noun.
"""

import re

from models.language.numbers import nouns
from models.language.numbers.quantities import Quantity
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


def shared_noun(
    text: str, sentence: int, found: list[Quantity], run: tuple[int, int], index: int
) -> str | None:
    """The k-th noun of a 分别 list that names its numbers' things in the same order."""
    first, last = run
    if last == first or not _distributes(text, found[first].start):
        return None
    match = _ITEMS.search(text[max(sentence, found[first].start - 80) : found[first].start])
    if match is None:
        return None
    items = match[1].split("、")
    if len(items) < last - first + 1:
        items = re.split(r"、|以及|和|及|与", match[1])
    if len(items) != last - first + 1:
        return None
    item = nouns.before(items[index - first])
    return item.text if item else None


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
