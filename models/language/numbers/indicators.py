"""What a number counts: the noun phrase behind it, the one before it, or what a rate qualifies."""

import re

from models.language.numbers import measures, nouns
from models.language.numbers.nouns import Phrase
from models.language.numbers.quantity import Quantity
from models.language.numbers.statement import Clause, Statement

_SOURCE = re.compile(r"记者|介绍|了解|表示|获悉|显示|据悉|据统计|说$")
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
    ahead = _ahead(clause)
    if _prefers_behind(quantity, clause, ahead):
        after = _behind(clause)
        if after is not None:
            return after.text
    if quantity.noun:
        return quantity.noun
    if ahead is not None and ahead.text in ("占", "占比"):
        whole = base or previous
        return f"{whole.indicator}占比" if whole and whole.indicator else ahead.text
    if ahead is not None and ahead.text in nouns.words("pace") and base and base.indicator:
        return f"{base.indicator}{ahead.text}"
    if ahead is not None and not measures.only_compares(clause.left):
        return ahead.text
    if base is not None:
        return base.indicator
    if clause.earlier and not _SOURCE.search(clause.earlier):
        ahead = nouns.before(clause.earlier)
        if ahead is not None:
            return ahead.text
    return previous.indicator if previous is not None else None


def _behind(clause: Clause) -> Phrase | None:
    """The phrase behind a number."""
    return nouns.behind(clause.right) if clause.right else None


def _ahead(clause: Clause) -> Phrase | None:
    """The phrase before a number, if it says anything."""
    ahead = nouns.before(clause.left) if clause.left else None
    return None if ahead is not None and ahead.text in nouns.words("empty") else ahead


def _prefers_behind(quantity: Quantity, clause: Clause, ahead: Phrase | None) -> bool:
    """Whether a noun behind an amount or a rank says what it is of, not the phrase before it."""
    if quantity.kind == "index":
        return False
    if ahead is None or ahead.open or _LISTS.search(clause.left):
        return True
    if "的" in clause.left[-1:] + clause.right[:1]:
        return _REACHED.search(clause.left) is None
    return quantity.kind == "rank"


_LISTS = re.compile(r"(?:[、和及与]|以及)$")  # 28万个岗位、1200亿元产值
_REACHED = re.compile("(?:已达|达到|达|超过|扩大到|扩大至)到?了?$")  # 建成区已达34平方公里的新城
