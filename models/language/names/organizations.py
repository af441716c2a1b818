"""Finds named bodies: party, government, companies, schools, media, associations."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import polars as pl

from models.language.lexicon import load
from models.language.names import aliases, body_words, candidates
from models.language.names.aliases import Named
from models.language.names.body_words import Build, Form, Hit
from models.language.names.branches import FOR_A_PURPOSE, branch_of, with_campus
from models.language.names.candidates import Candidate
from models.language.names.context import LEVEL_WORDS
from models.language.names.divisions import Division
from models.language.names.left_edge import FUNCTION, PROPER_TAGS, Edge, KnownPlaces, left_edge
from models.language.names.listed_companies import listed_companies
from models.language.names.ministries import ministries_abroad
from models.language.names.places import canonical, form
from models.language.names.readings import Reading
from models.language.names.scan import Place
from models.language.names.trade_names import trade_names
from models.language.names.words import tag_of


def find_organizations(readings: Iterable[Reading]) -> pl.DataFrame:
    """Candidates for organizations."""
    rows: list[Candidate] = []
    for reading in readings:
        rows.extend(bodies_in(reading))
    return candidates.from_rows(rows)


def bodies_in(reading: Reading) -> Iterator[Candidate]:
    """The candidates of one reading."""
    shares = [
        Named(start, end, reading.text[start:end], known=True)
        for start, end in listed_companies(reading.text, reading.sequence)
    ]
    bodies = _around(shares, _joined(reading, _built(reading)))
    bodies.extend(
        Named(item.start, item.end, reading.text[item.start : item.end])
        for item in reading.listed
        if item.type == "organization"
    )
    bodies.extend(ministries_abroad(reading.text))
    bodies.extend(_traded(reading, bodies))
    for body in aliases.unite(bodies):
        yield Candidate(
            reading.article_id,
            body.start,
            body.end,
            "organization",
            reading.text[body.start : body.end],
            body.name,
            body.division.code if body.division else None,
        )


def _around(shares: list[Named], bodies: list[Named]) -> list[Named]:
    """Listed companies, except where a lexicon knows their very name, and the bodies outside."""
    final = {(body.start, body.end) for body in bodies if body.known}
    shares = [share for share in shares if (share.start, share.end) not in final]
    inside = {at for share in shares for at in range(share.start, share.end)}
    outside = [body for body in bodies if not {body.start, body.end - 1} <= inside]
    return [*shares, *outside]


def _traded(reading: Reading, bodies: list[Named]) -> Iterator[Named]:
    """Companies that no last word tells, where no other body is named."""
    taken = {at for body in bodies for at in range(body.start, body.end)}
    places = {place.name for place in reading.scan.places}
    for match in _QUOTED_BRAND.finditer(reading.text):
        if match.start() not in taken:
            yield Named(match.start(), match.end(), match[1] + match[2])
    for start, end in trade_names(reading.text, reading.sequence, places):
        if start not in taken:
            yield Named(start, end, reading.text[start:end])


def _built(reading: Reading) -> Iterator[Named]:
    """The bodies that the words of the lexicons build."""
    places = KnownPlaces(reading.scan.places)
    for village in reading.unlisted:
        places.add(Place(village.start, village.end, village.name))
    before: Named | None = None
    for hit in body_words.find(reading.text):
        unit = before and _PARTY_UNIT.fullmatch(reading.text, before.end, hit.end)
        if before and before.known and unit:
            yield before._replace(end=hit.end)
            continue
        if before and before.end == hit.start and hit.word in ("党支部", "党总支", "党组"):
            yield before._replace(end=hit.end)
            continue
        if before and before.end == hit.start and hit.word == "党委":
            yield before._replace(end=hit.end, name=before.name + hit.word)
            continue
        branch = before and branch_of(reading, hit, before)
        if branch:
            before = branch
            yield branch
            continue
        found = _READ[hit.form.build](reading, hit, places)
        if found is None and hit.form.build is Build.FRAMED and before:
            found = _elided(reading, hit, before)
        if found:
            start, name, division = found
            before = Named(start, hit.end, name, division, hit.form.build is not Build.HEAD)
            yield before


def _joined(reading: Reading, bodies: Iterable[Named]) -> list[Named]:
    """The bodies, and those that a known body and its branch make: 国家统计局 + 江苏调查总队."""
    joined: list[Named] = []
    for found in bodies:
        body = with_campus(reading, found)
        before = joined[-1] if joined else None
        if before and before.end == body.start and not body.known:
            division = before.division or body.division
            joined[-1] = Named(before.start, body.end, before.name + body.name, division)
        else:
            joined.append(body)
    return joined


# “海澄”食品集团 is 海澄食品集团.
_QUOTED_BRAND = re.compile(
    r"“([\u4e00-\u9fff]{2,4})”((?:食品|科技|电子|药业|服饰|鞋业|纺织|汽车|建材|家具|农业)(?:集团|公司))"
)
_COMMITTEES = frozenset({"党委", "党工委", "党支部", "党总支", "管委会"})
_SHORT_OF_A_CITY = frozenset(
    {"official", "association", "school"}
)  # 市公证协会: two characters tell
# Behind a country abroad, these are its own.
_MINISTRIES = frozenset(
    {
        "外交部",
        "国防部",
        "财政部",
        "商务部",
        "教育部",
        "公安部",
        "司法部",
        "交通部",
        "农业部",
        "文化部",
        "卫生部",
        "中央政府",
    }
)
_PARTY_UNIT = re.compile(
    r"(?:机关)?(?:第[一二三四五六七八九十\d]+)?(?:党组|党委|党支部|党总支|党办)"
)
# 党中央 beside another ruling party is that party's.
_OWN_PARTY = frozenset({"党中央", "我党"})
_OTHER_PARTY = "劳动党"
_POSTS = frozenset(
    {
        "常委",
        "委员",
        "书记",
        "副书记",
        "部长",
        "副部长",
        "主任",
        "副主任",
        "局长",
        "副局长",
        "秘书长",
    }
)

_COUNTRY = frozenset({"中国", "全国", "我国"})  # 中国大学排名
_LEVELS = tuple(LEVEL_WORDS)
_LEVELS_ABROAD = frozenset("县州省市府")
LONGEST_LOCAL_NAME = 4  # characters before 派出所
CERTAIN = 5  # characters of a known name that no other words make by chance

Owner = tuple[int, Division, str]
Found = tuple[int, str, Division | None] | None


def _fixed(reading: Reading, hit: Hit, places: KnownPlaces) -> Found:
    if not _stands_alone(reading, hit, places):
        return None
    if reading.text.startswith(_after_last_character(hit.word), hit.end):
        return None
    if hit.word in _OWN_PARTY and _OTHER_PARTY in _paragraph(reading.text, hit.start):
        return None
    place = places.ending(hit.start)
    if place and place.division is None and hit.word in _MINISTRIES:
        return place.start, canonical(place.name) + hit.word, None
    if place and place.division and hit.word in _companies():
        return place.start, reading.text[place.start : hit.end], place.division
    return hit.start, hit.form.stands_for, None


def _stands_alone(reading: Reading, hit: Hit, places: KnownPlaces) -> bool:
    """Whether a known name is no part of other words; a long one tells that by itself."""
    if len(hit.word) >= CERTAIN and reading.text[hit.end : hit.end + 1] not in ("长", "门"):
        return True
    begins = reading.sequence.begins(hit.start) or places.ending(hit.start) is not None
    return begins and reading.sequence.finishes(hit.end)


def _after_last_character(name: str) -> tuple[str, ...]:
    """What makes another word of the end of a known name: 人民网 in 为人民网购."""
    return tuple(load("organizations")["goes_on"].get(name[-1], ()))


@cache
def _companies() -> frozenset[str]:
    """Companies whose branch a place before the name makes a body of its own: 淄博海信."""
    return frozenset(form for forms in load("bodies")["companies"] for form in forms)


def _paragraph(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]


def _department(reading: Reading, hit: Hit, places: KnownPlaces) -> Found:
    if hit.word == "政府" and reading.text.startswith(_government_goes_on(), hit.end):
        return None
    place = places.ending(hit.start)
    if place and place.name in ("全国", "我国"):
        return None
    if place and place.division is None:
        return place.start, canonical(place.name) + hit.word, None
    level = reading.text[hit.start - 1 : hit.start]
    abroad = places.ending(hit.start - 1) if level in _LEVELS_ABROAD else None
    if abroad and abroad.division is None:
        return abroad.start, canonical(abroad.name) + level + hit.word, None
    owner = _owner(reading, hit, place)
    if owner is None:
        kept = len(hit.word) > 2 and hit.word.endswith(("局", "厅", "协会"))
        return _head(reading, hit, places) if kept else None
    start, division, printed = owner
    return start, printed + hit.form.stands_for, division


def _government_goes_on() -> tuple[str, ...]:
    return tuple(load("organizations")["government_goes_on"]["words"])


def _framed(reading: Reading, hit: Hit, places: KnownPlaces) -> Found:
    owner = _owner(reading, hit, places.ending(hit.start)) or _own_level(reading, hit)
    if owner is None and hit.word == "委员会":
        return _head(reading, hit._replace(form=Form(Build.HEAD, "official")), places)
    if owner is None:
        return None
    start, division, printed = owner
    for party in ("中共", "中国共产党"):
        if reading.text.endswith(party, 0, start):
            start -= len(party)
    return start, hit.form.stands_for.replace("{}", printed), division


def _elided(reading: Reading, hit: Hit, before: Named) -> Found:
    """市委常委、组织部部长: the committee named for one post owns the department of the next."""
    between = reading.text[before.end : hit.start]
    if before.division is None or not between.endswith("、") or between[:-1] not in _POSTS:
        return None
    name = hit.form.stands_for.replace("{}", form((before.division,)))
    return hit.start, name, before.division


def _own_level(reading: Reading, hit: Hit) -> Owner | None:
    """市直机关工委: the word of level stands in the form itself."""
    level = hit.word[1] if hit.word[0] == "团" else hit.word[0]  # 团市委
    level = "地区" if level == "地" else level  # 地委
    if level not in LEVEL_WORDS or not reading.sequence.begins(hit.start):
        return None
    division = reading.context.place_of_level(level, reading.offset + hit.start)
    return (hit.start, division, division.name) if division else None


def _owner(reading: Reading, hit: Hit, place: Place | None) -> Owner | None:
    """Where the name begins, the division that it belongs to, and that division's name in it."""
    if place and place.division:
        return place.start, place.division, form(place.parts)
    if not reading.text.endswith(_LEVELS, 0, hit.start):
        return None
    word = next(word for word in _LEVELS if reading.text.endswith(word, 0, hit.start))
    start = hit.start - len(word)
    if not (reading.sequence.begins(start) or reading.text[start - 1] in FUNCTION):
        return None
    division = reading.context.place_of_level(word, reading.offset + start)
    return (start, division, division.name) if division else None


