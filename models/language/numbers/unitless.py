"""Quantities without a unit word: positions (居全国第三, 前10名), doublings (翻番), halves."""

import re
from functools import cache

from models.language import lexicon
from models.language.numbers import numerals
from models.language.numbers.quantity import Quantity

_NUMBER = "[0-9０-９]+|[一二三四五六七八九十百]+"
_POSITION = re.compile(rf"第({_NUMBER})(位|名)?")
_AMONG = re.compile(r"前([0-9０-９]+)(?:位|名|强)?(?![0-9年月日天个周季.．%％]|[-—～~至到、])")
_DOUBLED = re.compile(r"翻(?:了)?(一|两|二|三|四)?(?:个)?番|翻番")
_HALF = re.compile(
    r"半(?<=[一过近超逾]半)(?![百年月天场夜路个信边生截途儿句空])(?:数)?(?:(以上|左右))?"
)


_GOES_ON = re.compile(r"[^，。；、：！？,;）)”\s和的并以]")


@cache
def _rank_rules() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rules = lexicon.load("rank_cues")["rank"]
    return re.compile(rules["before"]), re.compile(rules["not_after"])


def find(text: str) -> list[Quantity]:
    """All of them, in order of kind."""
    found: list[Quantity] = []
    if "第" in text or "前" in text:
        found += _positions(text)
    if "番" in text:
        found += _doublings(text)
    if "半" in text:
        found += _halves(text)
    if "/" in text or "／" in text:
        found += _strokes(text)
    if "比" in text or "率" in text or "指数" in text or "系数" in text or "PMI" in text:
        found += _indices(text)
    return found


@cache
def _index() -> re.Pattern[str]:
    rules = lexicon.load("rank_cues")["index"]
    words = lexicon.any_of(rules["words"])
    first = "".join(sorted({word[0] for word in rules["words"]}))
    return re.compile(
        rf"(?=[{first}])(?:{words}){rules['links']}([0-9]+(?:\.[0-9]+)?)(?=[，。；、！？,;（()）\s]|的|[同环比较]|[高低]于|以[上下]|左右|$)"
    )


def _indices(text: str) -> list[Quantity]:
    """Values of an index: 性别比122.44, 指数为50.2."""
    return [
        Quantity(
            *match.span(1),
            *match.span(1),
            float(match[1]),
            None,
            None,
            "other",
            "exact",
            kind="index",
        )
        for match in _index().finditer(text)
    ]


@cache
def _stroke() -> re.Pattern[str]:
    before = lexicon.load("rank_cues")["stroke"]["before"]
    return re.compile(rf"{before}(([1-9])[/／]([2-9]|10))(?![0-9/.．A-Za-z%％])")


def _strokes(text: str) -> list[Quantity]:
    """Fractions written with a stroke: 占总面积的1/4."""
    return [
        Quantity(
            *match.span(1),
            *match.span(1),
            100 * int(match[2]) / int(match[3]),
            None,
            "%",
            "percent",
            "exact",
            kind="share",
        )
        for match in _stroke().finditer(text)
        if int(match[2]) < int(match[3])
    ]


def _positions(text: str) -> list[Quantity]:
    before, not_after = _rank_rules()
    found = []
    for match in _POSITION.finditer(text):
        start, end = match.span()
        value = numerals.read(match[1])
        if value is None or not_after.match(text, end):
            continue
        cue = before.search(text[max(0, start - 10) : start])
        if cue is not None and (match[2] or not cue[1] or not _GOES_ON.match(text, end)):
            found.append(
                Quantity(
                    start, end, start, end, value.low, None, None, "rank", "exact", kind="rank"
                )
            )
    for match in _AMONG.finditer(text):
        value = numerals.read(match[1])
        if value is not None:
            start, end = match.span()
            found.append(
                Quantity(
                    start, end, start, end, value.low, None, None, "rank", "at_most", kind="rank"
                )
            )
    return found


def _doublings(text: str) -> list[Quantity]:
    """翻一番 is twice as much, 翻两番 four times."""
    found = []
    for match in _DOUBLED.finditer(text):
        times = numerals.read(match[1]) if match[1] else None
        value = 2.0 ** (times.low if times else 1)
        start, end = match.span()
        found.append(
            Quantity(
                start, end, start, end, value, None, "倍", "multiple", "exact", kind="multiple"
            )
        )
    return found


_HALF_BOUNDS = {"过": "at_least", "超": "at_least", "逾": "at_least", "近": "approximate"}


def _halves(text: str) -> list[Quantity]:
    found = []
    for match in _HALF.finditer(text):
        start, end = match.start() - 1, match.end()
        if text[start - 1 : start] == "另":
            continue  # 找到另一半
        bound = _HALF_BOUNDS.get(text[start], "exact")
        if match[1]:
            bound = "at_least" if match[1] == "以上" else "approximate"
        found.append(
            Quantity(start, end, start, end, 50.0, None, "%", "percent", bound, kind="share")
        )
    return found
