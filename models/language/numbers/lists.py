"""Numbers that are listed together: what they share, and what is dealt out among them.

新能源、新材料产值分别增长8%和9% deals out nouns, 接待游客A、收入B，分别增长C和D deals out levels,
108个市级、608个县级示范点 shares a head noun.
"""

import re
from typing import NamedTuple

from models.language.numbers import elided, nouns, tagging
from models.language.numbers.names import Names
from models.language.numbers.quantity import Quantity
from models.language.numbers.statement import Statement

_LONGEST = 20  # numbers; a longer list is a table, and nothing is dealt out in it
_BARE = frozenset(["、", "和", "及", "与", "以及"])
_TURNS = re.compile(
    "(?:、|和|及|与|以及)(?:增长|下降|上升|回落|提高|上涨|下跌)(?:了|约|近|超|超过)?"
)


def run_of(text: str, found: list[Quantity], index: int) -> tuple[int, int]:
    """First and last of the numbers that are listed together: 8.7%、31.5%和下降32.3%."""
    first = last = index
    while first > max(0, index - _LONGEST) and _joined(text, found[first - 1], found[first]):
        first -= 1
    while last + 1 < min(len(found), index + _LONGEST) and _joined(
        text, found[last], found[last + 1]
    ):
        last += 1
    return first, last