def _head(reading: Reading, hit: Hit, places: KnownPlaces) -> Found:
    behind_place = places.ending(hit.start) is not None
    if hit.form.stands_for == "unit" and not _is_led(reading.text, hit):
        return None
    certain = hit.word in ("专班", "律师事务所") or (behind_place and hit.word in _COMMITTEES)
    certain = certain or reading.text.startswith(_glued(hit.word), hit.end)
    if not (certain or reading.sequence.finishes(hit.end)):
        return None
    if not behind_place and _is_common_noun(reading, hit):
        return None
    region = _owner(reading, hit, places.ending(hit.start)) if hit.word == "党委" else None
    if region and region[1].name.endswith("自治区"):
        return region[0], f"中共{region[2]}委员会", region[1]
    edge = left_edge(
        reading.sequence,
        places,
        hit.start,
        lenient=hit.word.endswith("有限公司"),
        common=hit.word in FOR_A_PURPOSE or hit.word.endswith("有限公司"),
    )
    if edge is None or edge.clause or not _makes_a_name(hit, edge) or _goes_on(reading.text, hit):
        return None
    if _is_no_body(reading.text[edge.start : hit.end]) or reading.text[edge.start - 1] == "某":
        return None
    rest = reading.text[hit.end - len(hit.word) - edge.inner : hit.end]
    if edge.level:
        division = reading.context.place_of_level(edge.level, reading.offset + edge.start)
        return (edge.start, division.name + rest, division) if division else None
    if edge.place is None:
        return edge.start, rest, None
    return edge.start, _printed(reading, hit, edge), edge.place.division


