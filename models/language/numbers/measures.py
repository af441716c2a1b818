"""What kind of statement a number makes: level, change, rate, share, rank; against what."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from models.language.numbers.cues import alternatives, pattern
from models.language.numbers.quantity import Quantity
from models.language.numbers.statement import Clause, Statement


class Measure(NamedTuple):
    """Kind of statement, and whether the number stands for a fall."""

    kind: str
    falls: bool = False


_LINK = (
    r"(?:了|为|均|都|未|达|达到|高达|多达|仍有|有|约|近|超|超过|逾|至少|分别|分别为|是|在|目标|预期目标|预期|幅度|速度|左右|"
    r"保持|稳定|：|:|（|\(|仅|只|由|从|\s)*$"
)


@cache
def _change() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<down>{alternatives('down')})|(?P<up>{alternatives('up')}))(?P<to>到|至)?{_LINK}"
    )


@cache
def _change_of_things() -> re.Pattern[str]:
    """A change verb with its object before the number: 减少贫困人口12万人."""
    return re.compile(
        r"(?:(?P<down>减少|压减|缩减|降低|减(?![量灾税震碳]|排贷))|(?P<up>增加(?!值)|净增|新增))(?![到至])[^，。；、：:]{1,14}$"
    )


_COMPARED = re.compile(
    r"[比较](?:上年|去年|常年|往年|前年|上月|上季度?|历年|同期|过去|以往|[0-9]{4}年)[^，。；]{0,6}"
    r"(?:(?P<up>多|高|快|长|早)|(?P<down>少|低|慢|短|晚))[挣赚收卖产花]?[了出]?(?:约|近|超过|超)?$"
)


@lru_cache(maxsize=1 << 14)
def _last_change(left: str) -> re.Match[str] | None:
    """The change that ends the words before a number, with a change verb or as a comparison."""
    return _change().search(left) or _COMPARED.search(left)


def of_rate(left: str, right: str) -> Measure:
    """The measure of a percentage, from the text before it in its clause and behind it."""
    match = _last_change(left)
    if match is not None:
        if match.groupdict().get("to"):
            return Measure("share")
        return Measure("growth_rate", match["down"] is not None)
    if _GROWTH_BEHIND.match(right):
        return Measure("growth_rate")
    if right.startswith(("的降幅", "的下降")):
        return Measure("growth_rate", True)
    return Measure("share")


_GROWTH_BEHIND = re.compile(
    "的?(?:年均|同比|平均|高速|较快|实际|名义)?(?:增长|增速|增幅)|的(?:年均|平均)?速度"
)


def grows_behind(right: str) -> bool:
    """Whether the words behind a rate say that something grew by it: 9%的年均增长."""
    return _GROWTH_BEHIND.match(right) is not None


def of_points(left: str) -> Measure:
    """The measure of percentage points: a change, or a distance (高于全国1.7个百分点)."""
    match = _last_change(left)
    if match is not None and not pattern("beyond").search(left):
        return Measure("decrease" if match["down"] else "increase")
    return Measure("level")


@lru_cache(maxsize=1 << 14)
def of_amount(left: str) -> Measure:
    """The measure of an amount of anything."""
    match = _last_change(left)
    if match is not None and not match.groupdict().get("to"):
        return Measure("decrease" if match["down"] else "increase")
    if pattern("new").search(left):
        return Measure("increase")
    match = _change_of_things().search(left)
    if match is not None:
        return Measure("decrease" if match["down"] else "increase")
    return Measure("level")


def comparison(left: str) -> str | None:
    """Against what a change is measured, as far as the words before the number say so."""
    if _YEAR_END.search(left):
        return "period"
    if pattern("yoy").search(left) or _SAME_TIME.search(left):
        return "yoy"
    if pattern("mom").search(left):
        return "mom"
    return "period" if _OTHER_BASE.search(left) else None


_SAME_TIME = re.compile("[比较与](?:19|20)[0-9]{2}年同期")
_YEAR_END = re.compile("[比较与](?:上年|去年|上一年)(?:年?末|年?底)")
_OTHER_BASE = re.compile(
    r"[比较](?:[0-9]{4}年|[一二三四]季度|[上下]半年|前?[0-9一二三四五六七八九十]+个?月|前[一二三]季度|"
    r"[^，。；]{0,6}(?:年前|时期|期初|初期|末|前|年初))|与[^，。；]{1,10}前相比"
)


def changes(left: str) -> bool:
    """Whether the words before a number name a change of their own."""
    return _last_change(left) is not None


def only_compares(left: str) -> bool:
    """Whether the words before a number say no more than beyond what it lies: 高于全国."""
    return _BEYOND.match(left) is not None


_BEYOND = re.compile(
    r"^[，、\s]?(?:均|分别)?(?:(?:高于|低于|快于|慢于|高出|低出|超出|领先)|"
    r"[比较][^，。；]{2,18}[高低快慢]出?$)"
)


def of(quantity: Quantity, clause: Clause, previous: Statement | None) -> tuple[str, str | None]:
    """Kind of statement and comparison; the value of a relative fall becomes negative."""
    if quantity.kind == "rank":
        return "rank", None
    if quantity.dimension == "multiple":
        return "multiple", comparison(clause.left)
    if clause.listed and previous is not None and _carries_on(clause, previous):
        if previous.measure == "growth_rate" and previous.quantity.value < 0:
            _negate(quantity)
        return previous.measure, previous.comparison
    if quantity.unit == "%":
        found = of_rate(clause.left, clause.right)
        if found.kind == "growth_rate" and found.falls:
            _negate(quantity)
    elif quantity.unit == "个百分点":
        found = of_points(clause.left)
    else:
        found = of_amount(clause.left)
    changes_something = found.kind in ("growth_rate", "increase", "decrease")
    if not changes_something:
        return found.kind, None
    return found.kind, comparison(clause.left) or _compared_before(clause.earlier)


_COMPARED_BEFORE = re.compile(r"[与同和比较](?:上年|去年|[0-9]{4}年)(?:同期)?相比$")


def _compared_before(earlier: str) -> str | None:
    """与上年相比， at the head of a sentence holds for the change that follows."""
    return "yoy" if _COMPARED_BEFORE.search(earlier) else None


def _negate(quantity: Quantity) -> None:
    """A fall: 下降5%至6% runs from -6 to -5."""
    if quantity.high is None:
        quantity.value = -quantity.value
    else:
        quantity.value, quantity.high = -quantity.high, -quantity.value


def _carries_on(clause: Clause, previous: Statement) -> bool:
    """Whether a listed number repeats the statement of the one before: 8.7%、31.5%和32.3%."""
    if previous.measure in ("increase", "decrease"):
        return not changes(clause.left)
    return len(clause.left) <= 2 and previous.measure in ("growth_rate", "share")
