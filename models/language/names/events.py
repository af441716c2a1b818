"""Finds events: congresses and sessions by their numbers, named meetings, fairs and contests."""

import re
from collections.abc import Iterator
from functools import cache

import polars as pl

from models.language.lexicon import any_of, load
from models.language.names.joined import JoinedText, matches_beside
from models.language.names.phrases import modifier_before
from models.language.names.segmentation import Segmentation, segmented
from models.language.names.words import Words

Found = tuple[int, int, str]

_N = "[一二三四五六七八九十]"
_PARTY = r"(?:中国共产党|党的|中共)"
# Congresses and plenary sessions of the party: 党的二十大, 十九届六中全会, 二十届四中全会.
_CONGRESS = re.compile(
    rf"(?=[中党第十二七八九])(?P<party>{_PARTY})?(?:"
    rf"(?P<session>第?(?P<term>十{_N}?|二十{_N}?)届(?:中央委员会)?(?:第?(?P<plenum>{_N})(?:中|次)全(?:会|体会议)))"
    rf"|(?P<short>(?P<number>十{_N}|二十)大)(?![^\W\d_]*?(?:重点|产业|工程|行动|项目|任务|体系|新闻))"
    rf"|(?P<full>第(?P<long>十{_N}?|二十{_N}?|七|八|九)次全国代表大会))"
)
# Sessions of congresses and conferences: 市七届人大二次会议, 省政协十二届四次会议.
_SESSION = re.compile(
    r"(?:第?[一二三四五六七八九十百\d]+届)[\u4e00-\u9fff]{0,14}?第?[一二三四五六七八九十\d]+次"
    r"(?:常委会|主席|全体|常务|党组|执委|理事)?(?:\(扩大\)|（扩大）)?(?:会议|全会)"
)
_EDITION = re.compile(r"第?[一二三四五六七八九十百\d]+(?:届|次)|首届|\d{4}年?")
_COUNTED = re.compile(r"[一二三四五六七八九十百千\d]+[多余]?[个场项次]$")
# An anniversary and what is held for it, also together with another meeting.
_ANNIVERSARY = re.compile(
    r"(?:庆祝|纪念)[^，。；：“”\n]{2,24}周年(?:暨[^，。；：\n]{2,20}?)?"
    r"(?:表彰大会|大会|座谈会|音乐会|文艺晚会|文艺演出|报告会|招待会)"
)
# An anniversary that the name of what was founded opens: 海澄学院成立六十周年纪念大会.
_FOUNDED = re.compile(
    r"(?:成立|诞辰|建校|建院|建厂|创刊|创立|建交|建国|建市|建县|解放)[一二三四五六七八九十百\d]+周年(?:纪念|庆祝|表彰)?"
    r"(?:大会|座谈会|音乐会|文艺晚会|招待会|论坛|学术研讨会|研讨会|庆典)"
)
# 金砖国家领导人滨海会晤.
_MEETING = re.compile(r"领导人(?:第[一二三四五六七八九十\d]+次|[\u4e00-\u9fff]{2,4})会晤")
# Festivals, shows and contests, whose last word alone says little, by their edition.
_NUMBERED = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+届|首届)[^，。；：、！？\n“”《》（）()和与的今]{2,18}?(?<![发开进参闭布])(?:节|展|赛|评比)"
    r"(?![目日点约选手能省气奏育区览示开现销位厅台出望会品中馆商程事制活])"
)
# A numbered meeting of a known body, and a numbered fair of two things: 第三届渔业与海洋论坛.
_OF_A_BODY = re.compile(r"第[一二三四五六七八九十百\d]+次(?:全体|扩大)?会议")
_OF_TWO = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+届|首届|20\d\d年?)[\u4e00-\u9fff]{2,14}?[与和][\u4e00-\u9fff]{2,10}?"
    r"(?:论坛|峰会|博览会|对话会|研讨会|洽谈会|展览会)"
)
LONGEST_BODY = 20  # characters
# A class for leaders by what they study there.
_STUDY = ("干部学习贯彻",)
_CLASS = re.compile(
    r"(?:省部级|厅局级|县处级|[省市县]管|全[省市县区])[\u4e00-\u9fff]{0,6}干部学习贯彻[^，。；：\n]{4,40}?(?:研讨班|读书班|培训班)"
)
# A fair by its goods, behind a place: 滨海国际渔具展.
_FAIR = re.compile(
    r"国际[\u4e00-\u9fff]{1,6}?(?<![发会参开进扩拓])展(?![览示开现销位厅区台出望会品中馆商])"
)
# A forum of China with another country or region: 中国与滨海国家渔业合作论坛.
_WITH_CHINA = re.compile(
    r"中国[与和](?:(?![举开办参出会在是的将等])[\u4e00-\u9fff]){2,20}?(?:论坛|峰会|博览会)"
)
_LEVELS = (("省",), ("市",), ("州",))  # alone before an event: 省旅发大会
_DATED = re.compile(r"20\d\d年")
_PROPER_TAGS = ("ns", "nt", "nz", "x")
LONG_MODIFIER = 6  # characters that tell one event from others whatever they are
LONG_NAME = 8
SHORTEST_MODIFIER = 4  # characters before the head of an event without number or quotation


