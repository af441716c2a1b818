"""Reads one article: every number that says something, with all that it says."""

import datetime as dt
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from models.language.numbers import (
    indicators,
    links,
    measures,
    periods,
    quantities,
    scopes,
    statuses,
    traps,
    unitless,
)
from models.language.numbers.cues import pattern
from models.language.numbers.links import Names
from models.language.numbers.quantities import Quantity
from models.language.numbers.scopes import Hold
from models.language.numbers.spans import OPEN, Span
from models.language.sentences import sentence_spans


class Block(NamedTuple):
    """One block of an article by code points of its text."""

    start: int
    end: int
    speaker: str | None
    heading: str | None
    is_heading: bool


@dataclass(slots=True)
class Statement:
    """One number and what it says; offsets are code points of the article's text."""

    quantity: Quantity
    sentence: tuple[int, int]
    indicator: str | None
    measure: str
    comparison: str | None
    target: bool
    span: Span
    period_text: str | None
    place: str | None
    organization: str | None
    initiative: str | None
    base: "Statement | None"


@dataclass(slots=True)
class _Clause:
    """The surroundings of one number: its text before and behind, cut at its neighbours."""

    left: str  # from the clause's start or the previous number
    right: str  # until the clause's end or the next number
    listed: bool  # continues an enumeration: 、 or 和 after the previous number
    before: str  # the sentence up to the number


_CLAUSE = re.compile(r"[，。；：！？,;!?\n（(]")
_LISTING = re.compile(r"^(?:[、]|和|以及|及|与)")


def read(text: str, as_of: dt.date | None, blocks: list[Block], names: Names) -> list[Statement]:
    """All numeric statements of an article, in order."""
    found = _quantities(text, names)
    if not found:
        return []
    statements: list[Statement] = []
    year: str | None = None
    at, plans_ahead = 0, False
    for block in blocks:
        if block.is_heading and len(text[block.start : block.end]) < 40:
            heading = text[block.start : block.end]
            if _SECTION.match(heading) or not plans_ahead:
                plans_ahead = pattern("plans_ahead").search(heading) is not None
        first = at
        while at < len(found) and found[at].start < block.end:
            at += 1
        if at > first:
            holds, year = scopes.of_block(text, block.start, block.end, names.ends, year)
            reader = _BlockReader(text, as_of, block, names, holds, plans_ahead)
            statements += reader.read(found[first:at])
    return statements


_SECTION = re.compile(r"[一二三四五六七八九十]+、")


def _quantities(text: str, names: Names) -> list[Quantity]:
    """The quantities outside quoted slogans, titles and names, in order."""
    found = quantities.scan(text) + unitless.find(text)
    found.sort(key=lambda quantity: (quantity.number_start, -quantity.end))
    quoted = traps.quoted(text) if found else []
    starts = [start for start, _ in quoted]
    kept: list[Quantity] = []
    for quantity in found:
        if kept and quantity.number_start < kept[-1].end:
            continue
        at = bisect_right(starts, quantity.number_start) - 1
        if at >= 0 and quantity.number_end <= quoted[at][1]:
            continue
        name = names.around(quantity.number_start, quantity.number_end)
        if name is not None and name.type != "initiative":
            continue
        kept.append(quantity)
    return kept


class _BlockReader:
    """Reads the numbers of one block in order; later ones lean on earlier ones."""

    def __init__(
        self,
        text: str,
        as_of: dt.date | None,
        block: Block,
        names: Names,
        holds: list[Hold],
        plans_ahead: bool,
    ) -> None:
        self.text, self.as_of, self.block, self.names = text, as_of, block, names
        self.holds, self.plans_ahead = holds, plans_ahead
        body = names.body_of(block.speaker) if block.speaker else None
        self.speaker_body = body

    def read(self, found: list[Quantity]) -> list[Statement]:
        """One statement for each quantity of the block."""
        statements: list[Statement] = []
        sentences = [
            (self.block.start + start, self.block.start + end)
            for start, end in sentence_spans(self.text[self.block.start : self.block.end])
        ]
        at = 0
        earlier: list[Statement] = []  # of the same sentence
        for index, quantity in enumerate(found):
            while at + 1 < len(sentences) and sentences[at][1] <= quantity.start:
                at += 1
                earlier = []
            following = found[index + 1].start if index + 1 < len(found) else self.block.end
            statement = self._statement(quantity, sentences[at], earlier, following)
            earlier.append(statement)
            statements.append(statement)
        return statements

    def _statement(
        self,
        quantity: Quantity,
        sentence: tuple[int, int],
        earlier: list[Statement],
        following: int,
    ) -> Statement:
        clause = self._clause(quantity, sentence, earlier, following)
        previous = earlier[-1] if earlier else None
        measure, comparison = _measure(quantity, clause, previous)
        base = _base(measure, clause, earlier)
        phrase = scopes.governing(self.holds, quantity.start)
        indicator = _indicator(quantity, clause, base, previous)
        _restore_unit(quantity, indicator)
        span, reach = periods.resolve(phrase.text, self.as_of) if phrase else (OPEN, None)
        target = statuses.is_target(clause.before, span, reach, self.as_of, self.plans_ahead)
        flow = _is_flow(measure, clause, indicator)
        span = scopes.days(phrase, self.as_of, flow, target)
        if comparison is None and measure == "growth_rate" and _is_long(span):
            comparison = "period"
        body = (
            links.subject(self.text, self.names, sentence[0], quantity.start) or self.speaker_body
        )
        place = links.place(self.text, self.names, self.block.start, sentence[0], quantity.start)
        if place is None:
            place = (
                self.names.place_of(body.place_code) if body else None
            ) or self.names.main_place()
        return Statement(
            quantity,
            sentence,
            indicator,
            measure,
            comparison,
            target,
            span,
            phrase.text if phrase else None,
            place,
            body.entity_id if body else None,
            links.programme(self.names, sentence[0], quantity.start, sentence[1]),
            base,
        )

    def _clause(
        self,
        quantity: Quantity,
        sentence: tuple[int, int],
        earlier: list[Statement],
        following: int,
    ) -> _Clause:
        text = self.text
        start = max(sentence[0], earlier[-1].quantity.end if earlier else 0)
        between = text[start : quantity.start]
        listed = bool(earlier) and _LISTING.match(between) is not None
        cut = max((between.rfind(c) for c in "，。；：！？,;!?（("), default=-1)
        left = between[cut + 1 :]
        if cut >= 0:
            listed = False
        right = text[quantity.end : min(following, sentence[1])]
        return _Clause(left, right, listed, text[sentence[0] : quantity.start])


