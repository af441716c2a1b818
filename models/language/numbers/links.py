"""Of whom a number speaks: place, body and programme, as far as the article names them."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from typing import NamedTuple

from models.language.numbers.statement import Block


class Name(NamedTuple):
    """One mention of an entity in the text."""

    start: int
    end: int
    entity_id: str
    type: str
    text: str
    place_code: str | None


_TITLE = re.compile(
    r"(?:[^。，：:！？\n]{0,8}(?:书记|长|主任|主席|经理|总监|代表|委员|教授|研究员|院士|组长|专员)[、，\s]?)+"
)


class Names:
    """The mentions of one article, by place in the text."""

    def __init__(self, mentions: list[Name]) -> None:
        self.all = mentions
        self._starts = [name.start for name in mentions]
        self.ends = frozenset(name.end for name in mentions)
        self._default: str | None = None
        self._counted = False

    def between(self, start: int, end: int) -> list[Name]:
        """The mentions that start in a stretch of text, in order."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def around(self, start: int, end: int) -> Name | None:
        """The mention that covers a stretch of text."""
        at = bisect_right(self._starts, start) - 1
        if at >= 0 and self.all[at].end >= end:
            return self.all[at]
        return None

    def main_place(self, text: str) -> str | None:
        """The place named most often in the article, the first of equals.

        Wider areas count only where no other place is named.
        """
        if not self._counted:
            self._counted = True
            places = [name for name in self.all if name.type == "place"]
            narrow = [name for name in places if name.text not in WIDER]
            own = [name for name in narrow if not _aside(text, name, name.end)]
            self._default = _dominant(own or narrow or places)
        return self._default

    def place_of(self, code: str | None) -> str | None:
        """The place mention with this division code."""
        if code is not None:
            for name in self.all:
                if name.type == "place" and name.place_code == code:
                    return name.entity_id
        return None

    def body_of(self, speaker: str, text: str) -> Name | None:
        """The body named beside a person's name: the one behind it, else the first before it."""
        for at, name in enumerate(self.all):
            if name.type != "person" or name.text != speaker:
                continue
            behind = self.all[at + 1 : at + 2]
            if behind and behind[0].type == "organization" and behind[0].start - name.end <= 3:
                return behind[0]
            first, start = None, name.start
            for before in reversed(self.all[:at]):
                title = text[before.end : start]
                if before.type != "organization" or not _TITLE.fullmatch(title):
                    break
                first, start = before, before.start
            if first is not None:
                return first
        return None


def place(text: str, names: Names, block: int, sentence: int, at: int) -> Name | None:
    """The nearest place named before a number in its sentence, else in its paragraph."""
    end = _before_examples(text, sentence, at)
    for name in reversed(names.between(sentence, end)):
        if name.type != "place" or _aside(text, name, at):
            continue
        if name.text not in WIDER or _is_subject(text, name, sentence):
            return name
    for name in reversed(names.between(block, sentence)):
        if name.type == "place" and name.text not in WIDER and not _aside(text, name, at):
            return name
    return None


def _is_subject(text: str, name: Name, sentence: int) -> bool:
    """Whether a wider area is what is counted (截至5月，全国共有…), and no modifier (全国重点…)."""
    if text[name.start - 1 : name.start] == "于":
        return True
    if _MODIFIED.match(text, name.end):
        return False
    return _CLAUSE_OPENS.search(text[max(sentence, name.start - 4) : name.start]) is not None


_MODIFIED = re.compile(
    r"重点实验|重点|级|性|首|先进|百强|文明|统一|最|第|领先|前列|示范|劳|技术|标准|人大|政协|各地(?!共)"
)


def _before_examples(text: str, sentence: int, at: int) -> int:
    """Where to stop looking for names: A、B等30个 lists examples in the number's clause."""
    if text[at - 1 : at] != "等":
        return at
    return max(sentence, *(text.rfind(mark, sentence, at) for mark in "，；："))


class Topic:
    """What the paragraphs before a number speak of; looked up only where it is asked for."""

    def __init__(self, text: str, names: Names, blocks: list[Block]) -> None:
        self._text, self._names, self._blocks = text, names, blocks
        self._place: str | None = None

    def place(self) -> str | None:
        """The first town or village of the nearest paragraph that names one."""
        while self._blocks and self._place is None:
            block = self._blocks.pop()
            self._place = _first_village(self._text, self._names, block.start, block.end)
        return self._place


