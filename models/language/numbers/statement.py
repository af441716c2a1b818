"""What one number says, and the words that stand around it."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from models.language.numbers.quantity import Quantity
from models.language.numbers.spans import Span


class Block(NamedTuple):
    """One block of an article by code points of its text."""

    start: int
    end: int
    speaker: str | None
    is_heading: bool
    is_question: bool = False


@dataclass(slots=True)
class Statement:
    """One number and what it says; offsets are code points of the article's text."""

    quantity: Quantity
    sentence: tuple[int, int]
    indicator: str | None
    measure: str
    comparison: str | None
    target: bool
    flow: bool  # adds up over time, rather than being a state at a day
    span: Span
    period_text: str | None
    place: str | None
    organization: str | None
    initiative: str | None
    base: "Statement | None"
    left: str  # what stands before the number in its clause


class Clause(NamedTuple):
    """The surroundings of one number: the text before and behind it, cut at its neighbours."""

    left: str  # from the clause's start or the previous number
    right: str  # until the sentence's end or the next number
    right_length: int  # of the part of `right` before the next clause mark
    listed: bool  # goes on an enumeration: 、 or 和 joins it to the previous number
    earlier: str  # the clause before, back to the previous number


_MARKS = "，。；：！？,;!?（("
_LAST_MARK = re.compile(rf".*[{re.escape(_MARKS)}]", re.DOTALL)
_LAST_OTHER_MARK = re.compile(rf".*[{re.escape(_MARKS[:-2])}]", re.DOTALL)
_CLOSED = re.compile("[）)]")
_FIRST_MARK = re.compile(rf"[{re.escape(_MARKS)}]")
_JOINED = re.compile(r"^(?:、|和|以及|及|与)")


def clause_of(text: str, quantity: Quantity, start: int, following: int, end: int) -> Clause:
    """The clause of a number; `start` is the sentence's or the end of the previous number in it.

    `following` is where the next number starts and `end` where the sentence ends.
    """
    before = text[start : quantity.start]
    cut = _LAST_MARK.match(before)
    if cut is not None and cut[0][-1] in "（(" and _CLOSED.search(before, cut.end()):
        cut = _LAST_OTHER_MARK.match(before)  # 养殖棚（场）12家
    right = text[quantity.end : min(following, end)]
    mark = _FIRST_MARK.search(right)
    return Clause(
        before[cut.end() :] if cut else before,
        right,
        mark.start() if mark else len(right),
        cut is None and _JOINED.match(before) is not None,
        cut[0].rstrip(_MARKS) if cut else "",
    )


_MARKS_AHEAD = "，。；：！？,;:\n"
_OPENERS = (
    *("其中", "同时", "日前", "近日", "以来", "期间", "目前", "截至", "如今"),
    *_MARKS_AHEAD,
    *(f"{mark}“" for mark in _MARKS_AHEAD),
    *("。”", "！”", "？”", "，”"),
    *"（(年月日后下",
)
_LONG_OPENERS = "|".join(f"(?<={re.escape(word)})" for word in _OPENERS if len(word) > 1)
_SHORT_OPENERS = "".join(re.escape(word) for word in _OPENERS if len(word) == 1)
_OPENER_ENDS = frozenset(word[-1] for word in _OPENERS)
CLAUSE_OPENING = f"(?:(?<=[{_SHORT_OPENERS}])|{_LONG_OPENERS}|(?<=^“)|^)"


def opens_clause(text: str, at: int, start: int) -> bool:
    """Whether a clause begins at an offset, or its time goes before: 今年9月水务局…."""
    if at == start or (at == start + 1 and text[start] == "“"):
        return True
    if text[at - 1] == "、":
        return _ITEM_WITH_NUMBER.search(text, max(start, at - 14), at) is not None
    return text[at - 1] in _OPENER_ENDS and text.endswith(_OPENERS, start, at)


_ITEM_WITH_NUMBER = re.compile(r"[%％倍点元][^、，；。]{0,4}、$")  # 甲集团增长8%、乙集团增长5%


def ends_with_its_clause(text: str, end: int, at: int) -> bool:
    """Whether a name that ends at `end` is done with before `at`: its clause counts nothing.

    So a report goes through its news: 河湾地铁开通，基础设施投资增长5%.
    """
    mark = _END_OF_CLAUSE.search(text, end, at)
    return mark is not None and _NUMBER.search(text, end, mark.start()) is None


_END_OF_CLAUSE = re.compile("[，；。]")
_NUMBER = re.compile(r"[0-9](?![0-9.]*[年月日号])")