def _is_long(span: Span) -> bool:
    """Whether a period is longer than a year."""
    return bool(span.first and span.last and (span.last - span.first).days > 400)


def _measure(
    quantity: Quantity, clause: _Clause, previous: Statement | None
) -> tuple[str, str | None]:
    """Kind of statement and comparison; the value of a fall becomes negative."""
    if quantity.kind in ("rank", "multiple") or quantity.dimension == "multiple":
        kind = "rank" if quantity.kind == "rank" else "multiple"
        return kind, measures.comparison(clause.left, clause.left)
    if clause.listed and previous is not None and _carries_on(clause, previous):
        if previous.measure == "growth_rate" and previous.quantity.value < 0:
            quantity.value = -quantity.value
        return previous.measure, previous.comparison
    if quantity.unit == "%":
        found = measures.of_rate(clause.left, clause.right)
        if found.kind == "growth_rate" and found.falls:
            quantity.value = -quantity.value
            if quantity.high is not None:
                quantity.value, quantity.high = -quantity.high, quantity.value
    elif quantity.unit == "个百分点":
        found = measures.of_points(clause.left)
    else:
        found = measures.of_amount(clause.left)
    if found.kind in ("growth_rate", "increase", "decrease"):
        return found.kind, measures.comparison(clause.left, clause.left)
    return found.kind, None


def _carries_on(clause: _Clause, previous: Statement) -> bool:
    """Whether a listed number repeats the statement of the one before: 8.7%、31.5%和32.3%."""
    if previous.measure in ("increase", "decrease"):
        return True
    return len(clause.left) <= 2 and previous.measure in ("growth_rate", "share")


def _base(measure: str, clause: _Clause, earlier: list[Statement]) -> Statement | None:
    """The level that a rate, a share or a change qualifies: the last one before it."""
    if measure not in ("growth_rate", "share", "increase", "decrease") or not earlier:
        return None
    if measure == "share" and not _SHARE_OF_PART.search(clause.left):
        return None
    if measure != "share" and indicators.before(clause.left):
        return None
    for statement in reversed(earlier):
        if statement.measure == "level" and statement.quantity.unit != "%":
            return statement
    return None


_SHARE_OF_PART = re.compile(r"占|比重|完成率|办结率|解决率|合格率")


def _indicator(
    quantity: Quantity,
    clause: _Clause,
    base: Statement | None,
    previous: Statement | None,
) -> str | None:
    """What is counted: the words behind the number, or those before it, or the base's."""
    behind = indicators.behind(clause.right)
    before = indicators.before(clause.left)
    counted = quantity.dimension in ("count", "people", "other") or quantity.kind == "rank"
    if behind and (counted or clause.right.startswith("的") or not before):
        return behind
    if before:
        return before
    if behind:
        return behind
    if base is not None:
        return base.indicator
    return previous.indicator if previous is not None else None


_MONEY_WORDS = re.compile(
    r"产值|收入|规模|GDP|生产总值|总量|投资|利润|营收|销售|贷款|存款|资金|税|额|价值|市值|资产|支出|经费|消费|进出口|出口|进口|债"
)
_PEOPLE_WORDS = re.compile(
    r"人|游客|旅客|群众|职工|党员|学生|农民|员工|村民|居民|户籍|劳动力|用户|观众|干部|教师|医生|女性|男性|老年|儿童|粉丝"
)


def _restore_unit(quantity: Quantity, indicator: str | None) -> None:
    """The measure word that the text left out, as far as the counted thing tells it."""
    if quantity.unit is not None or quantity.kind != "amount" or indicator is None:
        return
    if _PEOPLE_WORDS.search(indicator):
        quantity.unit, quantity.dimension = "人", "people"
    elif _MONEY_WORDS.search(indicator):
        quantity.unit, quantity.dimension = "元", "money"


_FLOW = re.compile(
    r"收入|利润|产值|增加值|生产总值|GDP|产量|销售|投资|出口|进口|零售|完成|实现|新增|增长|下降|接待|发电|用电|消费|支出|"
    r"办理|受理|举办|开展|培训|旅客|吞吐|运量|增加|减少|组织|发放|签约|落实|处置|查处|解决|整改|救助|运输|募集|争取|引进|交易|成交|营收"
)


def _is_flow(measure: str, clause: _Clause, indicator: str | None) -> bool:
    """Whether the number adds up over time (收入) or is a state at a day (户数)."""
    if measure in ("growth_rate", "increase", "decrease"):
        return True
    return _FLOW.search(clause.left) is not None or (
        indicator is not None and _FLOW.search(indicator) is not None
    )
