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
from models.language.numbers.links import Name, Names
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
    flow: bool  # adds up over time, rather than being a state at a day
    span: Span
    period_text: str | None
    place: str | None
    organization: str | None
    initiative: str | None
    base: "Statement | None"


class Clause(NamedTuple):
    """The surroundings of one number: the text before and behind it, cut at its neighbours."""

    left: str  # from the clause's start or the previous number
    right: str  # until the sentence's end or the next number
    listed: bool  # continues an enumeration: only 、 or 和 and words of the next item before it
    before: str  # the sentence up to the number
    earlier_clause: str  # the clause before, back to the previous number
    right_clause: int  # length of the text behind the number up to the next clause mark


def read(text: str, as_of: dt.date | None, blocks: list[Block], names: Names) -> list[Statement]:
    """All numeric statements of an article, in order."""
    found = _quantities(text, names)
    statements: list[Statement] = []
    year: str | None = None
    at, plans_ahead, topic, ahead = 0, False, None, False
    for block in blocks:
        if block.is_heading:
            plans_ahead = _opens_plans(text[block.start : block.end], plans_ahead)
        first = at
        while at < len(found) and found[at].start < block.end:
            at += 1
        if at > first:
            holds, year = scopes.of_block(text, block.start, block.end, names.ends, year)
            reader = _BlockReader(text, as_of, block, names, holds, plans_ahead)
            reader.topic, reader.ahead = topic, ahead and text.startswith(_GOES_ON, block.start)
            statements += reader.read(found[first:at])
            ahead = reader.ahead
        topic = links.topic(text, names, block.start, block.end) or topic
    return statements


_GOES_ON = ("同时", "此外", "另外")
_SECTION = re.compile(r"[一二三四五六七八九十]+、")


def _opens_plans(heading: str, before: bool) -> bool:
    """Whether what stands under a heading is meant to happen; sub-headings change nothing."""
    if len(heading) > 40 or not _SECTION.match(heading):
        return before
    return pattern("plans_ahead").search(heading) is not None


