"""Finds places that stand in no list, by their last word: villages, features, venues.

北新庄村, 通灵大峡谷: a name before the last word makes the place; a common noun (工业园) does not.
A known place directly before belongs to the name: 崖西镇北新庄村.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache

import ahocorasick_rs

from models.language.lexicon import load
from models.language.names.automaton import longest_of
from models.language.names.divisions import by_name
from models.language.names.gazetteer import landmarks
from models.language.names.left_edge import (
    FUNCTION,
    PROPER_TAGS,
    Edge,
    KnownPlaces,
    left_edge,
    past_function_words,
)
from models.language.names.name_characters import surnames
from models.language.names.scan import Place
from models.language.names.unlisted import Head, SpeaksFor, Text, Unlisted
from models.language.names.words import Sequence, tag_of

_ROAD = re.compile("国道|省道")
_NUMBER_OF_A_ROAD = re.compile(r"(?<![A-Za-z\d])[GS]?\d{2,4}\Z")
LONGEST_VILLAGE = 4
_AIRPORTS = ("机场", "国际机场")
LONGEST_LOCAL = 4  # characters between 市 and 图书馆
LONGEST = {"feature": 5, "venue": 14}
# What follows a last word and makes it part of another word: 村民, 山区, 路线, 海水.
_GOES_ON = {
    "village": frozenset("民级庄里干落史企容规貌务集部组医道头口路"),
    "town": frozenset("村级长域区里镇"),
    "feature": frozenset(
        "区脉里水上下中边面段线路口岸流域产地东西南北脚顶头寨庄镇乡村县市城民人军道灯"
    ),
    "venue": frozenset("化级内外里长员藏"),
}
# Parts of a river or mountain: 青柳河上游.
_PARTS = (
    "上游",
    "中游",
    "下游",
    "上空",
    "两岸",
    "沿岸",
    "南麓",
    "北麓",
    "东麓",
    "西麓",
    "水系",
    "水域",
    "主峰",
)
# What may follow a name although the segmentation takes it into the name's last word.
_COMMITTEES = ("党委", "党支部", "党总支", "两委", "委会")
_FOLLOWS = frozenset("则的是在有与和及等位被把将已，。、；：”》）")
_NEVER_INSIDE = frozenset("的了在等和与及是被把各为将给对向不无至")
_MEASURES = frozenset("座条个只名位处片块栋一二三四五六七八九十两几多")
_BRIDGES = frozenset({"大桥", "特大桥"})
_SIDES_OF_A_TOWN = frozenset("东西南北前后")  # 印山乡西村
_WATERS = frozenset("河江湖山岭潭泉溪")
_LOCATIVES = frozenset("内外里")  # with which no name begins: 十分钟内上高速
_COUNTRIES = frozenset({"中国", "全国", "我国", "中华人民共和国"})
_RELATIVE = frozenset({"全国", "我国"})
_RIVERS_THAT_ARE_PERSONS = frozenset("河江海山峰湖洲泉岭溪洞")


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, list[tuple[str, str]]]:
    heads = sorted(
        (word, kind) for kind, words in load("places")["heads"].items() for word in words
    )
    return longest_of([word for word, _ in heads]), heads


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("places")[key])


def unlisted_places(
    text: str, sequence: Sequence, known: Collection[Place], speaks_for: SpeaksFor
) -> Iterator[Unlisted]:
    """The places of one text that stand in no list; `known` are those that do.

    A name that stands behind its town once is found everywhere in the text.
    """
    found = list(_by_last_word(Text(text, sequence, speaks_for), known))
    yield from found
    yield from _numbered_roads(text)
    starts = {place.end - len(place.core) for place in found}
    for core in sorted({place.core for place in found if place.place and len(place.core) > 1}):
        for match in re.finditer(core, text):
            whole = len(core) > 2 or (
                sequence.begins(match.start()) and sequence.finishes(match.end())
            )
            if match.start() not in starts and whole:
                yield Unlisted(match.start(), match.end(), core, None)


def _numbered_roads(text: str) -> Iterator[Unlisted]:
    """104国道, G15省道."""
    for road in _ROAD.finditer(text):
        number = _NUMBER_OF_A_ROAD.search(text, max(0, road.start() - 5), road.start())
        if number:
            name = text[number.start() : road.end()]
            yield Unlisted(number.start(), road.end(), name, None)


def _by_last_word(reading: Text, known: Collection[Place]) -> Iterator[Unlisted]:
    places = KnownPlaces(known)
    before: Unlisted | None = None
    for head in _heads(reading.text):
        if places.covers(head.start):
            continue
        found = _bridge_over(before, reading, head) or _READ[head.kind](reading, head, places)
        before = found
        if found and not _is_no_place(found, head):
            if head.kind == "town":
                places.add(Place(found.start, head.end, found.name, None))
            yield found


def _bridge_over(before: Unlisted | None, reading: Text, head: Head) -> Unlisted | None:
    """The bridge over a feature that was found directly before it: 花溪峡谷大桥."""
    if before is None or before.end != head.start or head.word not in _BRIDGES:
        return None
    core = before.core + head.word
    return before._replace(end=head.end, core=core) if _ends_here(reading, head) else None


def _heads(text: str) -> Iterator[Head]:
    """The last words in a text, without those that the next character makes another word of."""
    automaton, heads = _automaton()
    for i, start, end in automaton.find_matches_as_indexes(text):
        word, kind = heads[i]
        if text[end : end + 1] not in _GOES_ON[kind] or text.startswith(_PARTS, end):
            yield Head(start, end, word, kind)


def _ends_here(reading: Text, head: Head) -> bool:
    """Whether a word ends behind the last word, or one begins there that names are followed by."""
    return (
        reading.sequence.finishes(head.end)
        or head.word.endswith(("圈", "群"))
        or reading.text[head.end : head.end + 1] in _FOLLOWS
        or reading.text.startswith(_COMMITTEES, head.end)
    )


@cache
def _no_places() -> tuple[str, ...]:
    return tuple(load("places")["no_places"])


def _is_no_place(found: Unlisted, head: Head) -> bool:
    """Whether a run only ends like a place; for a venue of a division it must be the whole name."""
    if found.place and head.kind == "venue":
        return found.core in _no_places()
    if found.place and found.core.endswith("山村") and len(found.core) > 2:
        return False  # 蓝山村
    return found.core.endswith(_no_places())


def _village(reading: Text, head: Head, places: KnownPlaces) -> Unlisted | None:
    """A village or town: up to four characters behind a place, or a word that is no common noun."""
    text = reading.text
    if head.word == "自然村" and places.ending(head.start):
        return None
    for length in range(1, LONGEST_VILLAGE + 1):
        start = head.start - length
        if start < 0 or text[start] in _NEVER_INSIDE or not "\u4e00" <= text[start] <= "\u9fff":
            break
        place = places.ending(start)
        inner = text[start : head.start]
        of_a_town = place and place.name.endswith(("乡", "镇")) and inner in _SIDES_OF_A_TOWN
        if place and (of_a_town or inner not in _words("common")):
            return Unlisted(place.start, head.end, text[start : head.end], place)
    if head.kind == "town":
        return _town_of_a_people(reading, head)
    if not _ends_here(reading, head):
        return None
    at = reading.sequence.at(head.start)
    start = reading.sequence.starts[at]
    if start == head.start:
        at -= 1
        start = reading.sequence.starts[at] if at >= 0 else head.start
    elif tag_of(reading.sequence.words[at]) not in PROPER_TAGS:
        return None
    if at < 0 or tag_of(reading.sequence.words[at]) not in PROPER_TAGS:
        return None
    start = past_function_words(text[start : head.start], start)
    inner = text[start : head.start]
    if not 2 <= len(inner) <= LONGEST_VILLAGE or inner in _words("common"):
        return None
    if not all("\u4e00" <= c <= "\u9fff" and c not in _NEVER_INSIDE for c in inner):
        return None
    return Unlisted(start, head.end, text[start : head.end], None)


@cache
def _peoples() -> re.Pattern[str]:
    names = "|".join(name for name in load("divisions")["peoples"] if name.endswith("族"))
    return re.compile(rf"([\u4e00-\u9fff]{{1,5}})((?:{names})+)$")


def _town_of_a_people(reading: Text, head: Head) -> Unlisted | None:
    """大屯满族乡: a township that no list holds, by the people in its name."""
    match = _peoples().search(reading.text, max(0, head.start - 12), head.start)
    if match is None or head.word != "乡":
        return None
    at = reading.sequence.at(match.end(1) - 1)
    start = match.end(1)
    while at >= 0 and reading.sequence.starts[at] >= match.start(1):
        word = reading.sequence.words[at]
        if word in FUNCTION or tag_of(word).startswith(("v", "p", "c", "u", "d", "r", "m")):
            break
        start = past_function_words(word, reading.sequence.starts[at])
        at -= 1
    core = reading.text[start : head.end]
    return Unlisted(start, head.end, core, None) if start < match.end(1) else None


def _feature(reading: Text, head: Head, places: KnownPlaces) -> Unlisted | None:
    """A mountain, river, road: only words that are no common nouns stand before its last word."""
    place = places.ending(head.start)
    if not _ends_here(reading, head) or (place and place.name in _COUNTRIES):
        return None
    if place:
        if head.word not in _words("bare"):
            return None
        start = _first_of_two_ports(places, place) if head.word == "港" else place.start
        return Unlisted(start, head.end, reading.text[start : head.end], None)
    sequence = reading.sequence
    at = sequence.at(head.start)
    start = sequence.starts[at]
    if start < head.start and tag_of(sequence.words[at]) not in PROPER_TAGS:
        return None
    at -= 1
    while at >= 0 and places.ending(start) is None and head.start - start < LONGEST["feature"]:
        word = sequence.words[at]
        if not _may_name_a_feature(word):
            break
        start = sequence.starts[at]
        at -= 1
    place = places.ending(start)
    if place and place.name in _COUNTRIES:
        place = None
    start = start if place else past_function_words(reading.text[start : head.start], start)
    inner = reading.text[start : head.start]
    if not 1 <= len(inner) <= LONGEST["feature"] or inner in _words("common"):
        return None
    if any(c in _NEVER_INSIDE for c in inner) or inner[0] in _MEASURES:
        return None
    if place is None and (
        (len(inner) == 1 and tag_of(inner + head.word) != "ns")
        or _is_person(inner, head)
        or _ends_in_a_person(sequence, head)
        or tag_of(inner) not in PROPER_TAGS
    ):
        return None
    return Unlisted(
        place.start if place else start, head.end, reading.text[start : head.end], place
    )


def _first_of_two_ports(places: KnownPlaces, place: Place) -> int:
    """Where the name of a port begins that two cities of one rank share: 宁波舟山港."""
    before = places.ending(place.start)
    one, other = before and before.division, place.division
    shared = before and one and other and one.level == other.level
    return before.start if before and shared else place.start


def _may_name_a_feature(word: str) -> bool:
    if len(word) == 1:
        return (
            "\u4e00" <= word <= "\u9fff"
            and word not in FUNCTION
            and word not in _MEASURES
            and tag_of(word) not in ("p", "c", "d", "r", "u", "ul", "uj", "m", "v")
        )
    return "\u4e00" <= word[0] <= "\u9fff" and tag_of(word) in PROPER_TAGS


def _is_person(inner: str, head: Head) -> bool:
    """Whether the run reads like a person's name: 孙士河, unless the dictionary knows the place."""
    return (
        head.word in _RIVERS_THAT_ARE_PERSONS
        and len(inner) <= 2
        and tag_of(inner + head.word) not in ("ns", "nz")
        and surnames().get(inner[0], 0) > 0
    )


