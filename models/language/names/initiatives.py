"""Finds initiatives: a quoted or proper name with a head noun such as 工程, 行动, 机制, 平台."""

import re
from collections.abc import Iterator
from functools import cache

import polars as pl

from models.language.lexicon import any_of, load
from models.language.names.cues import post_heads
from models.language.names.joined import JoinedText
from models.language.names.name_characters import surnames
from models.language.names.phrases import Modifier, modifier_before
from models.language.names.segmentation import Segmentation, segmented
from models.language.names.words import Words

Found = tuple[int, int, str]

BETWEEN = 14  # characters that may stand between a quoted name and its head noun
SHORTEST_APP, LONGEST_APP = 2, 12  # characters before the head noun of a platform or account
LONG_MODIFIER = 9  # characters of which one telling word is enough
SHORTEST_MODIFIER = 4  # characters before the head of an unquoted name
# Before a quoted name a subject may stand (威海“红帆”工程), which is no part of the name.
_SUBJECT_TAGS = ("ns", "nt", "nr")
_LINK = r"(?:(?![的和与及或等为是在了、])[\u4e00-\u9fff])"


_ACCOUNTS = ("微信公众号", "公众号")
_PLATFORMS = ("直通车平台", "云平台", "通平台", "一网平台", "码平台")


@cache
def _quoted() -> re.Pattern[str]:
    heads = any_of(load("initiatives")["quoted_heads"])
    return re.compile(
        rf"[“‘](?P<name>[^“”‘’\n。；！？《》]{{1,24}})[”’]"
        rf"(?P<link>{_LINK}{{0,{BETWEEN}}}?)(?P<head>{heads})(?![化力])(?P<more>行动|计划|工程|矩阵)?"
    )


@cache
def _closed() -> re.Pattern[str]:
    """A quoted name that ends with its head noun: “百千万提升工程”."""
    heads = "工程|行动|计划|活动|机制|平台|模式|品牌"
    return re.compile(rf"[“‘](?P<name>[^“”‘’\n，。；！？《》]{{2,16}}(?:{heads}))[”’]")


@cache
def _named() -> re.Pattern[str]:
    words = load("initiatives")
    heads = any_of(words["named_heads"])
    continued = "|".join(words["continued"])
    return re.compile(
        rf"(?:{heads})(?!{continued})(?:(?<!计划)|(?=[，。；、等的）)和与中内”\n]|$))"
    )


@cache
def _apps() -> re.Pattern[str]:
    """Names known as they are, and the head nouns of public accounts and of named platforms."""
    # Alternatives that all begin with a character let `re` leap from one of these to the next.
    names = "|".join((*load("initiatives")["known"], *_ACCOUNTS, *_PLATFORMS))
    return re.compile(names)


def find_initiatives(articles: pl.DataFrame, words: Words) -> pl.DataFrame:
    """Candidates for initiatives, and the bare quotations that repeat one of them."""
    joined, words_at = segmented(articles, words)
    found = [
        *_read_quoted(joined.text, words_at),
        *_read_closed(joined.text, words_at),
        *_read_named(joined.text, words_at),
        *_read_apps(joined.text, words_at),
    ]
    found += _repetitions(joined, found)
    return joined.candidates("initiative", found)


def canonical(text: str) -> str:
    """One form of nested and outer quotation marks, without spaces at the edges."""
    return text.replace("‘", "“").replace("’", "”").replace('"', "”").strip()


def _read_quoted(text: str, words: Segmentation) -> Iterator[Found]:
    for match in _quoted().finditer(text):
        project = match["head"] == "项目"
        vague = project and match["link"]
        if (
            vague
            or _is_of_a_plan(match["name"], match["link"])
            or any(word in match["link"] for word in load("initiatives")["parting"])
        ):
            continue
        start = _with_modifier(text, match.start(), words)
        yield start, match.end(), canonical(text[start : match.end()])


def _is_of_a_plan(name: str, link: str) -> bool:
    """Whether only words of kinds follow a slogan: “十四五”规划重大工程."""
    return name in load("initiatives")["slogans"] and _only_kinds().fullmatch(link) is not None


@cache
def _only_kinds() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(load('initiatives')['kinds'])})+")


_NUMERAL = r"[一二三四五六七八九十两双百多几\d]"
# 两重, 五化, 三个十大, 一市一品牌: numerals that count what is not said here.
_ABBREVIATION = re.compile(
    rf"{_NUMERAL}[个大]?[\u4e00-\u9fff]{{1,2}}|一[\u4e00-\u9fff]{{1,2}}一[\u4e00-\u9fff]{{1,4}}"
    rf"|(?:一[\u4e00-\u9fff]){{2,}}平台"
)
_COUNTED = re.compile(rf"{_NUMERAL}+(?:余|多)?(?:个|项|处|次|批|件|名|大|座|条)")


