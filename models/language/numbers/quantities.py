"""Which spans of a text are quantities, and their value, unit and bound.

One compiled pattern finds numerals; each is then read once: what follows (scale, unit), what
stands around it (bounds), and whether it counts anything at all (`traps`). Positions, doublings
and halves, which have no unit, are found in `unitless`.
"""

import re

from models.language.numbers import bounds, extents, numerals, traps
from models.language.numbers.numeral_patterns import DIGIT, HAN, NUMERAL, UPPER
from models.language.numbers.quantity import Quantity
from models.language.numbers.units import Unit, unit_at

_POPULATION = "人口"  # a unit word that says what it counts
_FEW = frozenset("余多几来")
_MORE_SCALE = re.compile(r"[万亿]{1,2}|[百千](?=[万亿])[万亿]")
_PARTS = re.compile(rf"分之([{DIGIT}]+(?:[.．][{DIGIT}]+)?|[{HAN}]+(?:点[{HAN}]+)?)")
_TENTHS_NOT_BEFORE = frozenset("为立就熟长员果绩功交品效活套份群人都本不")
_SPACED_UNIT = re.compile(r"[ \u2002\u2003\xa0](?=[%％A-Za-z])")
_TEMPERATURES = frozenset(["摄氏", "华氏"])
_DATE_MARK = re.compile("[月号时岁届版]|日(?!元|币)")


def scan(text: str) -> list[Quantity]:
    """Every quantity with a unit or a scale, in order, without overlaps."""
    found: list[Quantity] = []
    at = 0
    for match in NUMERAL.finditer(text):
        if match.start() >= at and (quantity := _read(text, *match.span())) is not None:
            found.append(quantity)
            at = quantity.end
    return _share_units(text, found)


def _read(text: str, start: int, end: int) -> Quantity | None:
    """The quantity whose numeral stands at start…end, or None if the number counts nothing."""
    numeral = text[start:end]
    arabic = numeral[0] not in numerals.CHINESE
    if text.startswith("分之", end):
        return _fraction(text, start, end, numeral)
    if traps.before(text, start, arabic):
        return None
    value = numerals.read(numeral)
    if value is None or (numeral[0] in "0０" and numeral[1:2] not in ("", ".", "．")):
        return None
    low, high, scale = value
    upper = UPPER.match(text, end) if high is None else None
    if upper is not None:
        high, low, scale = _range(low, scale, upper[1])
        if high is None:
            return None
        end = upper.end()
        arabic = arabic or upper[1][0] not in numerals.CHINESE
        if _DATE_MARK.match(text, end):
            return None
    few = text[end : end + 1] in _FEW
    if few:
        more = _MORE_SCALE.match(text, end + 1)
        if more:
            factor = numerals.arabic("1", more[0])
            low, scale, high = low * factor, scale * factor, high and high * factor
        end = more.end() if more else end + 1
    quantity = Quantity(
        start, end, start, end, low, high, None, "", "at_least" if few else "exact", scale
    )
    if text[end : end + 1] == "成":
        return _tenths(text, quantity)
    bare = not arabic and not numerals.has_digit(numeral)
    return _with_unit(text, quantity, arabic, bare)


def _range(low: float, scale: float, upper: str) -> tuple[float | None, float, float]:
    """Upper end, lower end and scale of a range; the upper's 万/亿 also count for the lower."""
    value = numerals.read(upper)
    if value is None or value.high is not None:
        return None, low, scale
    if scale == 1.0 and low * value.scale <= value.low:
        low, scale = low * value.scale, value.scale
    return (value.low if value.low > low else None), low, scale


