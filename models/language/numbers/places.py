"""Of which place a number speaks: the nearest named, the body's, or what the article is about."""

import re
from collections import Counter
from functools import cache

from models.language import lexicon
from models.language.numbers.bodies import Body
from models.language.numbers.names import Name, Names
from models.language.numbers.statement import (
    CLAUSE_OPENING,
    Block,
    ends_with_its_clause,
    opens_clause,
)

WIDER = frozenset(
    [
        "全国",
        "全省",
        "全区",
        "我国",
        "我省",
        "我区",
        "国家",
        "国内",
        "中国",
        "省内",
        "港澳台",
        "港澳",
        "内地",
    ]
)
_FAR_BACK = 4000  # code points of a paragraph in which a place still counts as named


class Places:
    """The places of one article; asked for one number at a time."""

    def __init__(self, text: str, names: Names, header: str, *, is_report: bool = False) -> None:
        self._is_report = is_report  # it speaks of its own place, sentence by sentence
        self._text, self._names, self._header = text, names, header
        self._block = Block(0, 0, None, False)
        self._blocks: list[Block] = []
        self._before = 0  # how many of the blocks before have not been asked for a topic
        self._topic: str | None = None
        self._stood_for: list[tuple[int, Name]] | None = None
        self._main: str | None = None
        self._main_known = False

    def enter(self, blocks: list[Block], number: int) -> None:
        """Go on to the block of this number."""
        self._block, self._blocks, self._before = blocks[number], blocks, number
        self._topic, self._stood_for = None, None

    def of(self, sentence: int, at: int, body: Body | None) -> str | None:
        """The place of a number: the nearest named, the body's, the topic's, the article's."""
        if "place" not in self._names.types:
            return None
        named = self._named(sentence, at)
        if named and (named.text not in WIDER or body is None or named.end == at):
            return named.entity_id
        of_body = self._names.place_of(body.place_code) if body else None
        return of_body or (None if body else self._of_topic()) or self._of_article()

    def _named(self, sentence: int, at: int) -> Name | None:
        """The nearest place named before a number in its sentence, else in its paragraph."""
        if self._stood_for is None:
            self._stood_for = self._in_block()
        named = self._in_sentence(sentence, at)
        return named or (None if self._is_report else self._before_sentence(sentence, at))

    def _in_sentence(self, sentence: int, at: int) -> Name | None:
        text = self._text
        near = self._last_stood_for(sentence, at) if self._stood_for else None
        begin = near[0] if near else sentence
        for name in reversed(self._names.between(begin, before_examples(text, sentence, at))):
            if not name.holds_numbers or _aside(text, name, at) or _in_brackets(text, name, at):
                continue
            if self._is_report and ends_with_its_clause(text, name.end, at):
                continue
            if text.find("；", name.end, at) > 0 and not opens_clause(text, name.start, sentence):
                continue  # 一是建成甲县基地；二是…: what is inside one point is not of the next
            if name.text not in WIDER or name.end == at or _is_subject(text, name, sentence):
                return name
        return near[1] if near else None

    def _before_sentence(self, sentence: int, at: int) -> Name | None:
        """The last place that an earlier sentence of the paragraph speaks of, or mentions."""
        text, start = self._text, max(self._block.start, at - _FAR_BACK)
        if start >= sentence:
            return None
        near = self._last_stood_for(start, sentence) if self._stood_for else None
        mentioned = None
        for name in reversed(self._names.between(near[0] if near else start, sentence)):
            if not name.holds_numbers or name.text in WIDER or _aside(text, name, at):
                continue
            if _sets_scene(text, name, start):
                return name
            mentioned = mentioned or name
        if near is None and mentioned is not None and self._is_passing(mentioned):
            return None
        return mentioned or (near[1] if near else None)

    def _is_passing(self, name: Name) -> bool:
        """Whether a place is named once, in passing, in an article about another; no village."""
        is_once = self._names.counts[name.entity_id] < 2
        return is_once and not name.is_village and self._of_article() is not None

    def _last_stood_for(self, start: int, end: int) -> tuple[int, Name] | None:
        """The last word between two offsets that stands for a place, and that place."""
        for at, name in reversed(self._stood_for or ()):
            if start <= at < end:
                return at, name
        return None

    def _in_block(self) -> list[tuple[int, Name]]:
        """The words of the block that stand for places named before them, in order."""
        finder, _ = _stand_ins()
        found = []
        for match in finder.finditer(self._text, self._block.start, self._block.end):
            if self._names.around(*match.span()):
                continue  # it is part of a name
            for name in self._names.back_from(match.start()):
                if self._stands_for(match[0], name):
                    found.append((match.start(), name))
                    break
        return found

    def _stands_for(self, word: str, name: Name) -> bool:
        """Whether a word can mean a place: by its end, 城市 only the city that is the topic."""
        if name.type != "place" or not _stand_ins()[1][word].search(name.text):
            return False
        return not word.startswith("城市") or name.entity_id == self._of_article()

    def _of_topic(self) -> str | None:
        """The first town or village of the nearest paragraph before that names one."""
        if not self._names.has_villages:
            return None
        while self._before and self._topic is None:
            self._before -= 1
            self._topic = self._first_village(self._blocks[self._before])
        return self._topic

    def _first_village(self, block: Block) -> str | None:
        """The first town or village of a block, of those that the article names repeatedly."""
        for name in self._names.between(block.start, block.end):
            known = name.is_village and self._names.counts[name.entity_id] > 1
            if known and not _aside(self._text, name, name.end):
                return name.entity_id
        return None

    def _of_article(self) -> str | None:
        """The place that the article is about."""
        if not self._main_known:
            self._main_known = True
            self._main = self._most_named()
        return self._main

    def _most_named(self) -> str | None:
        """The place that the title names, else the one that most places of the text lie in.

        The country is meant where it is named more often than any part of it; a place that is
        named once beside others is no topic.
        """
        places = [name for name in self._names.all if name.holds_numbers]
        narrow = [name for name in places if name.text not in WIDER]
        above = [name for name in narrow if name.text in self._header and self._is_topic(name)]
        if above:
            return _dominant(above)
        own = [name for name in narrow if not _aside(self._text, name, name.end)]
        most = max((self._names.counts[name.entity_id] for name in own), default=0)
        wide = [name for name in places if name.text in WIDER and self._is_counted(name)]
        if len(wide) > most:
            return _dominant(wide)
        return _dominant(own or narrow or wide)

    def _is_topic(self, name: Name) -> bool:
        """Whether a place of the title can be what the article is about: no “绿色长城”."""
        return name.place_code is not None or self._names.counts[name.entity_id] > 2

    def _is_counted(self, name: Name) -> bool:
        """Whether a wider area is more than a yardstick or an attribute (全国先进)."""
        text = self._text
        return not _aside(text, name, name.end) and not _MODIFIED.match(text, name.end)