def _is_led(text: str, hit: Hit) -> bool:
    """Whether a post makes a body of a centre: 中心主任."""
    return hit.word == "中心" and text.startswith(("主任", "副主任"), hit.end)


def _glued(head: str) -> tuple[str, ...]:
    return tuple(load("organizations")["glued"].get(head, ()))


def _is_no_body(name: str) -> bool:
    """Whether a name is a common noun: 硬科技, also with a word glued to it (中硬科技)."""
    common = load("organizations")["no_bodies"]
    if name.endswith(tuple(common["ends"])):
        return True
    return name in common["words"] or (len(name) < 5 and name[1:] in common["words"])


def _goes_on(text: str, hit: Hit) -> bool:
    """Whether what follows makes another word of the last word."""
    kinds = load("organizations")
    if any(
        hit.word.endswith(word) and text.startswith(tuple(more), hit.end)
        for word, more in kinds["goes_on"].items()
    ):
        return True
    if hit.word not in kinds["short"]["parts"] or hit.end == len(text):
        return False
    ends = not "\u4e00" <= text[hit.end] <= "\u9fff"
    return not ends and not text.startswith(tuple(kinds["after_short"]["words"]), hit.end)


def _is_common_noun(reading: Reading, hit: Hit) -> bool:
    """Whether the last word is only the end of a common noun: 大局, 客厅."""
    at = reading.sequence.at(hit.start)
    word = reading.sequence.words[at]
    begins_before = reading.sequence.starts[at] < hit.start
    if at and hit.form.stands_for in ("school", "institute"):  # 北京大学口腔医院
        begins_before = begins_before and tag_of(reading.sequence.words[at - 1]) != "nt"
    return begins_before and len(hit.word) < 3 and tag_of(word) not in PROPER_TAGS