@cache
def _heads() -> re.Pattern[str]:
    words = load("events")
    heads = any_of(words["heads"])
    return re.compile(rf"(?:{heads})(?!{'|'.join(words['continued'])})")


@cache
def _proper() -> re.Pattern[str]:
    return re.compile(any_of(load("events")["proper"]))


@cache
def _kinds() -> frozenset[str]:
    return frozenset(load("events")["kinds"])


@cache
def _scopes() -> frozenset[str]:
    return frozenset(load("phrases")["beginnings"])


@cache
def _hosts() -> frozenset[str]:
    return frozenset(load("events")["hosts"])


@cache
def _vague() -> frozenset[str]:
    return frozenset(load("events")["vague"])


def find_events(articles: pl.DataFrame, words: Words) -> pl.DataFrame:
    """Candidates for events."""
    joined, words_at = segmented(articles, words)
    found = [
        *_read_congresses(joined.text),
        *_read_sessions(joined.text, words_at),
        *_read_named(joined.text, words_at),
        *_read_proper(joined.text, words_at),
        *((m.start(), m.end(), m.group()) for m in _ANNIVERSARY.finditer(joined.text)),
        *((m.start(), m.end(), m.group()) for m in matches_beside(_STUDY, _CLASS, joined.text)),
        *_read_behind_their_bearer(joined.text, words_at),
        *((m.start(), m.end(), m.group()) for m in _OF_TWO.finditer(joined.text)),
        *((m.start(), m.end(), m.group()) for m in _WITH_CHINA.finditer(joined.text)),
        *_read_meetings_of_known_bodies(joined.text),
        *_read_fairs(joined.text, words_at),
    ]
    return joined.candidates("event", _with_their_year(joined, found))


def _with_their_year(joined: JoinedText, found: list[Found]) -> list[Found]:
    """The events, and those of them that their article names with one year too under that name."""
    dated: dict[tuple[int, str], set[str]] = {}
    for start, _, name in found:
        year = _DATED.match(name)
        if year:
            dated.setdefault((joined.article_at(start), name[year.end() :]), set()).add(name)
    renamed = []
    for start, end, name in found:
        full = dated.get((joined.article_at(start), name), set())
        renamed.append((start, end, min(full) if len(full) == 1 else name))
    return renamed


def _read_congresses(text: str) -> Iterator[Found]:
    for match in _CONGRESS.finditer(text):
        if match["session"]:
            name = f"党的{match['term']}届{match['plenum']}中全会"
        else:
            name = f"党的{match['number'] or match['long']}大"
        yield match.start(), match.end(), name


def _read_sessions(text: str, words: Segmentation) -> Iterator[Found]:
    for match in matches_beside("届", _SESSION, text):
        if any(mark in match.group() for mark in "，。；：、“”"):
            continue
        modifier = modifier_before(text, match.start(), words)
        start = modifier.start if len(modifier.words) <= 3 else match.start()
        yield start, match.end(), text[start : match.end()]


