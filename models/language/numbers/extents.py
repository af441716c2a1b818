"""How far a quantity reaches: halves, a currency beside it, a second unit, a price per unit."""

import re

from models.language.numbers import numerals
from models.language.numbers.numeral_patterns import HAN, NUMERAL, UPPER
from models.language.numbers.quantity import Quantity
from models.language.numbers.units import Unit, unit_at

CURRENCY_BEFORE = re.compile(r"(?:人民币|新台币|港币|US\$|HK\$|[¥￥$€£])$")
CURRENCY = {
    "人民币": "元", "¥": "元", "￥": "元", "新台币": "新台币", "港币": "港元", "HK$": "港元",
    "日币": "日元", "美金": "美元", "台币": "新台币", "US$": "美元", "$": "美元",
    "€": "欧元", "£": "英镑",
}  # fmt: skip


def extended(text: str, quantity: Quantity, unit: Unit, end: int) -> tuple[Unit, int]:
    """多 and 半 between 个 and a unit of time (1个多小时, 3个半月), or behind a sized unit."""
    follows = text[end : end + 1]
    if follows in ("多", "半") and unit.name == "个":
        inner = unit_at("个月", 0) if text[end + 1 : end + 2] == "月" else unit_at(text, end + 1)
        if inner is not None and inner[0].dimension == "duration":
            if follows == "多":
                quantity.bound = "at_least"
            else:
                quantity.value += 0.5
            return inner[0], inner[1] if inner[0].name != "个月" else end + 2
    if (
        follows == "多"
        and unit.dimension in ("duration", "length", "mass", "money", "area")
        and text[end + 1 : end + 2] not in ("元", "样", "种", "个", "年")
    ):
        quantity.bound = "at_least"
        return unit, end + 1
    if follows == "半" and (
        unit.dimension in ("duration", "mass", "length") or _HALF_MORE.match(text, end)
    ):
        quantity.value += 0.5
        return unit, end + 1
    return unit, end


_HALF_MORE = re.compile("(?<=个)半(?![天年日个数])")  # 7个半


_CURRENCY_BEHIND = re.compile("人民币|欧元|日[元币]|港[元币]|美[元金]|新?台币")


def name_currency(text: str, quantity: Quantity) -> None:
    """A currency named beside 元 is the unit: 港币2960元, 9000元日币."""
    if quantity.unit != "元":
        return
    before = CURRENCY_BEFORE.search(text[max(0, quantity.start - 3) : quantity.start])
    behind = _CURRENCY_BEHIND.match(text, quantity.end)
    if before is not None:
        quantity.unit = CURRENCY[before[0]]
        quantity.start -= len(before[0])
    elif behind is not None:
        quantity.unit = CURRENCY.get(behind[0], behind[0])
        quantity.end = behind.end()


def repeated_unit(text: str, quantity: Quantity, unit: Unit) -> tuple[float, int] | None:
    """The upper end of a range that prints its unit twice (9%至10%) and where it ends."""
    match = UPPER.match(text, quantity.end) if quantity.high is None else None
    if match is None:
        return None
    value, found = numerals.read(match[1]), unit_at(text, match.end())
    if value is None or found is None or found[0] != unit or value.low <= quantity.value:
        return None
    return value.low, found[1]


def printed_per(text: str, quantity: Quantity) -> None:
    """A price or yield keeps the unit that it is printed per: 1.4元/斤."""
    if text[quantity.end : quantity.end + 1] not in ("/", "／", "∕"):
        return
    per = unit_at(text, quantity.end + 1)
    other = _PER.match(text, quantity.end + 1)
    if per is not None or other is not None:
        end = per[1] if per is not None else other.end() if other is not None else quantity.end
        quantity.unit = f"{quantity.unit}/{text[quantity.end + 1 : end]}"
        quantity.dimension, quantity.end = "other", end


_PER = re.compile(
    "[dhas](?![A-Za-z])|月|季度|万元|(?:[百千万]|10万)(?:常住)?人口?"
)  # 6200t/d, 103部/百人

_COINS = {"角": 0.1, "毛": 0.1, "分": 0.01}


def add_smaller_unit(text: str, quantity: Quantity) -> None:
    """A smaller unit of the same kind right behind belongs to the number: 3斤5两, 5分30秒."""
    if quantity.dimension not in ("money", "duration", "mass", "length"):
        return
    if text[quantity.end : quantity.end + 1] not in _NUMERAL_BEGINS:
        return
    match = NUMERAL.match(text, quantity.end) or _SMALL.match(text, quantity.end)
    value = numerals.read(match[0]) if match else None
    if match is None or value is None:
        return
    share = _share_of(quantity.unit or "", text, match.end())
    if share is not None:
        quantity.value = round(quantity.value + value.low * share[0], 9)
        quantity.end = share[1]
        add_smaller_unit(text, quantity)


def _share_of(larger: str, text: str, at: int) -> tuple[float, int] | None:
    """How many of a larger unit the smaller one written at `at` is, and where it ends."""
    if larger == "元" and text[at : at + 1] in _COINS:
        return _COINS[text[at]], at + 1 + (text[at + 1 : at + 2] == "钱")
    if larger in ("天", "小时") and text.startswith("分", at):
        return (1 / 60 if larger == "小时" else 1 / 1440), at + 1 + text.startswith("钟", at + 1)
    whole, part = unit_at(larger, 0), unit_at(text, at)
    if whole is None or part is None or part[0].base != whole[0].base:
        return None
    ratio = part[0].factor / whole[0].factor
    return (ratio, part[1]) if ratio < 1 else None


_SMALL = re.compile(rf"[{HAN}]")
_NUMERAL_BEGINS = frozenset(f"0123456789０１２３４５６７８９{HAN}")
