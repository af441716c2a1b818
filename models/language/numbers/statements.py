"""Reads one article: every number that says something, with all that it says."""

import datetime as dt
import re
from bisect import bisect_right
from typing import NamedTuple

from models.language.numbers import (
    bases,
    elided,
    flows,
    indicators,
    lists,
    measures,
    nouns,
    periods,
    programmes,
    quantities,
    scopes,
    statuses,
    traps,
    unitless,
)
from models.language.numbers.bodies import Bodies, Post
from models.language.numbers.names import Names
from models.language.numbers.places import Places, before_examples
from models.language.numbers.quantity import Quantity
from models.language.numbers.spans import OPEN, Span
from models.language.numbers.statement import Block, Clause, Statement, clause_of
from models.language.sentences import sentence_spans


class _Carried(NamedTuple):
    """What one paragraph hands to the next."""

    year: str | None = None  # the year that 全年 and 年末 mean
    ahead: bool = False  # whether the last number was a target
    plans: bool = False  # whether the section is about what is planned


class Article(NamedTuple):
    """What the numbers of one article are read from.

    `header` is what stands above its text; `is_report` marks a report of an institution.
    """

    text: str
    as_of: dt.date | None
    by_year: bool  # `as_of` is known to the year only
    header: str
    is_report: bool
    blocks: list[Block]
    names: Names
    posts: list[Post]


def read(article: Article, found: list[Quantity]) -> list[Statement]:
    """All numeric statements of an article, in order; `found` are the `quantities_in` its text."""
    text, blocks, names = article.text, article.blocks, article.names
    found = _outside_names(found, text, names)
    bodies = Bodies(text, names, article.header, article.posts, article.is_report)
    places = Places(text, names, article.header, is_report=article.is_report)
    statements: list[Statement] = []
    year, ahead, plans = _Carried()
    alike: dict[str | None, str] = {}
    at = 0
    for number, block in enumerate(blocks):
        if at == len(found):
            break
        if block.is_heading:
            plans = _opens_plans(text, block, plans)
        first = at
        while at < len(found) and found[at].start < block.end:
            at += 1
        bodies.enter(block)
        if at > first:
            places.enter(blocks, number)
            reader = _BlockReader(article, block, bodies, places, _Carried(year, ahead, plans))
            reader.alike = alike
            statements += reader.read(found[first:at])
            year, ahead = reader.year, reader.ahead
        else:
            year = scopes.year_named(text, block.start, block.end) or year
    return statements


_SECTION = re.compile(r"[一二三四五六七八九十]+、")


def _opens_plans(text: str, block: Block, before: bool) -> bool:
    """Whether what stands under a heading is meant to happen; sub-headings change nothing."""
    if block.end - block.start > 40 or not _SECTION.match(text, block.start):
        return before
    return statuses.opens_plans(text[block.start : block.end], before)


def quantities_in(text: str) -> list[Quantity]:
    """The quantities of a text with and without units, in order; some may overlap."""
    found = quantities.scan(text)
    alone = unitless.find(text)
    if alone:
        found += alone
        found.sort(key=lambda quantity: (quantity.number_start, -quantity.end))
    return found


def _outside_names(found: list[Quantity], text: str, names: Names) -> list[Quantity]:
    """The quantities outside quoted slogans, titles and names, without overlaps."""
    quoted = traps.quoted(text)
    starts = [start for start, _ in quoted]
    kept: list[Quantity] = []
    end = 0
    for quantity in found:
        if quantity.number_start < end:
            continue
        at = bisect_right(starts, quantity.number_start) - 1
        if at >= 0 and quantity.number_end <= quoted[at][1]:
            continue
        name = names.around(quantity.number_start, quantity.number_end)
        if name is None or name.type == "initiative":
            kept.append(quantity)
            end = quantity.end
    return kept


# How far a number leans on what stands before it: enough for any real sentence and paragraph,
# and little enough that a text without full stops stays linear.
_LOOK_BACK = 600
_RECENT = 40
_GOES_ON = ("同时", "此外", "另外")
_AIMS = ("的目标", "目标", "的预期目标", "的任务")
_PEOPLE_OF = re.compile("居民|同胞|旅客|籍")
_SHARE_MOVES = re.compile("[大收续齐]?[涨跌](?:超|逾|近|约)?")  # 海澄国际跌5%


