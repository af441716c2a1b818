"""Period phrases: where a text names a span of time.

A phrase is a year (named or relative) with or without a part of it (half, quarters, months, weeks,
days), and words at its edges (底, 以来, 截至). `periods` says which days it means.
"""

import re
from functools import cache
from typing import NamedTuple

from models.language.numbers.cues import alternatives, words


class Phrase(NamedTuple):
    """One period phrase in a text, by code points; `reading` is what `periods` takes for it."""

    start: int
    end: int
    text: str
    reading: str


THROUGH = "|"  # joins the readings of the two ends of a span

_N = r"(?:[0-9０-９]{1,2}|[一二两三四五六七八九十]{1,3})"
_TO = r"[-—－–~～至到]{1,2}"
_PART = (
    rf"(?:[上下]半年|前[一二两三12３3]个?季度|第?[一二三四1-4](?:至[一二三四1-4])?季度|首季度|Q[1-4]季度|"
    rf"前{_N}个?月份?|后{_N}个?月|第{_N}个月|首月|第{_N}个?(?:周|星期|礼拜)|"
    rf"{_N}(?:月份?)?{_TO}{_N}月份?(?!{_N}[日号])|"
    rf"{_N}月{_N}[日号]?{_TO}{_N}月{_N}[日号]|{_N}月{_N}[日号]?{_TO}{_N}[日号]|"
    rf"{_N}月{_N}[日号]|{_N}月份?)"
)
# 八五年 is a year; of digits that follow each other (三四年, three or four years) it is none.
_PAIR = (
    "(?:〇[一二三四五六七八九]|[四五六七八九][〇零一二三四五六七八九]|三[三〇零])"
    "(?<!四五)(?<!五六)(?<!六七)(?<!七八)(?<!八九)"
)
_YEAR = (
    r"(?:(?:19|20)[0-9]{2}年(?:度)?|[一二][〇零一二三四五六七八九]{3}年|今年|本年度?|"
    r"去年|上年|上一年|前年|明年|下年|后年|次年|这一年|"
    rf"(?:[0-9]{{2}}|[〇零一二三四五六七八九]{{2}})年(?={_PART}|[底初])|{_PAIR}年)"
)
_SUB = (
    rf"(?:的?第{_N}个?(?:周|星期|礼拜)|[上中下]旬|前[一二两三四五六七八九十0-9]+天|"
    r"最后[一二两三四五六七八九十0-9]+天)"
)
_EDGE = (
    r"(?:年?[底末初](?:之前|以前|前)?|月底|以来|起|期间|春节期间|"
    r"(?:之前|以前|前)(?![后半两三四五]))"
)
_NAME = (
    r"(?:全年|年末|年底|年内|年初以来|年初|(?:[上下本这]一?个?|当)月|[上下本这]个?季度|"
    r"[上下本这]一?个?(?:周|星期|礼拜)(?:(?:星期|礼拜)?[一二三四五六日天])?|大?[前后]天|[昨今明本][天日]|前日|今明两年)"
)
# A phrase begins with one of these characters and goes on as `_BEGINNING` says. Looking there first
# makes the search ten times as fast: most numerals and most words with 上, 大 or 到 are no time.
# `opening` phrases (启用以来) come on top. A test proves that no phrase begins otherwise.
_FIRST = (
    "截到至自从0-9０-９一二两三四五六七八九十〇零Q今去本上前明下后次这第首“近目如而现当迄"
    "多连过未长年全昨日大党以"
)
_NUMERAL = "[0-9０-９一二两三四五六七八九十〇零]"
_BEGINNING = (
    rf"{_NUMERAL}{_NUMERAL}{{0,3}}[-—－–~～至到年月日号季世/.”时期末以将拟要计力]|[第前后近]{_NUMERAL}|“[一二三四五六七八九十]"
    r"|截[至止]|[今去上前明下后次本全多连当]年|年[末底初内]|[今昨明本]日|[今昨明本前后]天"
    r"|[上下本这][一个月季周星礼半]|[上本]世纪|这些|首[季月]|Q[1-4]|[前连]日|大[前后]天|今[明后]|[至迄如而]今"
    r"|近[些年]|党的[十二]|[十二][六七八九十]大以|以[前往]|从前|[目当日]前|现在|当月|过去|未来|长期"
)
_WRITTEN = (
    rf"(?:(?P<lead>截至|截止到?|到|至|自|从)?"
    rf"(?:(?P<first>(?:19|20)[0-9]{{2}})年?{_TO}(?P<last>(?:19|20)[0-9]{{2}})年(?:期间)?"
    r"|(?P<months>(?:19|20)[0-9]{2}\.[01]?[0-9]-(?:19|20)[0-9]{2}(?:\.[01]?[0-9])?)(?![0-9.])"
    r"|(?P<iso>(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2})(?![0-9])起?"
    rf"|(?P<year>{_YEAR})的?(?:(?P<part>{_PART})(?P<sub>{_SUB})?)?(?P<edge>{_EDGE})?"
    rf"|“?(?P<plan>十[一二三四五]?|[一二三四五六七八九])五”?(?P<within>时期|期间|以来|期末|末|期内|以后|(?=[将拟要]|计划|力争))"
    rf"|(?P<alone>{_PART})(?P<alone_sub>{_SUB})?(?P<alone_edge>{_EDGE})?"
    r"|(?P<opening>(?:OPENING)以来)"
    rf"|(?P<now>截至目前|目前为止|目前|如今|而今|(?<![体表出展呈发实])现在|当前|至今|迄今|截至发稿时?)"
    rf"|(?P<congress>(?:党的)?(?:十[六七八九]|二十)大以来)"
    rf"|(?P<recent>(?:近|过去的?|未来|今后)(?:[一二两三四五六七八九十]{{1,3}}|[0-9]{{1,2}})(?:个月|年)(?:来|内)?)"
    rf"|(?P<vague>近年来?|近些年来?|多年来|连日来|连年|当年|过去(?!的?[12][0-9]{{3}}年)|以前|从前|以往|长期以来|这些年来?|日前)"
    rf"|(?:上世纪|20世纪|本世纪)(?P<decade>[1-9]0|[一二三四五六七八九]十)年代"
    rf"|(?P<name>{_NAME})(?P<name_sub>{_SUB}|[底末初]|{_N}[日号])?"
    rf"|(?P<day>(?<![0-9]){_N})[日号](?![0-9电])"
    rf"))"
)


