"""What a text leaves out: the measure word (游客超过20万), the head noun (城镇47820元)."""

import re

from models.language.numbers import cues, nouns
from models.language.numbers.quantity import Quantity
from models.language.numbers.statement import Clause

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


_ATTRIBUTE = re.compile(
    "城镇|农村|乡村|城市|男性|女性|市区|国有|民营|外资|国家级|省级|市级|州级|区级|县级|镇级|乡级|村级"
)
_STATE = re.compile(
    "在建|新建|建成|续建|改建|扩建|完工|新开工|开工|竣工|投产|投用|获批|入选|认定|新增"
)
_LONGEST_VERB = 4


def with_head(indicator: str | None, last: str | None, clause: Clause) -> str | None:
    """The indicator with what it leaves out of the one that the last number of its unit had.

    A bare attribute takes the noun (国家级 of 示范点202个，国家级145个), a bare verb its object.
    """
    if last is None:
        return indicator
    if indicator is None:
        return last if cues.pattern("new").search(clause.left) else None
    if clause.right.startswith(indicator):
        return indicator
    if _ATTRIBUTE.fullmatch(indicator):
        attribute = _ATTRIBUTE.match(last)
        return f"{indicator}{last[attribute.end() :] if attribute else last}"
    if len(last) <= len(indicator):
        return indicator
    if _STATE.fullmatch(indicator) and _STATE.match(last):
        return f"{indicator}{_STATE.sub('', last, count=1)}"  # 建成通道4座、在建8座
    own = nouns.before(clause.left) if len(indicator) <= _LONGEST_VERB else None
    if own is None or not own.open or own.text != indicator:
        return indicator
    return last if last.startswith(indicator) else indicator
