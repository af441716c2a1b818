"""What a text leaves out: the measure word (游客超过20万), the head noun (城镇47820元)."""

import re

from models.language.numbers.quantity import Quantity

_MONEY_WORDS = re.compile(
    r"产值|收入|规模|GDP|生产总值|总量|投资|利润|营收|销售|贷款|存款|资金|税|额|价值|市值|资产|支出|经费|消费|出口|进口|债"
)
_PEOPLE_WORDS = re.compile(
    r"人|游客|旅客|群众|职工|党员|学生|农民|员工|村民|居民|户籍|劳动力|用户|观众|干部|教师|医生|女性|男性|老年|儿童|粉丝"
)


def restore_unit(quantity: Quantity, indicator: str | None) -> None:
    """The measure word that the text left out, as far as the counted thing tells it."""
    if quantity.unit is not None or quantity.kind != "amount" or indicator is None:
        return
    if _PEOPLE_WORDS.search(indicator):
        quantity.unit, quantity.dimension = "人", "people"
    elif _MONEY_WORDS.search(indicator):
        quantity.unit, quantity.dimension = "元", "money"


_ATTRIBUTES = frozenset(
    ["城镇", "农村", "乡村", "城市", "男性", "女性", "市区", "国有", "民营", "外资"]
)


def with_head(indicator: str | None, last: str | None) -> str | None:
    """A bare attribute with the head noun that the last number of its unit had."""
    if indicator not in _ATTRIBUTES or last is None or last in _ATTRIBUTES:
        return indicator
    for attribute in _ATTRIBUTES:
        last = last.removeprefix(attribute)
    return f"{indicator}{last}"