@cache
def written() -> str:
    """How a period phrase is written, as a pattern."""
    return _WRITTEN.replace("OPENING", alternatives("opening"))


@cache
def pattern() -> re.Pattern[str]:
    """Finds what is `written`, and looks at how it begins first."""
    openings = words("opening")
    first = _FIRST + "".join(sorted({word[0] for word in openings} - set(_FIRST)))
    beginning = rf"{_BEGINNING}|[到至自从][{first}]|(?:{alternatives('opening')})以来"
    return re.compile(rf"(?=[{first}])(?={beginning}){written()}")


def find(text: str, start: int, end: int) -> list[Phrase]:
    """The period phrases between two offsets of a text, in order."""
    found: list[Phrase] = []
    for match in pattern().finditer(text, start, end):
        if match["day"] and _NUMBERED.match(text, match.end("day")):
            continue
        reading = match.group() + ("期间" if match["plan"] and not match["within"] else "")
        if match["lead"] in ("到", "至") and text.endswith(words("rises"), start, match.start()):
            reading = reading[1:]  # 从去年的420元提高至今年的510元
        if match["lead"] in ("自", "从") and _LASTS.match(text, match.end(), end):
            reading += "以来"
        phrase = Phrase(match.start(), match.end(), match.group(), reading)
        if found and _goes_through(text, found[-1], phrase):
            phrase = _through(text, found.pop(), phrase)
        found.append(phrase)
    return found


_NUMBERED = re.compile(
    "号(?:[线楼院井店馆台桥机星船坝]|工程|公路|机组|火箭|卫星|核电|项目)"
)  # 3号工程
_LASTS = re.compile(r"[^，。；！？\n]{0,24}?(?:以来|起|至今(?!年)|开始)")
_JOINTS = frozenset(["至", "到", "-", "—", "——", "－", "–", "~", "～", "起至", "起到"])


def _goes_through(text: str, first: Phrase, last: Phrase) -> bool:
    """Whether two phrases are the ends of one span: 去年11月到今年3月, 从2001年起至今."""
    gap = text[first.end : last.start]
    return gap in _JOINTS or (not gap and last.text[0] in "至到")


_UNTIL_NOW = frozenset(["至今", "到如今", "至目前", "到目前", "到现在"])


def _through(text: str, first: Phrase, last: Phrase) -> Phrase:
    begin = first.reading.lstrip("自从").removesuffix("以来")
    end = "现在" if last.text in _UNTIL_NOW else last.text.lstrip("至到")
    reading = f"{begin}{THROUGH}{end}"
    return Phrase(first.start, last.end, text[first.start : last.end], reading)