class _BlockReader:
    """Reads the numbers of one paragraph in order; later ones lean on earlier ones."""

    def __init__(
        self,
        article: Article,
        block: Block,
        bodies: Bodies,
        places: Places,
        carried: _Carried,
    ) -> None:
        text, names = article.text, article.names
        self.by_year, self.is_report = article.by_year, article.is_report
        self.text, self.as_of, self.block, self.names = text, article.as_of, block, names
        self.holds, self.year = scopes.of_block(
            text, block.start, block.end, names.ends, carried.year
        )
        self.outlook = statuses.Outlook(text, block.start, block.end, self.as_of)
        self.ahead = carried.ahead and text.startswith(_GOES_ON, block.start)
        self.plans, self.bodies, self.places = carried.plans, bodies, places
        self.alike: dict[str | None, str] = {}  # unit → what it measured last in the article

    def read(self, found: list[Quantity]) -> list[Statement]:
        """One statement for each quantity of the paragraph."""
        text, offset = self.text, self.block.start
        statements: list[Statement] = []
        earlier: list[Statement] = []  # of the same sentence
        sentences = iter(sentence_spans(text[offset : self.block.end]))
        start = end = offset
        for index, quantity in enumerate(found):
            while end <= quantity.start:
                first, last = next(sentences)
                start, end, earlier = offset + first, offset + last, []
            following = found[index + 1].start if index + 1 < len(found) else end
            previous_end = earlier[-1].quantity.end if earlier else start
            clause = clause_of(text, quantity, previous_end, following, end)
            owned, clause = clause, self._without_owner(clause, quantity.start)
            run = lists.run_of(text, found, index)
            del earlier[:-_RECENT]
            level = lists.shared_level(text, found, run, index, earlier)
            statement = self._statement(quantity, (start, end), earlier, clause, level)
            item = (
                lists.dealt(text, start, found, run, index, self.names) if level is None else None
            )
            if item is not None and (item.noun or statement.indicator):
                statement.indicator = item.noun or statement.indicator
                statement.place = self.names.place_in(item.start, item.end) or statement.place
            elif level is None and _only_owner(owned, clause):
                statement.indicator = self.alike.get(quantity.unit, statement.indicator)
            elif statement.base is None:
                statement.indicator = elided.with_head(
                    statement.indicator, self.alike.get(quantity.unit), clause
                )
            if statement.indicator:
                self.alike[quantity.unit] = statement.indicator
            earlier.append(statement)
            lists.share_head(earlier)
            statements.append(statement)
        return statements

    def _statement(
        self,
        quantity: Quantity,
        sentence: tuple[int, int],
        earlier: list[Statement],
        clause: Clause,
        level: Statement | None,
    ) -> Statement:
        """The statement of one number; `level` is what a 分别 list deals out to it."""
        at, previous = quantity.start, earlier[-1] if earlier else None
        near = max(sentence[0], at - _LOOK_BACK)
        measure, comparison = measures.of(quantity, clause, previous)
        base = level or bases.of(quantity, measure, clause, earlier)
        indicator = level.indicator if level else indicators.of(quantity, clause, base, previous)
        elided.restore_unit(quantity, indicator)
        phrase = scopes.governing(
            self.holds, at - len(clause.left), at, quantity.end + clause.right_length
        )
        said = self._said(quantity, clause, near)
        phrase = scopes.dated(
            phrase, self.as_of, bool(said or self.ahead or self.plans), self.is_report
        )
        span, reach = periods.resolve(phrase.reading, self.as_of) if phrase else (OPEN, None)
        if reach is periods.Reach.POINT and self.outlook.before(near, at, lasting=True) is None:
            past = statuses.implied(span, reach, self.as_of) is False
            said = said and (not past or clause.right.startswith(_AIMS))  # 预计…，截至9月末…
        self.ahead = self._looks_ahead(said, at, span, reach)
        flow = base.flow if base else flows.is_flow(measure, clause, indicator, previous)
        is_today = reach is periods.Reach.CURRENT and self.by_year  # 目前, in a year's last days
        span = scopes.days(phrase, self.as_of, flow and not is_today, self.ahead)
        if comparison is None and measure == "growth_rate" and _is_long(span):
            comparison = "period"
        body = self.bodies.of(near, before_examples(self.text, near, at))
        return Statement(
            quantity,
            sentence,
            indicator,
            measure,
            comparison,
            self.ahead,
            flow,
            span,
            phrase.text if phrase else None,
            self.places.of(near, at, body),
            body.entity_id if body else None,
            programmes.programme(
                self.text, self.names, self._governed_from(near, at, measure), at, sentence[1]
            ),
            base,
            clause.left,
        )

    def _governed_from(self, near: int, at: int, measure: str) -> int:
        """From where a programme governs a number.

        How much something grew over a year is no programme's own count, unless its clause says so.
        """
        if self.is_report and measure in ("growth_rate", "rank"):
            return max(near, self.text.rfind("，", near, at))
        return near

    def _without_owner(self, clause: Clause, at: int) -> Clause:
        """The clause without the place or body that it begins with: 东台区承办426件 → 承办."""
        if len(clause.left) < 2:
            return clause
        start = at - len(clause.left)
        for name in self.names.between(start, at):
            if name.start - start > 1 or name.type not in ("place", "organization"):
                break
            if self.text[name.end] in "的、和与及等":
                break
            rest = clause.left[name.end - start :]
            if _PEOPLE_OF.match(rest):
                break  # 港澳台居民 are not all residents
            if name.type == "organization" and (
                _SHARE_MOVES.fullmatch(rest) or clause.left[0] == "、"
            ):
                break  # the share itself is what is measured; 、省政协提案 is one of a list
            return clause._replace(left=rest)
        return clause

    def _said(self, quantity: Quantity, clause: Clause, near: int) -> bool | None:
        """What the number's sentence says of when: ahead, done, or nothing."""
        if clause.right.startswith(_AIMS):
            return True
        if self.outlook.behind(quantity.end, quantity.end + clause.right_length):
            return True
        return self.outlook.before(near, quantity.start)

    def _looks_ahead(
        self, said: bool | None, at: int, span: Span, reach: periods.Reach | None
    ) -> bool:
        """Whether a number is a target: by its section, its sentence, its period, or the last."""
        if self.plans:
            return statuses.implied(span, reach, self.as_of) is not False
        if said is None:
            said = statuses.implied(span, reach, self.as_of)
        if said is None and reach is None:
            said = self.outlook.before(self.block.start, at, lasting=True)
            if said is None:
                said = self.ahead and not self.outlook.forecasts(self.block.start, at)
        return bool(said)


def _only_owner(owned: Clause, clause: Clause) -> bool:
    """Whether a clause says no more than whose its number is: 甲市12个，乙市9个."""
    is_bare = owned.left != clause.left and not clause.left.strip("（：")
    return is_bare and (not clause.right or nouns.behind(clause.right) is None)


def _is_long(span: Span) -> bool:
    """Whether a period is longer than a year."""
    return bool(span.first and span.last and (span.last - span.first).days > 400)