def _makes_a_name(hit: Hit, edge: Edge) -> bool:
    """Whether what the walk has passed makes a name of the last word."""
    kinds = load("organizations")
    if hit.word in kinds["short"]["heads"] and (edge.level or edge.inner not in (0, 2, 3, 4)):
        return False
    if edge.place:
        if edge.inner == 0:
            return hit.word in kinds["bare"]["heads"] and edge.place.name not in _COUNTRY
        if edge.verb_first and hit.form.stands_for not in ("company", "school"):
            return False
        return len(edge.verbs) < 2 or edge.inner > 3 * len(edge.verbs)
    if edge.level and edge.inner == 0:
        return hit.word in kinds["local"]["heads"]
    if edge.level:
        return edge.inner > 1 and (hit.form.stands_for in _SHORT_OF_A_CITY or edge.inner > 2)
    if hit.word in FOR_A_PURPOSE:
        return edge.inner >= 4
    if hit.word in kinds["named_after"]["heads"]:
        return 2 < edge.inner <= LONGEST_LOCAL_NAME and not edge.verbs
    if hit.form.stands_for in ("official", "unit") or edge.inner < 2:
        return False
    return all(verb in kinds["company_verbs"]["words"] for verb in edge.verbs)


def _printed(reading: Reading, hit: Hit, edge: Edge) -> str:
    """The name as printed; that of an office without the province of a longer chain."""
    place = edge.place
    kept = hit.form.stands_for != "official"
    alias = place and place.name.endswith(reading.text[place.start : place.end])
    if place and alias and place.division is None and edge.start == place.start:
        return place.name + reading.text[place.end : hit.end]  # 开发区管委会, of the zone
    if kept or place is None or len(place.parts) < 2 or edge.start < place.start:
        return reading.text[edge.start : hit.end]
    return form(place.parts) + reading.text[place.end : hit.end]


_READ = {
    Build.FIXED: _fixed,
    Build.DEPARTMENT: _department,
    Build.FRAMED: _framed,
    Build.HEAD: _head,
}
