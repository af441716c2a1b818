"""Which level a rate, a share or a change qualifies."""

import re

from models.language.numbers import nouns, trimming
from models.language.numbers.quantity import Quantity
from models.language.numbers.statement import Clause, Statement

_CHANGES = frozenset(["growth_rate", "increase", "decrease"])


def of(
    quantity: Quantity, measure: str, clause: Clause, earlier: list[Statement]
) -> Statement | None:
    """The level that a rate, a share or a change qualifies: the last fitting one before it."""
    if not earlier or (measure not in _CHANGES and measure != "share"):
        return None
    if len(clause.left) <= 2 and clause.listed:
        return earlier[-1].base
    if measure == "share" and not _SHARE_OF_PART.search(clause.left):
        return None
    part = _part_of_share(clause.left.rpartition("、")[2]) if measure == "share" else None
    if measure in _CHANGES and not _speaks_of_last(clause.left):
        return None
    if measure in ("increase", "decrease") and clause.right and nouns.behind(clause.right):
        return None  # 新增7个示范点
    compared = _COMPARED.search(clause.left) is not None
    for statement in reversed(earlier):
        if _fits(quantity, measure, statement, compared) and _is_part(part, statement):
            return statement
    return None


def _part_of_share(left: str) -> str | None:
    """The words that name of what a share speaks, if it says so itself: 民间投资占比 → 民间投资."""
    match = _OWN_PART.match(left)
    return match[1] if match else None


_OWN_PART = re.compile(
    r"^[，,、；（(]?(?:其中|且|均|也|经检验|平均)*((?!占)[\u4e00-\u9fff“”]{2,14}?)(?:占|率|进度|比重|比例)"
)
# What names no part of its own, but how much of the last thing, or that it is done.
_OF_WHATEVER = re.compile(
    "(?:数|数量|(?P<money>额|投资|产值))$|(?:覆盖|完成|合格|办结|解决|整改|到位|兑现|落实|化解|办复|处置|参与|利用)$"
)


def _is_part(part: str | None, level: Statement) -> bool:
    """Whether a level can be the part that a share names: 办结41件 for 办结率."""
    if level.indicator is None or level.indicator.endswith(("台阶", "大关", "关口")):
        return level.indicator is None
    if part is None:
        return True
    whatever = _OF_WHATEVER.search(part) if len(part) <= _SHORT else None
    if whatever is not None:
        return whatever["money"] is None or level.quantity.dimension == "money"
    return part[-2:] in level.indicator and part[:2] in level.indicator


_SHORT = 4


def _speaks_of_last(left: str) -> bool:
    """Whether a change names nothing of its own but how fast: ，增速提升."""
    own = nouns.before(left)
    return own is None or own.text in trimming.words("pace")


def _fits(quantity: Quantity, measure: str, level: Statement, compared: bool) -> bool:
    """Whether a number can qualify a statement: points a percentage, an amount its own kind.

    One that is `compared` (同比增加) can also qualify what was added before: 新增678万人.
    """
    unit = level.quantity.unit
    if quantity.unit == "个百分点":
        return unit == "%" and level.measure in ("share", "level", "growth_rate")
    if unit in ("%", "个百分点"):
        return False
    if measure in ("increase", "decrease"):
        same = level.quantity.dimension == quantity.dimension
        return same and (level.measure == "level" or (compared and level.measure == "increase"))
    return level.base is None and level.measure in ("level", "increase", "decrease")


_COMPARED = re.compile("同比|环比|[比较与]")
_SHARE_OF_PART = re.compile(
    r"占(?!有|用|领|地(?!区))|比重|完成率|办结率|解决率|合格率|完成[^，。；]{0,6}(?:任务|目标|计划)的?$|"
    r"^[，,]?[\u4e00-\u9fff]{0,4}(?:率|进度)(?:为|达|达到|约|超过)*$"
)
