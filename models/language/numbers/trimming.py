"""What stands at the edges of a clause around the noun phrase that a number counts.

Words that link it to the number, conjunctions and times at its start, the change at its end, ranks
and former levels: all of them go. The words are in `indicator_words.toml`.
"""

import re
from functools import cache
from typing import Any

from models.language import lexicon
from models.language.numbers.cues import alternatives
from models.language.numbers.cues import words as cue_words


@cache
def _group(name: str) -> dict[str, Any]:
    for entry in lexicon.entries("indicator_words", "group", exclusive=False):
        if entry["id"] == name:
            return entry
    raise lexicon.LexiconError(f"indicator_words.toml has no [[group]] with id {name!r}")


@cache
def words(group: str) -> frozenset[str]:
    """The words of one group of indicator_words.toml."""
    return frozenset(_group(group)["words"])


@cache
def _by_end(group: str, at: int) -> dict[str, list[str]]:
    """The words of a group by their first (0) or last (-1) character, longest first."""
    index: dict[str, list[str]] = {}
    for word in sorted(words(group), key=lambda word: (-len(word), word)):
        index.setdefault(word[at], []).append(word)
    return index


_LINK_MARKS = frozenset("：:（( 、“")
_HEAD_MARKS = frozenset("、，,；;：:）)” ")


def without_links(text: str) -> str:
    """The text without the words that join it to a number behind it: 营业收入共约 → 营业收入."""
    by_end, not_after = _by_end("links", -1), _group("links")["not_after"]
    while text:
        if text[-1] in _LINK_MARKS:
            text = text[:-1]
            continue
        for word in by_end.get(text[-1], ()):
            before = text[-len(word) - 1 : -len(word)]
            if text.endswith(word) and not (before and before in not_after.get(word, "")):
                text = text[: -len(word)]
                break
        else:
            return text
    return text


_YEAR = re.compile(r"[在到]?(?:19|20)[0-9]{2}年度?[末底初]?")


def without_heads(text: str) -> str:
    """The text without conjunctions, wholes, times and adverbs at its start."""
    by_end, not_before = _by_end("heads", 0), _group("heads")["not_before"]
    while text:
        if text[0] in _HEAD_MARKS:
            text = text[1:]
            continue
        for word in by_end.get(text[0], ()):
            behind = text[len(word) : len(word) + 1]
            if text.startswith(word) and not (behind and behind in not_before):
                text = text[len(word) :]
                break
        else:
            year = _YEAR.match(text)
            if year is None:
                return text
            text = text[year.end() :]
    return text


@cache
def _change_ends() -> frozenset[str]:
    """The characters with which a change at the end of a clause can end."""
    changes = [word for group in ("up", "down", "new") for word in cue_words(group)]
    return frozenset(word.split("(")[0][-1] for word in changes) | frozenset("了到至为达别")


_COMPARED_TAIL = re.compile(
    r"[，、]?[比较](?:上年|去年|常年|往年|前年|上月|上季度?|历年|同期|过去|以往|[0-9]{4}年)[^，。；]{0,6}"
    r"[多高快长早少低慢短晚][了出]?$"
)


def without_change(text: str) -> str:
    """The text without the change that ends it: 发电量同比增长了 → 发电量."""
    if "比" in text or "较" in text:
        text = _COMPARED_TAIL.sub("", text)
    return _change_tail().sub("", text) if text[-1:] in _change_ends() else text


@cache
def _change_tail() -> re.Pattern[str]:
    """A change at the end of a clause, with its comparison: 同比增长, 比去年底增加了."""
    changes = "|".join(alternatives(group) for group in ("up", "down", "new"))
    return re.compile(
        r"(?:[0-9一二三四五六七八九十]+[多余]?年(?:间|来)?|同比|环比|预计|预期|计划|(?:[比较与](?:上年|去年|上月|[0-9]{4}年|“?十.五”?|[^，。；]{0,5}年前|同期|年初|"
        r"[一二三四1-4]季度|[上下]半年|前?[0-9一二三四五六七八九十]+个?月份?|前[一二三]季度|[^，。；]{1,8}前(?=相比))"
        r"(?:同期|时期|期间|期?末|底|相比)*))*"
        rf"(?:分别|年均|平均|实际|名义|实现|将|累计|仅|均|约|收(?=[涨跌])|大|微|午间|盘中|大幅|再|又|净|可比|微|略|小幅|稳步|快速|较快|持续|同步|逆势|首次)*(?:{changes})(?:了|到|至|为|达|达到)?(?:分别)?$"
    )


def without_yardstick(text: str) -> str:
    """The text without a rank, a streak or a former level at its end.

    占比居全国 → 占比, 满意率连续三年保持 → 满意率, 党员人数由上年的 → 党员人数.
    """
    if "居" in text or "列" in text or "排" in text or "保持" in text or "升" in text:
        text = _YARDSTICK.sub("", text)
    if "连续" in text:
        text = _STREAK.sub("", text)
    if text.endswith(("年", "年的", "末", "底", "同期")):
        text = _REACHING.sub("", _COMPARED_TO.sub("", text))
    if "由" in text or "从" in text:
        text = _STARTING_FROM.sub(r"\1", text)
    return text


_YARDSTICK = re.compile(
    r"(?:稳居|位居|居(?![民住家委])|位列|名列|(?<!入)列(?=[全各世])|跃居|跃升至|升至(?=[全各世])|排名|排在|排(?=[全各世])|"
    r"保持(?=[全各世]))"
    r"(?:全[国省市区县球州]|世界|亚洲|各省|同类|中部|西部|东部|国内)?[^，。；]{0,6}$"
)
_STREAK = re.compile(
    r"连续[0-9一二三四五六七八九十两]+(?:多|余)?(?:年|个月|个季度|次|届)"
    r"(?:保持|稳定|实现|超过|蝉联|位居|居|在|全[国省市]|世界|全球)*$"
)
_COMPARED_TO = re.compile(
    r"[比较](?:(?:上|去|前)年|[0-9]{4}年|“?十[一二三四五]五”?)?(?:时期|期)?(?:同期|[末底])?(?<![比较])$"
)
_REACHING = re.compile(
    r"(?:(?:发展|提高|提升|增加|增长|扩大|上升|下降|减少|降低)?[到至](?:19|20)[0-9]{2}年的|(?:19|20)[0-9]{2}年)$"
)
_STARTING_FROM = re.compile(
    r"([^，。；]{2})[由从](?:上年|去年|年初|上半年|上季度|上月|[0-9]{4}年|[^，。；]{0,8}的)[^，。；]{0,4}$"
)