def _with_unit(text: str, quantity: Quantity, arabic: bool, bare: bool) -> Quantity | None:
    """The quantity with the unit behind it, unless it has none or the number counts nothing."""
    end = quantity.end
    found = unit_at(text, end + (_SPACED_UNIT.match(text, end) is not None))
    scale = (
        text[max(0, quantity.start - 2) : quantity.start] if text[end : end + 1] in "度°" else ""
    )
    if scale in _TEMPERATURES and end < len(text):
        quantity.start -= 2
        quantity.unit, quantity.dimension, quantity.end = f"{scale}度", "other", end + 1
        return _bounded(text, quantity, bare)
    if found is None and _bare_and_unbound(text, quantity, bare):
        return None
    countable = found is None or found[0].dimension in _COUNTS
    if countable and traps.after_numeral(text, end):
        return None
    if found is None:
        return _without_unit(text, quantity, arabic)
    unit, unit_end = found
    if text.endswith(_POPULATION, 0, unit_end):
        quantity.noun = _POPULATION
    unit, unit_end = extents.extended(text, quantity, unit, unit_end)
    if _refused(text, quantity, unit, unit_end, arabic, bare):
        return None
    quantity.unit, quantity.dimension, quantity.end = unit.name, unit.dimension, unit_end
    extents.name_currency(text, quantity)
    if unit.name == "个" and _PEOPLE.match(text, unit_end):
        quantity.dimension = "people"  # 十几个人
    upper = extents.repeated_unit(text, quantity, unit)
    if upper is not None:
        quantity.high, quantity.end = upper
    extents.printed_per(text, quantity)
    extents.add_smaller_unit(text, quantity)
    return _bounded(text, quantity, bare)


def _refused(text: str, quantity: Quantity, unit: Unit, end: int, arabic: bool, bare: bool) -> bool:
    """Whether the number with this unit counts nothing after all."""
    if not arabic and quantity.value < 10 and unit.dimension not in ("percent", "multiple"):
        return True
    if quantity.value >= 100 and _bare_and_unbound(text, quantity, bare):
        return True
    if traps.letters_before(text, quantity.start) and unit.dimension != "percent":
        return True
    if unit.dimension == "duration" and _no_duration(text, quantity, unit, end):
        return True
    broken = quantity.scale == 1.0 and quantity.value % 1 != 0 and quantity.high is None
    if broken and unit.dimension == "count":
        return not _averages(text, quantity.start)
    if unit.name in _AMBIGUOUS and _unlikely(text, quantity, unit.name, end):
        return True
    return traps.after_unit(text, end, unit.dimension, quantity.noun or unit.name)


def _bare_and_unbound(text: str, quantity: Quantity, bare: bool) -> bool:
    """Whether a scale stands alone (百, 千万): a figure of speech unless a bound word is beside."""
    return bare and quantity.bound == "exact" and bounds.before(text, quantity.start, True) is None


_PEOPLE = re.compile("人(?![大民均才事工口体])")
_COUNTS = frozenset(["count", "people", "other"])
_AMBIGUOUS = frozenset(["分", "方", "度", "级"])
_AVERAGE = re.compile(r"(?:均|平均|为|达|达到|率)[约近]?$|每[万千百]?[^，。；]{1,16}$")
_SCORE = re.compile(r"(?:得分|评分|满意度|总分|分值|指数|考核|成绩|达|达到|为|得)[^，。；、]{0,4}$")


def _averages(text: str, start: int) -> bool:
    """Whether a broken number of discrete things is an average."""
    return _AVERAGE.search(text[max(0, start - 18) : start]) is not None


def _unlikely(text: str, quantity: Quantity, unit: str, end: int) -> bool:
    """Whether a unit that is also another word is that other word here."""
    left = text[max(0, quantity.start - 10) : quantity.start]
    if unit == "分":
        return _SCORE.search(left) is None or left.endswith(("时", "点", ":", "："))
    if unit == "级":
        return not ("震" in left or "风" in left or text[end : end + 1] in ("地", "大", "风", "阵"))
    if unit == "方":
        return quantity.scale == 1.0
    if unit == "度":
        return not ("电" in left or "温" in left or text.startswith(("电", "，", "。"), end))
    return False