def _quantities(text: str, names: Names) -> list[Quantity]:
    """The quantities outside quoted slogans, titles and names, in order."""
    found = quantities.scan(text) + unitless.find(text)
    if not found:
        return found
    found.sort(key=lambda quantity: (quantity.number_start, -quantity.end))
    quoted = traps.quoted(text)
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
        self.speaker_body = names.body_of(block.speaker, text) if block.speaker else None
        self.ahead = False  # whether the last sentence with a number looked ahead
        self.topic: str | None = None  # the place that the paragraphs before speak of

    def read(self, found: list[Quantity]) -> list[Statement]:
        """One statement for each quantity of the block."""
        statements: list[Statement] = []
        sentences = sentence_spans(self.text[self.block.start : self.block.end])
        at, sentence = -1, (0, 0)
        earlier: list[Statement] = []  # of the same sentence
        for index, quantity in enumerate(found):
            while at + 1 < len(sentences) and sentence[1] <= quantity.start:
                at += 1
                start, end = sentences[at]
                sentence, earlier = (self.block.start + start, self.block.start + end), []
            following = found[index + 1].start if index + 1 < len(found) else self.block.end
            clause = self._clause(quantity, sentence, earlier, following)
            run = _run(self.text, found, index)
            shared = _shared_level(self.text, found, run, index, earlier)
            earlier.append(self._statement(quantity, sentence, earlier, clause, shared))
            if shared is None and (item := _shared_noun(self.text, sentence[0], found, run, index)):
                earlier[-1].indicator = item
            _share_head(earlier)
            statements.append(earlier[-1])
        return statements

    def _statement(
        self,
        quantity: Quantity,
        sentence: tuple[int, int],
        earlier: list[Statement],
        clause: Clause,
        shared: Statement | None,
    ) -> Statement:
        previous = earlier[-1] if earlier else None
        measure, comparison = _measure(quantity, clause, previous)
        base = shared or _base(measure, clause, earlier)
        at = quantity.start
        phrase = scopes.governing(
            self.holds, at - len(clause.left), at, quantity.end + clause.right_clause
        )
        indicator = shared.indicator if shared else _indicator(quantity, clause, base, previous)
        _restore_unit(quantity, indicator)
        span, reach = periods.resolve(phrase.reading, self.as_of) if phrase else (OPEN, None)
        target = self._looks_ahead(clause, at, span, reach)
        flow = base.flow if base is not None else _is_flow(measure, clause, indicator, previous)
        span = scopes.days(phrase, self.as_of, flow, target)
        if comparison is None and measure == "growth_rate" and _is_long(span):
            comparison = "period"
        body = links.subject(self.text, self.names, sentence[0], at) or self.speaker_body
        return Statement(
            quantity,
            sentence,
            indicator,
            measure,
            comparison,
            target,
            flow,
            span,
            phrase.text if phrase else None,
            self._place(sentence[0], at, body),
            body.entity_id if body else None,
            links.programme(self.text, self.names, sentence[0], at, sentence[1]),
            base,
        )

    def _place(self, sentence: int, at: int, body: Name | None) -> str | None:
        """The place of a number: the nearest named, the body's, the topic's, the article's."""
        names = self.names
        named = links.place(self.text, names, self.block.start, sentence, at)
        if named is not None and not (body and named.text in links.WIDER):
            return named.entity_id
        of_body = names.place_of(body.place_code) if body else None
        return of_body or (None if body else self.topic) or names.main_place(self.text)

    def _looks_ahead(
        self, clause: Clause, at: int, span: Span, reach: periods.Reach | None
    ) -> bool:
        """Whether a number is a target: by its sentence, its period, or what stands before."""
        said = statuses.said(clause.before)
        if said is None:
            said = statuses.implied(span, reach, self.as_of)
        if said is None and reach is None:
            said = statuses.said(self.text[self.block.start : at])
            said = said if said is not None else self.ahead or self.plans_ahead
        self.ahead = bool(said)
        return self.ahead

    def _clause(
        self,
        quantity: Quantity,
        sentence: tuple[int, int],
        earlier: list[Statement],
        following: int,
    ) -> Clause:
        text = self.text
        start = max(sentence[0], earlier[-1].quantity.end if earlier else 0)
        between = text[start : quantity.start]
        cut = max(between.rfind(mark) for mark in _CLAUSE_MARKS)
        listed = bool(earlier) and cut < 0 and _LISTING.match(between) is not None
        right = text[quantity.end : min(following, sentence[1])]
        mark = _CLAUSE_MARK.search(right)
        return Clause(
            between[cut + 1 :],
            right,
            listed,
            text[sentence[0] : quantity.start],
            between[: cut + 1].rstrip(_CLAUSE_MARKS),
            mark.start() if mark else len(right),
        )


_CLAUSE_MARKS = "，。；：！？,;!?（("
_CLAUSE_MARK = re.compile(f"[{re.escape(_CLAUSE_MARKS)}]")
_LISTING = re.compile(r"^(?:、|和|以及|及|与)")
_BARE_LISTING = ("、", "和", "及", "与", "以及")


def _run(text: str, found: list[Quantity], index: int) -> tuple[int, int]:
    """First and last of the bare numbers that are listed together: 8.7%、31.5%和32.3%."""
    first = last = index
    while first > 0 and text[found[first - 1].end : found[first].start] in _BARE_LISTING:
        first -= 1
    while last + 1 < len(found) and text[found[last].end : found[last + 1].start] in _BARE_LISTING:
        last += 1
    return first, last