@cache
def _stand_ins() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    """Finds a word that stands for a place; the ends of names by such a word."""
    ends = {
        word: re.compile(f"{entry['ends']}$")
        for entry in lexicon.entries("number_places", "stand_in")
        for word in entry["words"]
    }
    words = sorted(ends, key=lambda word: (-len(word), word))
    pointed = "|".join(word for word in words if _POINTED.search(word))
    bare = "|".join(word for word in words if not _POINTED.search(word))
    first = "".join(sorted({word[0] for word in words}))
    return re.compile(f"(?=[{first}])(?:{pointed}|{CLAUSE_OPENING}(?:{bare}))"), ends


_POINTED = re.compile("^[该全本整]|[里内上]$")


def _is_subject(text: str, name: Name, sentence: int) -> bool:
    """Whether a wider area is what is counted (截至5月，全国共有…), and no modifier (全国重点…)."""
    if text[name.start - 1 : name.start] == "于":
        return True
    if _MODIFIED.match(text, name.end):
        return False
    return opens_clause(text, name.start, sentence)


def _sets_scene(text: str, name: Name, start: int) -> bool:
    """Whether a place is what a sentence speaks of or where it goes on: 走进河湾镇."""
    at = name.start
    for arrival in ("在", "走进", "来到", "到"):
        at -= len(arrival) * (at == name.start and text.endswith(arrival, start, at))
    return opens_clause(text, at, start)