def _ends_in_a_person(sequence: Sequence, head: Head) -> bool:
    """Whether the last word is the end of an unknown word that reads like a name: 能人孙士河."""
    at = sequence.at(head.start)
    word = sequence.words[at]
    return (
        head.word in _RIVERS_THAT_ARE_PERSONS
        and len(word) == 3
        and sequence.starts[at] < head.start
        and tag_of(word) == "x"
        and surnames().get(word[0], 0) > 2
    )


def _venue(reading: Text, head: Head, places: KnownPlaces) -> Unlisted | None:
    """A park, museum, zone: a name or a place, with common nouns between it and the last word."""
    if not _ends_here(reading, head) or _is_adverb(reading.text, head):
        return None
    edge = left_edge(reading.sequence, places, head.start)
    if edge is None and head.word in _AIRPORTS:
        return _airport(reading, head, places)
    if edge is None or edge.inner > LONGEST["venue"]:
        return None
    if edge.level:
        return _local_venue(reading, head, edge)
    if edge.place and edge.place.name in _RELATIVE:
        return None
    inner = reading.text[head.start - edge.inner : head.start]
    seated = head.word in _words("seated")
    if edge.clause or edge.verb_first or (inner in _words("common") and not edge.place):
        return None
    if any(len(verb) > 1 for verb in edge.verbs) and not (seated and edge.place):
        return None
    if any(c in _NEVER_INSIDE for c in inner) or inner[:1] in _LOCATIVES:
        return None
    if inner and (_is_counted(inner) or inner[0].isascii()):
        return None
    if edge.place is None:
        if seated and not _begins_with_a_town(inner):
            return None
        return Unlisted(edge.start, head.end, reading.text[edge.start : head.end], None)
    if not inner:
        natural = edge.place.division is None and edge.place.name in landmarks()  # 青柳河新城
        if edge.place.name in _COUNTRIES or not (natural or head.word in _words("bare")):
            return None
        return Unlisted(edge.start, head.end, reading.text[edge.start : head.end], None)
    seat = _without_province(reading.text[edge.start : head.start - edge.inner], edge.place)
    return Unlisted(edge.start, head.end, inner + head.word, edge.place, seat)