def _first_village(text: str, names: Names, start: int, end: int) -> str | None:
    for name in names.between(start, end):
        is_village = name.type == "place" and name.text[-1] in _SMALL_DIVISIONS
        if is_village and not _aside(text, name, name.end):
            return name.entity_id
    return None


_SMALL_DIVISIONS = frozenset("镇乡村")
WIDER = frozenset(["全国", "全省", "全区", "我国", "我省", "我区", "国家", "国内", "中国", "省内"])


def _aside(text: str, name: Name, at: int) -> bool:
    """Whether a place is a yardstick (居全国第三, 高于全省) or one item of a list (A、B等)."""
    before = text[max(0, name.start - 2) : name.start]
    if before.endswith(("居", "列", "占", "自", "往", "赴")):
        return True
    if before.endswith(("于", "比", "较", "出")):
        owned = text[name.end : at]  # 高于全国GDP5.5%的目标: the number is the yardstick's own
        return len(owned) < 2 or owned.startswith("平均") or "，" in owned
    if text.startswith(("第", "、", "等", "首位", "前列", "领先"), name.end):
        return True
    return before.endswith("、") or (
        name.text[0] not in "我全本" and _LISTED.match(text, name.end) is not None
    )


_LISTED = re.compile(r"[^，。；、]{0,4}、[^，。；]*等")


def _dominant(names: list[Name]) -> str | None:
    """The division named most often, if most names lie in it; no guess among many."""
    counts = Counter(name.entity_id for name in names)
    prefixes = {name.entity_id: _prefix(name.place_code) for name in names if name.place_code}
    total = sum(counts[entity_id] for entity_id in prefixes)
    around = {
        entity_id: counts[entity_id]
        for entity_id, prefix in prefixes.items()
        if 2 * sum(counts[other] for other, code in prefixes.items() if code.startswith(prefix))
        >= total
    }
    ranked = around if prefixes else counts
    return max(ranked, key=ranked.__getitem__, default=None)


def _prefix(code: str) -> str:
    """The digits of a division code that its parts share: 320900 begins 3209."""
    while code.endswith("00"):
        code = code[:-2]
    return code


_CLAUSE_OPENS = re.compile(
    r"(?:^|[，。；：,;:\n]|其中|同时|日前|近日|[年月日]|以来|期间|目前|截至|下，?|后)$"
)
_NO_SUBJECT = re.compile(
    r"的|、|等|和|与|及|数据|统计|介绍|消息|发布|公布|获悉|提供|信访|驻|派驻|副|党[组委]|书记|局长|主任|部长|主席|"
    r"董事|总经理|经理|院长|校长|会长|秘书|处长|科长|负责|相关|有关|记者|发言|工作人员|专家|教授|官网|微信|公众号"
)


_EXAMPLE = re.compile(r"[^，。；：]{0,20}等[0-9０-９一二三四五六七八九十]")


def subject(text: str, names: Names, sentence: int, at: int) -> Name | None:
    """The body that leads a clause before a number in its sentence, as grammatical subject."""
    for name in reversed(names.between(sentence, _before_examples(text, sentence, at))):
        if name.type != "organization" or _NO_SUBJECT.match(text, name.end):
            continue
        if _EXAMPLE.match(text, name.end):
            continue
        if _CLAUSE_OPENS.search(text[max(sentence, name.start - 4) : name.start]):
            return name
    return None


def programme(text: str, names: Names, sentence: int, at: int, end: int) -> str | None:
    """The programme first named in the ；-clause of a number, or as what it counts."""
    start = max(sentence, text.rfind("；", sentence, at), text.rfind(";", sentence, at))
    for name in names.between(start, at):
        if name.type == "initiative":
            return name.entity_id
    for name in names.between(at, end):
        if name.type == "initiative" and name.start - at < 4:
            return name.entity_id
    bare = _BARE_PROGRAMME.search(text, start, at)
    if bare is not None:
        for name in reversed(names.between(0, start)):
            if name.type == "initiative" and name.text.endswith(bare[1]):
                return name.entity_id
    return None


_BARE_PROGRAMME = re.compile(
    r"(?:(?<=[，。；\n])|该|此次|这一|本次)(平台|行动|工程|活动|机制|计划|专班)"
)