def _read_named(text: str, words: Segmentation) -> Iterator[Found]:
    bodies = tuple(load("events")["bodies"])
    for match in _heads().finditer(text):
        modifier = modifier_before(text, match.start(), words)
        if match.group().startswith("联合") and "“" in text[modifier.start : match.start()]:
            begin = text.rindex("“", modifier.start, match.start())
            yield begin, match.end(), text[begin : match.end()]
            continue
        whole = text[modifier.start : match.end()]
        numbered = _EDITION.search(whole) is not None
        if whole.endswith(bodies) and not numbered:
            continue
        if _tells_which(modifier.words, match.group(), numbered):
            yield modifier.start, match.end(), whole


def _tells_which(words: tuple[str, ...], head: str, numbered: bool) -> bool:
    """Whether a modifier names one event: by number, by quotation, or by enough words."""
    telling = [word for word in words if word not in _kinds() and len(word) > 1]
    if any(_COUNTED.match(word) for word in words) or not _vague().isdisjoint(
        (*words[:1], *words[-1:])
    ):
        return False
    if head == "党代会":
        return numbered and len(telling) > 0
    if numbered:
        return len(telling) >= 2
    if any(word[0] in "“‘" for word in words):
        return True
    placed = any(word in _scopes() or Segmentation.tag(word) in _PROPER_TAGS for word in words)
    placed = placed or not _hosts().isdisjoint(words[:1])
    length = sum(map(len, words))
    if placed:
        return length >= SHORTEST_MODIFIER and (len(telling) >= 1 or length >= LONG_MODIFIER)
    if head == "大会" and length >= LONG_NAME and len(telling) > 2:
        return True  # 绿色低碳高质量发展大会
    topical = head in load("events")["topical"]
    return topical and length >= SHORTEST_MODIFIER and len(telling) >= 2


def _read_behind_their_bearer(text: str, words: Segmentation) -> Iterator[Found]:
    """Anniversaries, summits and numbered shows, which the name of a body or group may open."""
    for pattern in (_FOUNDED, _MEETING, _NUMBERED):
        for match in pattern.finditer(text):
            modifier = modifier_before(text, match.start(), words)
            before = text[modifier.start : match.start()]
            if pattern is _NUMBERED and ("《" in before or len(before) > LONG_NAME):
                yield match.start(), match.end(), match.group()
                continue
            if pattern is _NUMBERED or (
                modifier.words and not before.startswith(("两国", "当地")) and "庆祝" not in before
            ):
                yield modifier.start, match.end(), text[modifier.start : match.end()]


@cache
def _bodies() -> frozenset[str]:
    return frozenset(form for forms in load("bodies")["party_and_state"] for form in forms)


def _read_meetings_of_known_bodies(text: str) -> Iterator[Found]:
    for match in _OF_A_BODY.finditer(text):
        first = max(0, match.start() - LONGEST_BODY)
        body = (at for at in range(first, match.start()) if text[at : match.start()] in _bodies())
        start = next(body, None)
        if start is not None:
            yield start, match.end(), text[start : match.end()]


def _read_fairs(text: str, words: Segmentation) -> Iterator[Found]:
    for match in _FAIR.finditer(text):
        modifier = modifier_before(text, match.start(), words)
        if modifier.words and Segmentation.tag(modifier.words[-1]) == "ns":
            yield modifier.start, match.end(), text[modifier.start : match.end()]


def _read_proper(text: str, words: Segmentation) -> Iterator[Found]:
    for match in _proper().finditer(text):
        modifier = modifier_before(text, match.start(), words)
        edition = _EDITION.search(text[modifier.start : match.start()])
        last = modifier.words[-1:]
        near = last and (Segmentation.tag(last[0]) == "ns" or modifier.words in _LEVELS)
        relative = edition is not None and edition.group() == "一届"  # 下一届, 上一届
        start = modifier.start if (edition or near) and not relative else match.start()
        yield start, match.end(), text[start : match.end()]
