"""For which numbers a period phrase holds, and which days it then means.

A phrase at the head of a sentence or clause holds until the end of the paragraph, until another
phrase or a word that opens a new point (一是, 下一步) comes. One inside 其中…, in parentheses,
after a later ；, or inside a noun phrase ends with its clause. 比去年 and 较2019年 are no periods.
"""

import datetime as dt
import re
from bisect import bisect_right
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

import rjieba

from models.language.numbers import numerals, periods, phrases, spans
from models.language.numbers.periods import Reach
from models.language.numbers.phrases import Phrase
from models.language.numbers.spans import OPEN, Span


class Hold(NamedTuple):
    """A phrase and the offsets from which and until which it holds; no phrase ends a period."""

    start: int
    end: int
    phrase: Phrase | None


# Each begins with a plain character: so the search skips to what a word can begin with.
_RESET = re.compile(
    "一是|二是|三是|四是|五是|六是|七是|八是|下步|下一步|接下来|首先|其次|另一方面"
    "|点上[，,]|线上[，,]|面上[，,]"
)
_UP_TO_CLAUSE = re.compile(r"(?s:.*)[，。；：！？“（(\n,;:!?]")  # to the last mark of a stretch
_CLAUSE_END = re.compile(r"[；。！？\n;!?）)]")
_COMPARED = ("比", "较", "与", "于", "同", "超", "以", "《", "占")
_LEADS = re.compile(
    r"^(?:其中|同时|整个|不止|过去的|刚刚过去的|据统计|据悉|据介绍|仅|在|截至|截止|到|至|自|从|预计|力争|争取|而|但|另外|此外|当地|全市|全县|全省|全国|我[市县区省国州]|"
    r"记者.{0,8}|他.{0,2}|她|该.{1,3}|数据显示|目标|确保|计划|根据.{2,8}|按照.{2,8})*$"
)


def of_block(
    text: str, start: int, end: int, name_ends: frozenset[int], year: str | None
) -> tuple[list[Hold], str | None]:
    """The holds of one paragraph, in order, and the year that words like 全年 mean after it."""
    holds: list[Hold] = []
    for phrase in phrases.find(text, start, end):
        if text[phrase.start - 1 : phrase.start] in _COMPARED and phrase.start > start:
            own = _OWN_NUMBER.match(text, phrase.end)
            if own is not None:  # 高于去年5.7%的增幅
                holds.append(Hold(phrase.start, own.end(), phrase))
            continue
        if phrase.text in _FIGURATIVE and text[phrase.start - 1 : phrase.start] == "的":
            continue  # 更加美好的明天
        if phrase.text in _OF_A_YEAR and _GOAL.match(text, phrase.end):
            continue  # 完成全年目标任务的56%
        if phrase.text in ("当月", "当季") and holds and holds[-1].phrase:
            phrase = phrase._replace(reading=holds[-1].phrase.reading)
        beside = holds[-1].phrase if holds else None
        named = _YEAR_TEXT.match(beside.text) if beside and phrase.start - beside.end < 2 else None
        phrase = _with_year(phrase, named[0] if named else year)
        year = year or _year_in(phrase)
        holds.append(Hold(phrase.start, _until(text, phrase, start, end, name_ends, holds), phrase))
    if holds:
        holds += [Hold(m.start(), end, None) for m in _RESET.finditer(text, start, end)]
        holds.sort(key=lambda hold: hold.start)
    return holds, year


_OWN_NUMBER = re.compile(r"的?(?:约|近)?[0-9.]+[%％亿万]")
_FIGURATIVE = ("明天", "今天", "昨天", "未来")
_GOAL = re.compile("(?:目标|任务|计划|预算)")
_YEAR_TEXT = re.compile(r"(?:19|20)[0-9]{2}年|今年|去年")


def year_named(text: str, start: int, end: int) -> str | None:
    """The year that a heading or a paragraph without numbers names last, as it is printed."""
    named = _YEAR_TEXT.findall(text, start, end)
    return named[-1] if named else None


def _year_in(phrase: Phrase) -> str | None:
    """The year that a phrase names."""
    named = _YEAR_TEXT.search(phrase.reading)
    return named[0] if named else None


def _with_year(phrase: Phrase, year: str | None) -> Phrase:
    """全年 and 年末 take the year beside them, or the one named first: what the text is about."""
    edge = _OF_A_YEAR.get(phrase.text)
    return phrase if year is None or edge is None else phrase._replace(reading=year + edge)


def _until(
    text: str, phrase: Phrase, start: int, end: int, name_ends: frozenset[int], holds: list[Hold]
) -> int:
    """Where the phrase stops to hold."""
    mark = _UP_TO_CLAUSE.match(text, max(start, phrase.start - 30), phrase.start)
    clause = mark.end() if mark else start
    stop = _CLAUSE_END.search(text, phrase.end, end)
    clause_end = stop.start() if stop else end
    starts_rise = phrase.text[0] in "从由" or text[phrase.start - 1 : phrase.start] in ("从", "由")
    risen = _RISEN.match(text, phrase.end) if starts_rise else None
    if risen is not None:
        return risen.end()  # 从1985年的3%提高到6%: the second number is of another time
    gap = text[clause : phrase.start]
    opened_by = text[clause - 1 : clause] if clause > start else ""
    if opened_by in ("（", "(") or gap.startswith("其中"):
        return clause_end
    if opened_by in ("；", ";") and holds:
        return clause_end
    named_before = phrase.start in name_ends
    if gap and not named_before and not _LEADS.match(gap) and _has_verb(gap):
        return _comma(text, phrase.end, clause_end)
    leads = gap.startswith(_WHOLE) or gap in _TURNS
    if (
        gap
        and not leads
        and holds
        and holds[-1].phrase
        and not _CLAUSE_END.search(text, holds[-1].start, clause)
    ):
        return _comma(text, phrase.end, clause_end)
    return end


