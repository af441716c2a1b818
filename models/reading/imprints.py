"""Source lines: where and when an item was printed, and by whom.

2015年12月05日 08:05 来源：某网-某报 浏览：20次 · 作者：甲某;乙某 时间：2013-03-30
《某报》（2025年10月20日 第 01 版）
"""

import re
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from models.language.lexicon import any_of, load
from models.reading.characters import HAN
from models.reading.credits import Credit, bare_names, credits_of
from models.reading.dates import STAMP, Stated, ascii_digits, day_of, month_of
from models.reading.outlets import outlet_in, outlet_of_source

_PAGE_TAG = re.compile(
    rf"《(?P<paper>[{HAN}·]{{2,12}})》 ?[（(] ?(?P<day>\d{{4}} ?年 ?\d{{1,2}} ?月 ?\d{{1,2}} ?日)"
    r" ?(?:第? ?[A-Z]?\d{1,3} ?版)?[^（）()]{0,12}[）)]"
)
_BAR = re.compile("[|｜]")
_IS_HAN = re.compile(f"[{HAN}]")
# The commonest source line by far, which is told from a whole line at once.
_STAMPED = re.compile(rf"{STAMP.pattern} *来源[：:] ?(?P<source>[{HAN}A-Za-z\d·-]{{1,24}})")
_MONTH = re.compile(
    r"[（(]?(?:\d{4}|[二一][〇○零一二三四五六七八九]{3}) ?年 ?"
    r"[\d一二三四五六七八九十]{1,2} ?月[）)]?"
)
_ORIGINAL = "原创"  # the mark of what an account wrote itself
_LONGEST_SOURCE = 24  # characters of a source that stands without a date
_MONTH_LINE = 12
_COLON = re.compile("[：:]")
_HINT = re.compile(r"[\d《〇○](?:(?<=《)|\d\d\d|(?<=二.))")  # a class first: searched at once
_MASTHEAD = r"第? ?[A-Z]?\d{1,3} ?版|农历\S{2,12}|今日\d+版|总?第\d+期"
_REST = re.compile(r"[\s|｜丨/【】\[\]()（）次+\-—]+|[上下]午|星期[一二三四五六日]")
_LONGEST = 140
_STOPS = "；！？"  # sentences end so, source lines do not; nor do these hold a full stop
_SHORT_REST = 6  # characters that may stand in a source line without a label


class _Labels(NamedTuple):
    """The labels of fields and the patterns made of them."""

    days: frozenset[str]
    sources: frozenset[str]
    makers: frozenset[str]
    hinting: tuple[str, ...]  # labels that show in a text that it may be a source line
    label: re.Pattern[str]
    fields_first: re.Pattern[str]
    next_field: re.Pattern[str]
    masthead: re.Pattern[str]


@cache
def _labels() -> _Labels:
    words = load("imprints")
    days, sources, makers, others = (words[key] for key in ("days", "sources", "makers", "others"))
    labels = any_of([*days, *sources, *makers, *others])
    return _Labels(
        frozenset(days),
        frozenset(sources),
        frozenset(makers),
        (*days, *sources, *others, *makers[:1]),
        re.compile(rf"(?P<label>{labels})[：:] ?"),
        re.compile(rf"(?:{labels})[：:]|\d{{4}}[-/年.]"),
        re.compile(rf"(?<=\S)(?=(?:{labels})[：:])(?P<label>{labels})"),
        re.compile(f"{_MASTHEAD}|{any_of(words['sections'])}"),
    )


class Imprint(NamedTuple):
    """What a source line says."""

    published_on: date | None
    outlet: str | None
    credits: list[Credit]
    is_mark: bool  # printed with every item of a collection, so that items can be cut at it
    month: Stated | None = None  # where only a month is printed


def imprint_of(text: str) -> Imprint | None:
    """The source line that a line consists of; None when it says anything else."""
    if len(text) > _LONGEST or "。" in text or text[-1:] in _STOPS:
        return None
    return _imprint_of(text)