def _shared_level(
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


def _shared_noun(
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
    item = indicators.before(items[index - first])
    return item.text if item else None


def _share_head(earlier: list[Statement]) -> None:
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


def _is_long(span: Span) -> bool:
    """Whether a period is longer than a year."""
    return bool(span.first and span.last and (span.last - span.first).days > 400)


def _measure(
    quantity: Quantity, clause: Clause, previous: Statement | None
) -> tuple[str, str | None]:
    """Kind of statement and comparison; the value of a fall becomes negative."""
    if quantity.kind == "rank":
        return "rank", None
    if quantity.dimension == "multiple":
        return "multiple", measures.comparison(clause.left)
    if clause.listed and previous is not None and _carries_on(clause, previous):
        if previous.measure == "growth_rate" and previous.quantity.value < 0:
            _negate(quantity)
        return previous.measure, previous.comparison
    if quantity.unit == "%":
        found = measures.of_rate(clause.left, clause.right)
        if found.kind == "growth_rate" and found.falls:
            _negate(quantity)
    elif quantity.unit == "个百分点":
        found = measures.of_points(clause.left)
    else:
        found = measures.of_amount(clause.left)
    if found.kind in ("growth_rate", "increase", "decrease"):
        return found.kind, measures.comparison(clause.left)
    return found.kind, None


def _negate(quantity: Quantity) -> None:
    """A fall: 下降5%至6% runs from -6 to -5."""
    if quantity.high is None:
        quantity.value = -quantity.value
    else:
        quantity.value, quantity.high = -quantity.high, -quantity.value


def _carries_on(clause: Clause, previous: Statement) -> bool:
    """Whether a listed number repeats the statement of the one before: 8.7%、31.5%和32.3%."""
    if previous.measure in ("increase", "decrease"):
        return not measures.changes(clause.left)
    return len(clause.left) <= 2 and previous.measure in ("growth_rate", "share")


def _base(measure: str, clause: Clause, earlier: list[Statement]) -> Statement | None:
    """The level that a rate, a share or a change qualifies: the last one before it."""
    if measure not in ("growth_rate", "share", "increase", "decrease") or not earlier:
        return None
    if len(clause.left) <= 2 and clause.listed:
        return earlier[-1].base
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
    quantity: Quantity, clause: Clause, base: Statement | None, previous: Statement | None
) -> str | None:
    """What is counted: the words behind the number, or those before it, or the base's."""
    behind = indicators.behind(clause.right) if clause.right else None
    before = indicators.before(clause.left) if clause.left else None
    counted = quantity.dimension in _COUNTED or quantity.kind == "rank"
    if behind and (counted or before is None or before.open or "的" in _touching(clause)):
        return behind.text
    if before is not None and before.text in ("占", "占比"):
        whole = base or previous
        return f"{whole.indicator}占比" if whole and whole.indicator else before.text
    if before is not None and not measures.only_compares(clause.left):
        return before.text
    if base is not None:
        return base.indicator
    if clause.earlier_clause and (before := indicators.before(clause.earlier_clause)):
        return before.text
    return previous.indicator if previous is not None else None


def _touching(clause: Clause) -> str:
    """The characters that touch the number on both sides."""
    return clause.left[-1:] + clause.right[:1]


_COUNTED = frozenset(["count", "people", "other"])
_MONEY_WORDS = re.compile(
    r"产值|收入|规模|GDP|生产总值|总量|投资|利润|营收|销售|贷款|存款|资金|税|额|价值|市值|资产|支出|经费|消费|出口|进口|债"
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
    r"收入|利润|产值|增加值|生产总值|GDP|产量|销售|投资|出口|进口|零售|完成|实现|新增|增长|下降|接待|发电量|用电|消费|支出|"
    r"办理|受理|举办|开展|培训|旅客|吞吐|运量|增加|减少|组织|发放|签约|落实|处置|查处|解决|整改|救助|运输|募集|争取|引进|交易|成交|营收|"
    r"办结|赴|组团|地接|签证"
)


def _is_flow(
    measure: str, clause: Clause, indicator: str | None, previous: Statement | None
) -> bool:
    """Whether the number adds up over time (收入) or is a state at a day (户数)."""
    if previous is not None and indicator is not None and indicator == previous.indicator:
        return previous.flow
    if measure in ("growth_rate", "increase", "decrease"):
        return True
    return _FLOW.search(clause.left) is not None or (
        indicator is not None and _FLOW.search(indicator) is not None
    )
