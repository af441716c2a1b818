"""What a number counts, as a short noun phrase from the words around it.

The phrase stands behind the number (24个重点问题) or before it (工作标准28条, 实现利润7亿元).
Part-of-speech tags decide where it begins and ends; verbs that distinguish (办结, 新增) stay;
agents, times, adverbs and linking words go. All words are in `indicator_words.toml`.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

import rjieba

from models.language import lexicon
from models.language.numbers.cues import alternatives


class Phrase(NamedTuple):
    """A candidate for the indicator; `open` if it ends in a verb that still wants its object."""

    text: str
    open: bool = False


@cache
def _words(group: str) -> frozenset[str]:
    for entry in lexicon.entries("indicator_words", "group", exclusive=False):
        if entry["id"] == group:
            return frozenset(entry["words"])
    raise lexicon.LexiconError(f"indicator_words.toml has no [[group]] with id {group!r}")


def _any_of(group: str) -> str:
    """The words of a group as an alternative, longest first."""
    return "|".join(sorted(_words(group), key=lambda word: (-len(word), word)))


@cache
def _links() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any_of('links')}|[：:（(\s、“]|(?<=[^一])平均)+$")


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(
        rf"^(?:[、，,；;：:）)”\s]|[在到]?(?:19|20)[0-9]{{2}}年度?|{_any_of('heads')}(?!员|部|体|面|民|家))+"
    )


@cache
def _tails() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any_of('tails')})+$")


@cache
def _change_tail() -> re.Pattern[str]:
    """A change at the end of a clause, with its comparison: 同比增长, 比去年底增加了."""
    words = "|".join(alternatives(group) for group in ("up", "down", "new"))
    return re.compile(
        r"(?:[0-9一二三四五六七八九十]+[多余]?年(?:间|来)?|同比|环比|预计|预期|计划|(?:[比较与](?:上年|去年|上月|[0-9]{4}年|“?十.五”?|[^，。；]{0,5}年前|同期|年初)"
        r"(?:同期|末|底|相比)*))*"
        rf"(?:分别|年均|平均|实际|名义|实现|将|累计|仅|均|约|大幅|再|又|净|可比|微|略|小幅|稳步|快速|较快|持续|同步|逆势|首次)*(?:{words})(?:了|到|至|为|达|达到)?(?:分别)?$"
    )


_STOP_RIGHT = re.compile(
    r"[，。；：！？、（）()‘’《》\n,;:!?…—]|“(?![^”，。]{1,10}”[\u4e00-\u9fff])"
)
_FUNCTION = frozenset("pcduymrt")


@lru_cache(maxsize=1 << 16)
def behind(right: str) -> Phrase | None:
    """The noun phrase that starts right behind a number, or None."""
    stop = _STOP_RIGHT.search(right)
    phrase = right[: stop.start()] if stop else right
    nominal = phrase.startswith("的")
    phrase = phrase.removeprefix("的")[:24]
    kept: list[str] = []
    named, quoted, begun = False, False, False
    for word, tag in rjieba.tag(phrase):
        if word in "“”":
            quoted = word == "“"
        elif not quoted and _ends_behind(word, tag, named, begun) and not _WHO.search(phrase):
            if tag == "ul" and len(kept) > 1:
                kept.pop()  # 地区 调整 了: the verb belongs to the clause
            break
        kept.append(word)
        begun = begun or tag[0] not in "mf"
        named = (
            named
            or tag[0] in "nsjlibxz"
            or (tag == "q" and len(word) > 1)
            or tag in ("vn", "an")
            or word in _words("noun_like")
        )
    found = _tails().sub("", "".join(kept))
    if nominal and not named and not kept:
        return None
    return Phrase(found) if (named or nominal) and found.strip("“”") else None


_WHO = re.compile(r"^[^的了]{3,8}(?:人员|队员|人才|设施|设备|岗位|机构)$")


def _ends_behind(word: str, tag: str, named: bool, begun: bool) -> bool:
    """Whether a token cannot belong to the phrase behind a number."""
    if tag in ("v", "vd", "ad"):
        return named and word not in _words("noun_like")
    if word in _words("noun_like") or tag == "uj":
        return tag == "uj" and not begun
    if tag[0] == "m":
        return begun
    return tag[0] in _FUNCTION and not (tag == "d" and not begun)


_YARDSTICK = re.compile(
    r"(?:稳?居|位?列|位居|名列|跃居|排名?|排在|保持)(?:全[国省市区县球州]|世界|亚洲|各省|同类|中部|西部|东部|国内)?[^，。；]{0,6}$"
)
_STARTING_FROM = re.compile(
    r"([^，。；]{2})[由从](?:上年|去年|[0-9]{4}年|[^，。；]{0,8}的)[^，。；]{0,4}$"
)
_ADNOMINAL = frozenset("站册校岗建营职库册编籍")


_PROPORTION = re.compile(r"[^，。；、]{2,14}在[^，。；、]{2,12}[中里]所?占?的?(?:比重|比例|份额)$")


@lru_cache(maxsize=1 << 16)
def before(left: str) -> Phrase | None:
    """The noun phrase, with its verb, that ends right before a number, or None."""
    stem = _links().sub("", left)
    for share in ("占比", "占"):
        if stem.endswith(share):
            whole = before(stem.removesuffix(share))
            return Phrase(whole.text + share) if whole else Phrase(share)
    proportion = _PROPORTION.search(stem)
    if proportion is not None:
        return Phrase(_heads().sub("", proportion[0]))
    left = _YARDSTICK.sub("", left)
    phrase = _links().sub("", _STARTING_FROM.sub(r"\1", left))
    phrase = _links().sub("", _change_tail().sub("", phrase))
    phrase = _heads().sub("", phrase)
    if not phrase:
        return None
    kept: list[tuple[str, str]] = []
    length = 0
    for word, tag in reversed(rjieba.tag(phrase[-40:])):
        role = _role_before(word, tag, kept, length)
        if role == "stop":
            break
        if role == "skip":
            continue
        kept.append((word, tag))
        length += len(word)
        if role == "last":
            break
    return _phrase(kept)


def _role_before(word: str, tag: str, kept: list[tuple[str, str]], length: int) -> str:
    """What a token does to the phrase before a number, read from its end: keep, skip or stop."""
    if not kept:
        return "skip" if tag[0] == "d" else "keep"
    if _inside_quotes(kept):
        return "keep"
    if word in "，。；：,;:" or length >= 18 or tag == "ul":
        return "stop"
    if word == "在" and kept[-1][0][0] in _ADNOMINAL:
        return "keep"
    if word in _JOINING or word[0] in "每各均":
        return "keep"
    only_verbs = all(kept_tag in ("v", "d") for _, kept_tag in kept)
    if tag == "v" and word not in _words("noun_like"):
        if only_verbs:
            return "keep" if length < 4 else "stop"
        if word in _words("light"):
            return "stop"
        return "last" if length < 12 else "stop"
    if tag[0] == "d" or word in ("累计", "共", "先后"):
        return "skip" if only_verbs else "stop"
    if tag[0] == "m" and length >= 4:
        return "stop"
    return "stop" if tag[0] in "pcryt" else "keep"


_JOINING = frozenset(["新", "未", "和", "与", "及", "不", "非", "人均", "户均"])


def _inside_quotes(kept: list[tuple[str, str]]) -> bool:
    """Whether the tokens kept so far, last first, end in the middle of a quoted name."""
    return sum((word == "”") - (word == "“") for word, _ in kept) > 0


def _phrase(kept: list[tuple[str, str]]) -> Phrase | None:
    """The phrase from the tokens kept, last first."""
    text = _heads().sub("", "".join(word for word, _ in reversed(kept))).strip("的等了、，：")
    if text.count("“") != text.count("”"):
        text = text.strip("“”")
    if not text or (len(text) == 1 and kept[0][1] not in ("v", "a")):
        return None
    word, tag = kept[0]
    if text in _words("light"):
        return None
    return Phrase(text, tag in ("v", "l", "i") and word not in _words("noun_like"))
