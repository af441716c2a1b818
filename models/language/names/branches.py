"""Finds the parts of known bodies behind their names: 中科院武汉分院, 人民日报福建站."""

import re
from functools import cache

from models.language.lexicon import load
from models.language.names.aliases import Named
from models.language.names.body_words import Hit
from models.language.names.left_edge import FUNCTION
from models.language.names.readings import Reading
from models.language.names.words import tag_of

FOR_A_PURPOSE = frozenset({"指挥部", "专班", "领导小组"})
_OF_MEDIA = frozenset({"站", "分社", "记者站"})
_BRANCHES = FOR_A_PURPOSE | _OF_MEDIA | {"局", "中心", "分院", "委员会", "工作委员会", "咨询委"}
_FOUNDED = re.compile("(?:成立|设立|组建)了?")
_BETWEEN = re.compile(r"[\u4e00-\u9fff]{2,12}")


def branch_of(reading: Reading, hit: Hit, before: Named) -> Named | None:
    """The part of a known body behind its name: 国务院…领导小组, 中科院武汉分院, 人民日报福建站."""
    start = before.end
    founded = _FOUNDED.match(reading.text, start, hit.start)
    if founded and hit.word in FOR_A_PURPOSE:  # 国务院成立…领导小组
        start = founded.end()
    between = reading.text[start : hit.start]
    if not before.known or hit.word not in _BRANCHES or not _BETWEEN.fullmatch(between):
        return None
    if reading.text.startswith("长", hit.end):  # …局长
        return None
    if hit.word in _OF_MEDIA and before.name not in _media():
        return None
    sequence = reading.sequence
    at = sequence.at(start)
    while sequence.starts[at] < hit.start:
        if not _passes(sequence.words[at], hit):
            return None
        at += 1
    name = before.name + reading.text[start : hit.end]
    begin = before.start if start == before.end else start
    return before._replace(start=begin, end=hit.end, name=name)


# Behind a hospital or school: 南院, 滨湖院区, 附属小学.
_CAMPUS = re.compile(
    r"[东南西北新]院(?![\u4e00-\u9fff]?[子内落长])|[\u4e00-\u9fff]{1,4}?(?:院区|校区|分校|分院)(?!域)"
)
_BRACKETED = re.compile(r"[（(][\u4e00-\u9fff]+[）)]$")
_WITH_CAMPUSES = ("医院", "大学", "学院", "学校", "中学", "小学")


def with_campus(reading: Reading, body: Named) -> Named:
    """The body with the house of it that is meant: 省人民医院南院, 北京大学口腔医院三亚医院."""
    if not body.name.endswith(_WITH_CAMPUSES):
        return body
    end = body.end
    campus = _CAMPUS.match(reading.text, end)
    inside = next((p for p in reading.scan.places if p.start == end + 1), None)
    if (
        body.name.endswith("大学")
        and inside
        and _BRACKETED.match(reading.text, end, inside.end + 1)
    ):
        end = inside.end + 1
    elif campus and reading.sequence.finishes(campus.end()):
        end = campus.end()
    elif body.name.endswith("医院"):
        place = next((p for p in reading.scan.places if p.start == end), None)
        if place and reading.text.startswith("医院", place.end):
            end = place.end + len("医院")
    return body._replace(end=end, name=body.name + reading.text[body.end : end])


def _passes(word: str, hit: Hit) -> bool:
    """Whether a word may stand between a body and the last word of its part."""
    inside = load("organizations")["inside"]
    if word in FUNCTION or tag_of(word)[0] in "pcudrm":
        return False
    if tag_of(word) not in ("v", "vd", "vi") or word in inside["verbs"]:
        return True
    return hit.word in FOR_A_PURPOSE and word not in inside["stops"]


@cache
def _media() -> frozenset[str]:
    return frozenset(forms[0] for forms in load("bodies")["media"])