def _airport(reading: Text, head: Head, places: KnownPlaces) -> Unlisted | None:
    """威海大水泊机场: behind a division, any few characters name an airport."""
    for length in range(1, LONGEST_VILLAGE + 1):
        start = head.start - length
        inner = reading.text[max(0, start) : head.start]
        if start < 0 or not set(inner).isdisjoint(FUNCTION):
            return None
        place = places.ending(start)
        if place and place.division and inner not in _words("common"):
            printed = reading.text[place.start : start]
            seat = _without_province(printed, place)
            return Unlisted(place.start, head.end, inner + head.word, place, seat)
    return None


def _begins_with_a_town(inner: str) -> bool:
    """Whether a township is named that stands without 镇 or 乡: 博鳌 in 博鳌医疗旅游先行区."""
    return any(inner[:size] + kind in by_name() for size in (2, 3) for kind in ("镇", "乡", "街道"))


def _is_counted(inner: str) -> bool:
    """Whether a measure opens the name: 三座公园, but not the river in 五源河体育馆."""
    return inner[0] in _MEASURES and inner[-1] not in _WATERS


def _local_venue(reading: Text, head: Head, edge: Edge) -> Unlisted | None:
    """市图书馆, 省华侨博物馆: of the place that the article speaks for, where that is certain."""
    if head.word not in _words("local") or edge.inner > LONGEST_LOCAL or edge.verbs:
        return None
    division = reading.speaks_for(edge.level or "", edge.start)
    if division is None:
        return None
    place = Place(edge.start, edge.start, division.name, division, (division,))
    inner = reading.text[head.start - edge.inner : head.end]
    return Unlisted(edge.start, head.end, inner, place, division.name)


def _is_adverb(text: str, head: Head) -> bool:
    """Whether 高速 says how something grows."""
    return head.word == "高速" and text.startswith(_fast(), head.end)


@cache
def _fast() -> tuple[str, ...]:
    return tuple(load("places")["adverb_before"])


def _without_province(printed: str, place: Place) -> str:
    """The divisions before a venue as the text prints them: 成都 of 四川成都天府国际机场.

    A province that stands there alone is a part of the name: 海南热带雨林国家公园.
    """
    if (
        len(place.parts) > 1
        and place.parts[0].level == "province"
        and place.parts[0].name[-1] != "市"
    ):
        for form in (place.parts[0].name, place.parts[0].short):
            printed = printed.removeprefix(form)
    return printed


_READ = {"village": _village, "town": _village, "feature": _feature, "venue": _venue}