def _joined(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether nothing but a joint, or the direction of a rate, stands between two numbers."""
    if other.start - one.end > _LONGEST_JOINT:
        return False
    between = text[one.end : other.start]
    return between in _BARE or (one.unit == other.unit and _TURNS.fullmatch(between) is not None)


_LONGEST_JOINT = 6


def shared_level(
    text: str, found: list[Quantity], run: tuple[int, int], index: int, earlier: list[Statement]
) -> Statement | None:
    """The level that a rate of a list belongs to: the k-th of the levels before the list.

    A list that names what it measures (城乡居民收入分别增长…) has levels of its own, or none.
    """
    first, last = run
    count, done = last - first + 1, index - first
    if count < 2 or len(earlier) < count + done:
        return None
    left = _CLAUSE.search(text, max(0, found[first].start - _NEAR), found[first].start)
    if left is None or nouns.before(left[1].replace("分别", "")) is not None:
        return None
    before = earlier[: len(earlier) - done]
    levels = [s for s in before if s.measure == "level"]
    follows_at_once = [s.measure for s in before[-count:]] == ["level"] * count
    if len(levels) < count or not ("分别" in left[1] or follows_at_once):
        return None
    return levels[done - count]


_NEAR = 40  # characters before a list in which its clause begins
_CLAUSE = re.compile(r"[，；：、。(（]([^，；：、。(（]*)$")


def _distributes(text: str, start: int) -> bool:
    """Whether the words before the first number of a list share it out: 分别."""
    return "分别" in text[max(0, start - 14) : start]


_ITEMS = re.compile(
    r"([^，。；：！？\n]+?)(?:同比|环比|年均|[比较][^，。；、]{2,5}(?:年|年末|年底|同期))?分别([^，。；：！？\n]*)$"
)


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
        items = re.split(r"、|以及|和|及(?!其)|与", match[1])
    members = _members(items, last - first + 1)
    if members is not None:
        one = nouns.before(members[index - first])
        return Dealt(match.start(), match.end(1), one.text if one else None)
    if len(items) != last - first + 1:
        return None
    start = match.start() + match[1].find(items[index - first])
    end = start + len(items[index - first])
    item = nouns.before(_item_in_full(names, items, index - first, start))
    return Dealt(start, end, item.text if item else None)


_COLLECTIVES = {
    "城乡": ("城镇", "农村"),
    "一二三产业": ("第一产业", "第二产业", "第三产业"),
    "一二三产": ("第一产业", "第二产业", "第三产业"),
    "三次产业": ("第一产业", "第二产业", "第三产业"),
}


def _members(items: list[str], count: int) -> list[str] | None:
    """What a collective word deals out: 城乡居民收入分别达… of 城镇 and of 农村."""
    if len(items) == 1:
        for word, members in _COLLECTIVES.items():
            if word in items[0] and len(members) == count:
                return [items[0].replace(word, member) for member in members]
    return None


def _item_in_full(names: Names, items: list[str], number: int, start: int) -> str:
    """The words of an item, without the place or body that it names, and with what it shares.

    One that is only a name has the words of the last; others borrow the noun that ends the list.
    """
    own = _without_name(names, items[number], start)
    if own:
        if own[0] in "二三" and items[0].startswith("第"):
            own = f"第{own}"  # 第二、三产业
        return own + _head_lent(own, items) if number < len(items) - 1 else own
    last_start = start + len("、".join(items[number:])) - len(items[-1])
    return _without_name(names, items[-1], last_start)


def _without_name(names: Names, item: str, start: int) -> str:
    """An item of a list without the name that it begins with and what explains that name."""
    name = names.around(start, start + 1)
    if name is None or name.start != start:
        return item
    return _PARENTHESIS.sub("", item[name.end - start :])


_MEASURE = re.compile(
    "(?:收入|支出|产值|增加值|利润|营收|投资|出口|进口|价格|规模|面积|比例|比重|强度|产量|销量|产能|余额|价值|"
    "人次|[率额量值数耗])$"
)


def _head_lent(item: str, items: list[str]) -> str:
    """What an item of a list takes over from the last one: 食品、药品抽检合格率 → 抽检合格率.

    Where another item has a measure of its own (进口货值、入境游客、…销售额) nothing is shared.
    """
    last = _MARKS.sub("", items[-1])
    if _ORDINAL.fullmatch(item):
        return last.lstrip("第一二三四")
    if not _MEASURE.search(last) or any(_MEASURE.search(one) for one in items[:-1]):
        return ""
    side = _SIDE.match(last) if _SIDE.fullmatch(item) else None
    if side is not None:
        return last[side.end() :]
    own, whole = tagging.tag(_MARKS.sub("", item)), [word for word, _ in tagging.tag(last)]
    same = [at for at, word in enumerate(whole[:-1]) if len(word) > 1 and item.endswith(word)]
    return "".join(whole[same[0] + 1 if same else min(len(own), len(whole) - 1) :])


_ORDINAL = re.compile("第?[一二三]")
_SIDE = re.compile("城镇|农村|城市|乡村|城区")
_MARKS = re.compile(
    r"[（(][^）)]*[）)]|[“”]|[一二三四五六七八九十]大(?:重点|主导|支柱|优势|特色)*产业"
)
_PARENTHESIS = re.compile(r"[（(][^）)]*[）)]")


def share_head(earlier: list[Statement]) -> None:
    """108个市级、608个县级示范点: an item without its head noun takes that of the last item.

    Of two counts of the same things (12类45件民生实事) both count them, and so do numbers of two
    years (2023年100亿、2025年300亿的产业规模).
    """
    if len(earlier) < 2 or earlier[-1].indicator is None:
        return
    item, last = earlier[-2], earlier[-1]
    if item.quantity.end == last.quantity.start and item.quantity.dimension == "count":
        item.indicator = last.indicator
        return
    if _OTHER_YEAR.fullmatch(last.left) and item.quantity.unit in (None, last.quantity.unit):
        item.indicator = last.indicator
        elided.restore_unit(item.quantity, item.indicator)
        return
    if item.indicator is None or not _HEADLESS.search(item.indicator):
        return
    if item.indicator in (last.indicator or ""):
        return
    modifier = _MODIFIER.match(last.indicator or "")
    if modifier is not None and modifier.end() < len(last.indicator or ""):
        item.indicator += (last.indicator or "")[modifier.end() :]


_OTHER_YEAR = re.compile("、(?:19|20)[0-9]{2}年")
_HEADLESS = re.compile(r"[级类型性]$")
_MODIFIER = re.compile(r"[^级类型性]{1,6}[级类型性]")