def _is_abbreviation(name: str) -> bool:
    return _ABBREVIATION.fullmatch(name) is not None


def _with_modifier(text: str, start: int, words: Segmentation) -> int:
    modifier = modifier_before(text, start, words, _SUBJECT_TAGS, after_verbs=True)
    length = start - modifier.start
    listed = text[modifier.start - 1 : modifier.start] == "、"
    if _COUNTED.search(text, modifier.start, start):
        return start  # 新开工33个“…”项目
    scope = modifier.words[:1] and modifier.words[0] in load("phrases")["beginnings"]
    return modifier.start if 2 <= length <= 8 and not listed and not scope else start


def _read_closed(text: str, words: Segmentation) -> Iterator[Found]:
    for match in _closed().finditer(text):
        start = _with_modifier(text, match.start(), words)
        if (
            (_is_abbreviation(match["name"]) and start == match.start())
            or _COUNTED.match(match["name"])
            or _is_kind(match["name"])
        ):
            continue
        yield start, match.end(), canonical(text[start : match.end()])


def _is_kind(name: str) -> bool:
    """形象工程, 精品工程: a word that is no name, and a head noun."""
    return name[:-2] in _kinds()


@cache
def _kinds() -> frozenset[str]:
    return frozenset(load("initiatives")["kinds"])


def _read_named(text: str, words: Segmentation) -> Iterator[Found]:
    for match in _named().finditer(text):
        if not words.cuts[match.end()]:
            continue
        modifier = modifier_before(text, match.start(), words)
        name = text[modifier.start : match.start()]
        if _is_cut_by_a_list(text, modifier):
            continue
        if _is_common(name + match.group()) or _names_a_person(name, match.group()):
            continue
        if (
            _tells_which(modifier.words, name, match.group())
            and not any(mark in name for mark in "“‘《")
            and not _COUNTED.search(name)
        ):
            yield modifier.start, match.end(), canonical(text[modifier.start : match.end()])


def _is_cut_by_a_list(text: str, modifier: Modifier) -> bool:
    """Whether 、 parts common nouns from the rest of a name: 粮油储备、加工能力提升行动."""
    if not text.endswith("、", 0, modifier.start):
        return False
    if any(Segmentation.tag(word) in _PROPER_TAGS for word in modifier.words):
        return False
    return not text.endswith(_LISTED_HEADS, 0, modifier.start - 1)


_PROPER_TAGS = frozenset({"ns", "nr", "nz", "nt", "x"})
_LISTED_HEADS = ("工程", "行动", "计划", "活动", "”", "》")
_UNITS = ("千伏", "千瓦", "万千瓦", "公里", "万吨", "吨", "亩", "万亩")


def _is_common(phrase: str) -> bool:
    """Whether a phrase names a kind (军事行动), or only its end was read (800千伏…工程)."""
    return phrase.endswith(tuple(load("initiatives")["common_ends"])) or phrase.startswith(_UNITS)


def _names_a_person(name: str, head: str) -> bool:
    """Whether the head is the given name behind a surname and a post: 主任令计划."""
    return head == "计划" and name[-1:] in surnames() and name[:-1].endswith(post_heads())


def _tells_which(words: tuple[str, ...], name: str, head: str) -> bool:
    """Whether a modifier names one initiative; 大走访活动 and 教育月活动 need less than others."""
    telling = [word for word in words if word not in _kinds() and len(word) > 1]
    if head.endswith("活动") and (head[0] == "大" or head[-3] in "月周"):
        return len(telling) > 0
    if len(name) < SHORTEST_MODIFIER:
        return False
    if any(len(word) > 2 and Segmentation.tag(word) in ("x", "nz") for word in telling):
        return True  # 柯柯牙绿化工程
    return len(telling) >= (1 if len(name) >= LONG_MODIFIER else 2)


def _read_apps(text: str, words: Segmentation) -> Iterator[Found]:
    heads = {*_ACCOUNTS, *_PLATFORMS}
    for match in _apps().finditer(text):
        head, end = match.span()
        known = match.group() not in heads
        start = head if known else modifier_before(text, head, words).start
        if known or SHORTEST_APP <= head - start <= LONGEST_APP:
            yield start, end, text[start:end]


def _repetitions(joined: JoinedText, found: list[Found]) -> list[Found]:
    """Quotations that repeat, alone, what an initiative of the same article is called."""
    names: dict[int, dict[str, str]] = {}
    for start, _, name in sorted(found):
        quoted = re.search(r"“([^“”]+)”", name)
        if quoted:
            names.setdefault(joined.article_at(start), {}).setdefault(quoted[1], name)
    repeated = []
    for match in re.finditer(r"[“‘]([^“”‘’\n]{1,24})[”’]", joined.text):
        name = names.get(joined.article_at(match.start()), {}).get(match[1])
        if name and match[1] not in load("initiatives")["slogans"]:
            repeated.append((match.start(), match.end(), name))
    return repeated