@lru_cache(maxsize=4096)  # several steps ask about the same short lines
def _imprint_of(text: str) -> Imprint | None:
    if stamped := _STAMPED.fullmatch(text):
        return Imprint(day_of(text), outlet_of_source(stamped["source"]), [], False)
    if text.startswith(f"{_ORIGINAL} ") and len(text) <= _LONGEST_SOURCE:
        return _account(text.removeprefix(_ORIGINAL), None)
    if not _hints_at_source(text):
        return None
    if len(text) <= _MONTH_LINE and _MONTH.fullmatch(text):
        return Imprint(None, None, [], False, month_of(text))
    if tag := _PAGE_TAG.fullmatch(text.strip()):
        return Imprint(day_of(tag["day"]), tag["paper"], [], True)
    plain = ascii_digits(text)
    fields, rest = _fields(plain)
    rest = _labels().masthead.sub(" ", STAMP.sub(" ", rest))
    if has_masthead := "版" in plain and not fields:
        rest = rest.replace(outlet_in(plain) or " ", " ")
    has_stamp = bool(STAMP.search(plain))
    if has_stamp and not fields and (signed := _signed(plain)):
        return signed
    if (not fields and not has_stamp) or len(_REST.sub("", rest)) > _SHORT_REST:
        apart = _labels().next_field.sub(r" \g<label>", text)  # 来源:某报作者:某某点击:次
        fielded = fields and apart != text and _labels().fields_first.match(plain)
        return _imprint_of(apart) if fielded else None
    found = _from_fields(plain, fields, has_stamp)
    return found._replace(outlet=outlet_in(plain)) if found and has_masthead else found


def _hints_at_source(text: str) -> bool:
    """Whether a text holds a year, a title or a label; cheap, for choosing candidates."""
    return bool(_HINT.search(text)) or any(
        text.endswith(_labels().hinting, 0, colon.start()) for colon in _COLON.finditer(text)
    )


def _fields(text: str) -> tuple[dict[str, str], str]:
    """The labelled values of a line, and what stands outside of them.

    A value ends at a bar or where any label begins; a label inside a word begins no field.
    """
    marks = list(_labels().label.finditer(text))
    fields: dict[str, str] = {}
    outside: list[str] = []
    at = 0
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        if mark.start() and _IS_HAN.match(text, mark.start() - 1):
            continue
        bar = _BAR.search(text, mark.end(), following.start() if following else len(text))
        end = bar.start() if bar else following.start() if following else len(text)
        fields[mark["label"]] = text[mark.end() : end].strip(" 　、;；")
        outside.append(text[at : mark.start()])
        at = end
    return fields, " ".join([*outside, text[at:]])


def _signed(text: str) -> Imprint | None:
    """A day with nothing but an outlet or credits beside it: 2023-05-18 某报 记者 某某."""
    rest = STAMP.sub(" ", text, count=1).strip(" |｜丨/·")
    if not rest or len(rest) > _LONGEST_SOURCE:
        return None
    if rest.startswith(_ORIGINAL):
        return _account(rest.removeprefix(_ORIGINAL), day_of(text))
    found, outlet = credits_of(rest), outlet_in(rest)
    if found is None and rest != outlet:
        return None
    return Imprint(day_of(text), outlet, found or [], False)


def _account(text: str, day: date | None) -> Imprint:
    """What stands under a headline of a public account: 原创 某某 某县发布."""
    words = text.split()
    outlet = outlet_of_source(words[-1]) if words else None
    return Imprint(day, outlet, bare_names(" ".join(words[:-1] if outlet else words)) or [], False)


def is_page_tag(text: str) -> bool:
    """Whether a line is the tag of a newspaper page: 《某报》（2025年10月20日 第 01 版）."""
    return bool(_PAGE_TAG.fullmatch(text.strip()))


def _from_fields(text: str, fields: dict[str, str], has_stamp: bool) -> Imprint | None:
    dates = [value for label, value in fields.items() if label in _labels().days]
    sources = [value for label, value in fields.items() if label in _labels().sources]
    found: list[Credit] = []
    for label, value in fields.items():
        if label in _labels().makers and value:
            parsed = credits_of(f"{label}：{STAMP.sub('', value)}")
            if parsed is None:
                return None
            found += parsed
    day = day_of(dates[0]) if dates else day_of(text) if has_stamp else None
    if day is None and not sources and not found and not fields:
        return None
    source = next((value for value in sources if value.strip("- ")), None)
    if day is None and len(source or "") > _LONGEST_SOURCE:
        return None
    outlet = outlet_of_source(source)
    if day is None and outlet is None and "媒体" in fields:
        return None  # 媒体：… begins a headline
    return Imprint(day, outlet, found, bool(dates and day))