_MODIFIED = re.compile(
    r"重点实验|重点|级|性|首|先进|百强|文明|统一|最|第|领先|前列|示范|劳|技术|标准|人大|政协|各地(?!共)"
)


def before_examples(text: str, sentence: int, at: int) -> int:
    """Where to stop looking for names: A、B等30个 lists examples in the number's clause."""
    if text[at - 1 : at] != "等":
        return at
    return max(sentence, *(text.rfind(mark, sentence, at) for mark in "，；："))


_ROUTE = re.compile(
    r"[\u4e00-\u9fff]{0,5}(?<![自直乃甚以])至[\u4e00-\u9fff]{2,6}?(?:、|高速|铁路|高铁|公路|段(?!时)|等[0-9])"
)


def _in_brackets(text: str, name: Name, at: int) -> bool:
    """Whether a name stands in brackets that are closed before a number."""
    if text.find("）", name.end, at) < 0:
        return False
    opened = text.rfind("（", max(0, name.start - _LONGEST_NOTE), name.start)
    return opened >= 0 and text.find("）", opened, name.start) < 0


_LONGEST_NOTE = 40


def _aside(text: str, name: Name, at: int) -> bool:
    """Whether a place is a yardstick (居全国第三, 高于全省) or one item of a list (A、B等)."""
    before = text[max(0, name.start - 2) : name.start]
    if before.endswith("对") and "出口" in text[name.end : at]:
        return True  # 对东盟、非洲出口: the other side of a trade
    if text.find("至", name.end, name.end + 6) > 0 and _ROUTE.match(text, name.end):
        return True  # 河湾至林海高速: neither end is what is counted
    last = before[-1:]
    if last == "、" and opens_clause(text, name.start, 0):
        return False
    if last in _NO_SCENE or before in ("地处", "位于", "毗邻", "紧邻"):
        return True
    if last in _COMPARES:
        owned = text[name.end : at]  # 高于全国GDP5.5%的目标: the number is the yardstick's own
        if owned.endswith(("（", "(")) and "，" not in owned:
            return False
        return len(owned) < 2 or owned.startswith("平均") or "，" in owned
    if text.startswith(("第", "、", "等", "首位", "前列", "领先"), name.end):
        return True
    return last == "、" or (
        name.text[0] not in "我全本" and _LISTED.match(text, name.end) is not None
    )


_NO_SCENE = frozenset("居列占自往赴")
_COMPARES = frozenset("于比较出")
_LISTED = re.compile(r"[^，。；、]{0,4}、[^，。；]*等")


def _dominant(names: list[Name]) -> str | None:
    """The place named most often, if most names lie in it; no guess among many.

    A place lies in a division whose code its code continues, or whose name its name begins with.
    One that is named once, and holds no other, is no guess either.
    """
    counts = Counter(name.entity_id for name in names)
    if len(counts) == 1:
        return names[0].entity_id
    shown = {name.entity_id: name for name in names}
    for entity_id, count in counts.most_common():  # the first named of equals comes first
        inside = [other for other in counts if _lies_in(shown[other], shown[entity_id])]
        most_lie_in_it = 2 * sum(counts[other] for other in inside) >= len(names)
        if most_lie_in_it and (count > 1 or len(inside) > 1):
            return entity_id
    return None


def _lies_in(place: Name, division: Name) -> bool:
    if place.entity_id == division.entity_id or place.text.startswith(division.text):
        return True
    if place.place_code is None or division.place_code is None:
        return False
    return place.place_code.startswith(_prefix(division.place_code))


def _prefix(code: str) -> str:
    """The digits of a division code that its parts share: 320900 begins 3209."""
    while code.endswith("00"):
        code = code[:-2]
    return code
