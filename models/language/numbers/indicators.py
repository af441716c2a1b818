"""What a number counts: the noun phrase behind it, the one before it, or what a rate qualifies."""

import re

from models.language.numbers import measures, nouns, trimming
from models.language.numbers.nouns import Phrase
from models.language.numbers.quantity import Quantity
from models.language.numbers.statement import Clause, Statement

# Clauses that name a source or a way of looking at things, and nothing that could be counted.
_NO_TOPIC = re.compile(
    r"记者|介绍|了解|表示|获悉|显示|据悉|据统计|说$|(?:分|从|按|总|具体|横向|纵向|就)[^，。；]{0,10}(?:看|来看|来说|而言|分|划分|计算)$"
)
_COUNTED = frozenset(["count", "people", "other"])


def of(
    quantity: Quantity, clause: Clause, base: Statement | None, previous: Statement | None
) -> str | None:
    """What is counted: the words behind the number, or those before it, or the base's.

    Only those that can decide are tagged: that is what takes time.
    """
    if quantity.dimension in _COUNTED and quantity.kind != "index":
        after = _behind(clause)
        if after is not None:
            owner = after.text.partition("的")[0] if quantity.dimension == "people" else ""
            return owner if len(owner) > 1 else after.text  # 30名工人的工厂
    ahead = _ahead(_after(previous, clause))
    if _prefers_behind(quantity, clause, ahead):
        after = _behind(clause)
        if after is not None and not after.text.endswith(_STEPS):
            return after.text
    if quantity.noun:
        return quantity.noun
    if ahead is not None and ahead.text in ("占", "占比"):
        whole = base or previous
        return f"{whole.indicator}占比" if whole and whole.indicator else ahead.text
    if ahead is not None and ahead.text in trimming.words("pace") and base and base.indicator:
        return f"{base.indicator}{ahead.text}"
    if ahead is not None and not measures.only_compares(clause.left):
        return ahead.text
    if base is not None:
        return base.indicator
    if clause.earlier and not _NO_TOPIC.search(clause.earlier):
        ahead = nouns.before(clause.earlier)
        if ahead is not None:
            return ahead.text
    return _of_previous(quantity, previous) if previous is not None else None


def _of_previous(quantity: Quantity, previous: Statement) -> str | None:
    """What the number before was about: 生产总值跨过3个台阶、达5亿元 is not about steps."""
    if previous.quantity.dimension in _COUNTED and quantity.dimension not in _COUNTED:
        subject = nouns.subject(previous.left)
        if subject is not None:
            return subject
    return previous.indicator


def _after(previous: Statement | None, clause: Clause) -> Clause:
    """The clause without what the number before counts: 3个台阶、达5亿元."""
    counted = f"{previous.indicator}、" if previous is not None and previous.indicator else "、"
    left = clause.left.removeprefix(counted)
    head, mark, item = left.rpartition("、")
    if mark and head and _OWN_MEASURE.match(item):
        left = item  # 投资1亿元的甲项目、投资2亿元的乙项目
    return clause._replace(left=left)


def _behind(clause: Clause) -> Phrase | None:
    """The phrase behind a number."""
    return nouns.behind(clause.right) if clause.right else None


def _ahead(clause: Clause) -> Phrase | None:
    """The phrase before a number, if it says anything."""
    ahead = nouns.before(clause.left) if clause.left else None
    return None if ahead is not None and ahead.text in trimming.words("empty") else ahead


def _prefers_behind(quantity: Quantity, clause: Clause, ahead: Phrase | None) -> bool:
    """Whether a noun behind an amount or a rank says what it is of, not the phrase before it."""
    if quantity.kind == "index":
        return False
    if ahead is None or ahead.open or _LISTS.search(clause.left):
        return True
    if _FORMER.search(clause.left) and quantity.dimension not in _COUNTED:
        return False  # 面积由2007年的727万亩发展到902万亩
    if measures.grows_behind(clause.right):
        return _NO_LEVEL.match(ahead.text) is not None  # 收入保持9%的年均增长
    if "的" in clause.left[-1:] + clause.right[:1]:
        return _REACHED.search(clause.left) is None and not _OWN_MEASURE.search(clause.left)
    if clause.left.endswith(("级", "型")) and quantity.dimension not in _COUNTED:
        return True  # 首款量产级9兆瓦时储能系统
    return quantity.kind == "rank"


_FORMER = re.compile("(?:年|原来|过去|此前|以前|最初|当初|原先|同期)的$")
_NO_LEVEL = re.compile("[比较]|[高低快慢]于|[一二三四五六七八九十]+年$")
_STEPS = ("台阶", "大关", "关口")  # 跨越110万亿元、120万亿元台阶
_LISTS = re.compile(r"(?:[、和及与]|以及)$")  # 28万个岗位、1200亿元产值
_OWN_MEASURE = re.compile(
    "(?:投资额?|[亩单年]产量?|储量|容量|总量|总额|金额|重量|面积|产值|营收|全长|总长|价值|库容|装机容量)(?:达|超|约)?$"
)  # 总投资50亿元的景区
_REACHED = re.compile("(?:已达|达到|达|超过|扩大到|扩大至)到?了?$")  # 建成区已达34平方公里的新城