_TURNS = ("而", "但", "同时", "此外", "另外")  # …，而到2020年，…
_WHOLE = ("整个", "全")
_RISEN = re.compile(
    r"的?[^，。；年]{1,16}?(?:发展|提高|增加|上升|增长|提升|扩大|下降|降低|减少|降|升|增)(?:到|至)了?"
)


def _comma(text: str, start: int, end: int) -> int:
    """The next comma, or the end."""
    marks = [at for at in (text.find("，", start, end), text.find(",", start, end)) if at >= 0]
    return min(marks, default=end)


@lru_cache(maxsize=1 << 14)
def _has_verb(gap: str) -> bool:
    """Whether the clause has begun to say something before the period is named."""
    return any(tag == "v" for _, tag in rjieba.tag(gap))


def governing(holds: list[Hold], start: int, at: int, end: int) -> Phrase | None:
    """The phrase that holds for a number at `at` in the clause start…end.

    One behind the number in its own clause (14户去年全部脱贫) comes before one that only carries
    over from earlier clauses.
    """
    behind = bisect_right(holds, at, key=_start)
    own = behind > 0 and holds[behind - 1].start >= start
    if not own and behind < len(holds) and holds[behind].start < end:
        return holds[behind].phrase
    for hold in reversed(holds[max(0, behind - _REACH) : behind]):
        if at < hold.end:
            return hold.phrase
    return None


_REACH = 50  # phrases back; a paragraph that long has said something newer
_start = attrgetter("start")


_OF_A_YEAR = {"全年": "", "年末": "底", "年底": "底"}


def dated(
    phrase: Phrase | None, as_of: dt.date | None, ahead: bool, is_report: bool = False
) -> Phrase | None:
    """The phrase with the year that it leaves out.

    Early in a year, 全年 and 年末 of what has happened are last year's, and 过去五年 of a report
    are whole years; a quarter or a month of what is still ahead is this year's.
    """
    if phrase is None or as_of is None:
        return phrase
    if is_report and as_of.month <= _EARLY and (years := _YEARS.fullmatch(phrase.reading)):
        count = numerals.read(years[2])
        if count is not None:
            return phrase._replace(reading=_whole_years(as_of.year, int(count.low), years[1]))
    if ahead and _PART_ALONE.fullmatch(phrase.reading):
        return phrase._replace(reading=f"{as_of.year}年{phrase.reading}")
    if ahead or as_of.month > 6:
        return phrase
    edge = _OF_A_YEAR.get(phrase.reading)
    return phrase if edge is None else phrase._replace(reading=f"{as_of.year - 1}年{edge}")


_EARLY = 4  # months of a year in which a report looks back on whole years
_YEARS = re.compile(r"(近|过去的?|未来|今后)([一二三四五六七八九十两]|[0-9])年(?:来|内)?")


def _whole_years(this: int, count: int, side: str) -> str:
    """The reading of so many whole years behind a year, or from it on: 2021年至2025年."""
    first = this if side in ("未来", "今后") else this - count
    return f"{first}年至{first + count - 1}年"


_PART_ALONE = re.compile(r"[一二三四]季度|[上下]半年|[0-9一二三四五六七八九十]{1,3}月份?")


def days(phrase: Phrase | None, as_of: dt.date | None, flow: bool, target: bool) -> Span:
    """The days that a phrase means for a flow or a stock, an actual or a target."""
    if phrase is None:
        return OPEN
    span = _days(phrase, as_of, flow, target)
    if target and as_of and span.first and span.first == span.last and span.first <= as_of:
        return OPEN  # 今天公布，将投入…: the day on which it was said
    if span.first and span.last and span.first > span.last:
        return Span(span.first, None)  # 自明年3月1日起: it has begun for no day yet
    return span


def _days(phrase: Phrase, as_of: dt.date | None, flow: bool, target: bool) -> Span:
    span, reach = periods.resolve(phrase.reading, as_of)
    if reach is Reach.CURRENT:
        return Span(spans.year(as_of.year).first, as_of) if flow and as_of else span
    if reach is Reach.THIS_YEAR and not target and span.first and as_of:
        return Span(span.first, as_of) if span.first <= as_of else span
    if reach is Reach.POINT and flow and span.last:
        if (span.last.month, span.last.day) == (12, 31) and not phrase.text.startswith("截"):
            return spans.year(span.last.year)
        return Span(None, span.last)
    if reach is Reach.SINCE and span.last is None:
        return Span(span.first, as_of)
    return span
