"""What a number counts, as a short noun phrase from the words around it.

The phrase stands behind the number (24个重点问题) or before it (工作标准28条, 实现利润7亿元).
Part-of-speech tags decide where it ends; verbs that distinguish (办结, 新增) stay, agents,
times, adverbs and linking words go.
"""

import re
from functools import lru_cache

import rjieba

from models.language.numbers.cues import alternatives

_LINKS = re.compile(
    r"(?:共计|合计|总计|共有|累计|总共|共|已经|已达|已|达到了|达到|高达|多达|可达|达|分别为|分别达到|分别达|分别是|分别|均为|"
    r"为|是|有|仅需|只需|仅|只|就|也|均|都|各|约|升至|降至|增至|减至|提升至|提高到|提高至|扩大到|稳定在|保持在|控制在|下降到|下降至|"
    r"增长到|增加到|上升到|至|到|了|过|超|突破|平均|大约|加起来|等|接近|在|得|出|[：:（(“\s、])+$"
)
_HEAD = re.compile(
    r"^(?:[、，,；;：:）)”\s]|以及|及其|及|和|与|并|其中|另有|还有|还|另|的|同时|此外|而|但|又|再|先后|共|全年|全市|全县|全省|全区|全国|我市|我省|我县|我区|我国|该[市县区省]|本市|"
    r"累计|已|目前|当前|截至|今年|去年|每年)+"
)
_STOP_RIGHT = re.compile(r"[，。；：！？、（）()“”‘’《》\n,;:!?…—]")
_LIGHT = frozenset(
    [
        "实现",
        "有",
        "共有",
        "拥有",
        "达到",
        "达",
        "取得",
        "形成",
        "成为",
        "为",
        "是",
        "含",
        "包括",
        "具有",
        "存在",
    ]
)


@lru_cache(maxsize=1)
def _change_tail() -> re.Pattern[str]:
    words = alternatives("up") + "|" + alternatives("down")
    return re.compile(
        r"(?:同比|环比|预计|预期|计划|[比较与](?:上年|去年|上月|[0-9]{4}年|[^，。；]{0,5}年前|上年同期|去年同期|同期|上年末|年初)?(?:末|同期|相比)?)?"
        rf"(?:分别|年均|平均|实际|名义|实现|将|累计|仅|均|约)*(?:{words})(?:了|到|至|为|达|达到)?(?:分别)?$"
    )


@lru_cache(maxsize=1 << 16)
def behind(right: str) -> str | None:
    """The noun phrase that starts right behind a number, or None."""
    stop = _STOP_RIGHT.search(right)
    phrase = right[: stop.start()] if stop else right
    if phrase.startswith("的"):
        phrase = phrase[1:]
    if not phrase:
        return None
    kept: list[str] = []
    nouns = 0
    for word, tag in rjieba.tag(phrase[:24]):
        if tag[0] in "pcduymrt" and tag != "uj" and not (tag == "d" and not kept):
            break
        if tag == "v" and nouns:
            break
        if tag == "uj" and not kept:
            break
        kept.append(word)
        nouns += tag[0] == "n" or tag in ("vn", "an", "s", "j", "l", "i", "b", "x")
    found = "".join(kept).rstrip("的等了")
    return found if nouns and found else None


@lru_cache(maxsize=1 << 16)
def before(left: str) -> str | None:
    """The noun phrase, with its verb, that ends right before a number, or None."""
    phrase = _change_tail().sub("", _LINKS.sub("", left))
    phrase = _HEAD.sub("", _LINKS.sub("", phrase))
    if not phrase:
        return None
    tokens = rjieba.tag(phrase[-40:])
    kept: list[str] = []
    length = 0
    for word, tag in reversed(tokens):
        if (
            kept
            and tag[0] in "pcdry"
            and word not in ("和", "与", "及", "、", "各", "每", "新", "未", "不")
        ):
            break
        if kept and (
            tag in ("ul", "t") or word in "，。；：,;:" or (tag[0] == "m" and length >= 4)
        ):
            break
        if kept and tag == "v" and length >= 2:
            if word not in _LIGHT and length < 12:
                kept.append(word)
            break
        if length >= 18:
            break
        kept.append(word)
        length += len(word)
    found = "".join(reversed(kept))
    found = _HEAD.sub("", found).strip("的等了、，：“”")
    return found or None