def _no_duration(text: str, quantity: Quantity, unit: Unit, end: int) -> bool:
    """Whether a number before a unit of time is a year or only dates something."""
    if unit.name == "年" and quantity.scale == 1.0 and 1000 <= quantity.value < 2200:
        return True
    return traps.dates(text, quantity.start, end, unit.name)


def _without_unit(text: str, quantity: Quantity, arabic: bool) -> Quantity | None:
    """A number with a scale but no unit (超过20万), or the start of a list that shares one."""
    before = extents.CURRENCY_BEFORE.search(text[max(0, quantity.start - 3) : quantity.start])
    if before is not None:
        quantity.unit, quantity.dimension = extents.CURRENCY[before[0]], "money"
        quantity.start -= len(before[0])
        return _bounded(text, quantity, False)
    if traps.letters_before(text, quantity.start):
        return None
    follows = text[quantity.end : quantity.end + 1]
    if traps.after_unit(text, quantity.end, "money", ""):
        return None
    if quantity.scale > 1.0 and (arabic or quantity.value >= 20000):
        quantity.dimension = "other"
        return _bounded(text, quantity, not arabic)
    if arabic and follows in ("、", "和", "与", "及", "或", ",", "，"):
        return quantity
    return None


def _bounded(text: str, quantity: Quantity, bare: bool) -> Quantity | None:
    """The quantity with the bound words around it; None if they make it the limit of a class."""
    before = bounds.before(text, quantity.start, bare)
    if before is not None:
        quantity.start, quantity.bound = before
    after = bounds.after(text, quantity.end)
    if (
        after is None
        and quantity.dimension == "duration"
        and text[quantity.end : quantity.end + 1] == "内"
    ):
        after = quantity.end + 1, "at_most"
    if after is not None:
        quantity.end, quantity.bound = after
    is_limit = before is not None and quantity.bound != "approximate"
    if is_limit and traps.delimits(text, quantity.end, quantity.dimension):
        return None
    return quantity


def _share_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """Numbers of a list take the unit that only its last one prints: 3.9、2.0和2.9个百分点."""
    kept: list[Quantity] = []
    for quantity in reversed(found):
        if not quantity.dimension and kept:
            following = kept[-1]
            gap = text[quantity.end : following.start]
            if gap not in ("、", "和", "与", "及", "或", ",", "，"):
                continue
            quantity.unit, quantity.dimension = following.unit, following.dimension
            if quantity.scale == 1.0:
                quantity.value *= following.scale
        if quantity.dimension:
            kept.append(quantity)
    return kept[::-1]


def _fraction(text: str, start: int, end: int, denominator: str) -> Quantity | None:
    """百分之五 is 5 %; 三分之一 is a third of 100 %; 四分之一公升 is 0.25 公升."""
    match = _PARTS.match(text, end)
    if match is None:
        return None
    whole, part = numerals.read(denominator), numerals.read(match[1])
    if whole is None or part is None or not whole.low:
        return None
    value = part.low / whole.low
    end = match.end()
    found = unit_at(text, end)
    quantity = Quantity(start, end, start, end, value * 100, None, "%", "percent", "exact")
    if found is not None and found[0].dimension in ("volume", "mass", "length", "area"):
        quantity.value, quantity.unit = value, found[0].name
        quantity.dimension, quantity.end = found[0].dimension, found[1]
    return _bounded(text, quantity, False)


def _tenths(text: str, quantity: Quantity) -> Quantity | None:
    """七成 is 70 %; 1.2成 is 12 %."""
    end = quantity.end + 1
    if quantity.value > 10 or text[end : end + 1] in _TENTHS_NOT_BEFORE:
        return None
    if text[end : end + 1] == "多":
        quantity.bound, end = "at_least", end + 1
    if text[end : end + 1] == "半":
        quantity.value, end = quantity.value + 0.5, end + 1
    quantity.value *= 10
    quantity.high = quantity.high and quantity.high * 10
    quantity.unit, quantity.dimension, quantity.end = "%", "percent", end
    return _bounded(text, quantity, False)
