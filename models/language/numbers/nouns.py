"""The noun phrase before or behind a number.

The phrase stands behind the number (24个重点问题) or before it (工作标准28条, 实现利润7亿元).
Part-of-speech tags decide where it begins and ends; verbs that distinguish (办结, 新增) stay;
agents, times, adverbs and linking words go. All words are in `indicator_words.toml`.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from models.language import lexicon
from models.language.numbers import tagging
from models.language.numbers.trimming import (
    without_change,
    without_heads,
    without_links,
    without_yardstick,
    words,
)


class Phrase(NamedTuple):
    """A candidate for the indicator; `open` if it ends in a verb that still wants its object."""

    text: str
    open: bool = False


@cache
def _tails() -> re.Pattern[str]:
    tails = sorted(words("tails"), key=lambda word: (-len(word), word))
    return re.compile(rf"(?:{'|'.join(tails)})+$")


_STOP_RIGHT = re.compile(
    r"[，。；：！？、（）()‘’《》\n,;:!?…—]|“(?![^”，。]{1,10}”[\u4e00-\u9fff])|[0-9]{1,4}[日号年]"
)
_FUNCTION = frozenset("pcduymrt")


@lru_cache(maxsize=1 << 16)
def behind(right: str) -> Phrase | None:
    """The noun phrase that starts right behind a number, or None."""
    stop = _STOP_RIGHT.search(right)
    phrase = right[: stop.start()] if stop else right
    relative = _relative().match(phrase)
    if relative is not None:
        noun = behind(phrase[relative.end() :])
        return Phrase(relative[0] + noun.text) if noun else None
    phrase = _SIZED.sub("的", phrase)
    nominal = phrase.startswith("的")
    phrase = _BELONGING.split(phrase.removeprefix("的")[:24])[0]
    if not nominal and _is_institution(phrase):
        return Phrase(phrase)
    kept: list[str] = []
    named, quoted, begun = False, False, False
    tokens = tagging.tag(phrase)
    for at, (word, tag) in enumerate(tokens):
        if word in "“”":
            quoted = word == "“"
        elif word in _JOINING and named and _joins_last(word, tokens[at + 1 :]):
            pass  # 42个国家和地区
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
            or word in words("noun_like")
        )
    if "".join(kept) == phrase and stop is not None and not nominal and 2 <= len(phrase) <= 4:
        named = True  # a word of its own (12人受伤), whatever the dictionary calls it
    found = _tails().sub("", "".join(kept))
    if nominal and not named and not kept:
        return None
    return Phrase(found) if (named or nominal) and found.strip("“”") else None


_JOINING = frozenset(["和", "与", "及"])


def _joins_last(joint: str, rest: list[tuple[str, str]]) -> bool:
    """Whether a noun that ends the phrase or its subject follows, or the level of one: 和省级."""
    if not rest or not (rest[0][1][0] in "nb" or rest[0][0].endswith(("级", "以上"))):
        return False
    if rest[0][0] == "以上":
        return len(rest) > 1  # 二级及以上医院
    ends = len(rest) == 1 or (
        joint != "与" and rest[1][1] == "v" and rest[1][0] not in words("noun_like")
    )
    return (ends and rest[0][1][0] == "n") or rest[0][0].endswith("级")


# What a phrase behind a number can be as a whole, although a verb stands in it.
_INSTITUTION = re.compile(
    r"[\u4e00-\u9fff“”]{4,16}(?:中心|基地|园区|产业园|示范区|试点|机构|试验区|功能区|服务站|执法站|工作站|医务室|实验室|驿站)$"
)
_AGENT = re.compile(
    "^[\u4e00-\u9fff]{0,6}?(?:企业|单位|公司|集团|[村县市区镇乡]|地区|高校|学校|学生|家庭|项目|农户|群众|党员|干部|国家|乡镇|街道|社区)"
    "(?!管理|服务|建设|活动|联合)"
)


def _is_institution(phrase: str) -> bool:
    """Whether all of a phrase names one kind of institution: 跨境资金集中运营中心."""
    return _INSTITUTION.match(phrase) is not None and _AGENT.match(phrase) is None


_NUMERALS = "一二三四五六七八九十百千万亿"


@cache
def _relative() -> re.Pattern[str]:
    """A clause that stands between a measure word and its noun, up to its 的."""
    verbs = lexicon.any_of(words("relative"))
    clause = rf"[\u4e00-\u9fff]{{0,4}}(?:{verbs})[^，。；、的]{{1,14}}"
    amount = rf"[\u4e00-\u9fff]{{2,6}}[0-9{_NUMERALS}]+[元亩吨人家]"  # 产值千亿元的产业集群
    return re.compile(rf"(?:{clause}|{amount})的(?=[\u4e00-\u9fff]{{2}})")


_SIZED = re.compile("^[重高长宽厚深]的")  # 300吨重的修井机
_BELONGING = re.compile("所(?=[属在需用])|调查(?=结果|显示)")
_WHO = re.compile(r"^[^的了]{3,8}(?:人员|队员|人才|设施|设备|岗位|机构)$")


def _ends_behind(word: str, tag: str, named: bool, begun: bool) -> bool:
    """Whether a token cannot belong to the phrase behind a number."""
    if word[:2] in words("behind_stops"):
        return named
    if tag in ("v", "vd", "ad"):
        return named and word not in words("noun_like")
    if word in words("noun_like") or tag == "uj":
        return tag == "uj" and not begun
    if tag == "z":
        return begun
    if tag[0] == "m":
        return begun and not word.isdigit()  # 世界500强企业
    return tag[0] in _FUNCTION and not (tag == "d" and not begun)


# 住宿业实现增加值: whose it is tells one row from the next.
_ACHIEVED = re.compile(r"(?<=[业员])(?:共|累计)?(?:实现|完成)(?=增加值|总产值|产值|再就业)")
_DONE = re.compile(r"(?:实现|完成|开展|推进|进行)([\u4e00-\u9fff]{4,12})$")
_PART_OF = re.compile(r"占(?![有用领比]|地(?!区))(?:据了?|到|了)?([^，。；、0-9占]{2,16})$")
_PER_HEAD = re.compile(r"[人户]均[增减]收$")


def subject(left: str) -> str | None:
    """The noun phrase before the verb that ends a clause: 经济总量跨过 → 经济总量."""
    tokens = tagging.tag(without_heads(left)[-28:])
    while tokens and tokens[-1][1][0] in "vdpau" and tokens[-1][0] not in words("noun_like"):
        tokens.pop()
    found = _collect(tokens) if tokens else None
    return None if found is None or found.open else found.text


_COUNTED_OFF = re.compile(r"^[0-9一二两三四五六七八九十]+[\u4e00-\u9fff]$")  # 一座
_LIMITED = re.compile(  # 投资总额在1000万美元以上的项目
    r"[^，。；、0-9]{0,10}[0-9.]+[万亿]*[^，。；、0-9]{1,4}(?:以上|以下|以内)的[^，。；、0-9的]{1,10}$"
)
_CLASS = re.compile(  # 产值超亿元企业
    r"[^，。；、0-9]{0,6}(?:超过?|逾|过)[0-9百千十]*[万亿]元以?上?的?(?:重大|重点)?[\u4e00-\u9fff]{0,2}$"
)
_PARENTHESIS = re.compile(r"（[^（）]*）")
_PROPORTION = re.compile(r"[^，。；、]{2,14}在[^，。；、]{2,12}[中里]所?占?的?(?:比重|比例|份额)$")


@lru_cache(maxsize=1 << 16)
def before(left: str) -> Phrase | None:
    """The noun phrase, with its verb, that ends right before a number, or None."""
    left = _PARENTHESIS.sub("", left) if "）" in left else left
    left = without_yardstick(left)
    stem = without_links(left)
    for share in ("占比", "占"):
        if stem.endswith(share):
            part = stem.removesuffix(share)
            whole = before(part)
            return Phrase((whole.text if whole else without_heads(without_links(part))) + share)
    limited = _LIMITED.search(stem) if "以" in stem else None
    if limited is not None:
        return Phrase(without_heads(limited[0]))
    of_class = _CLASS.search(stem) if stem.endswith(("企业", "项目", "园区")) else None
    if of_class is not None:
        return Phrase(without_heads(of_class[0]))
    part = _PART_OF.search(stem) if "占" in stem else None
    if part is not None:
        return Phrase(f"{_short(stem[: part.start()])}占{part[1].removesuffix('的')}")
    each = _PER_HEAD.search(stem) if stem.endswith("收") else None
    if each is not None:
        return Phrase(each[0])
    proportion = _PROPORTION.search(stem) if stem.endswith(("比重", "比例", "份额")) else None
    if proportion is not None:
        return Phrase(without_heads(proportion[0]))
    phrase = without_links(without_change(without_links(left)))
    phrase = _ACHIEVED.sub("", without_heads(phrase))
    if not phrase:
        return None
    if _COUNTED_OFF.match(phrase):
        return None
    found = _collect(tagging.tag(phrase[-28:]))
    if found is not None and len(found.text) <= 2:
        done = _DONE.search(phrase)  # 实现科技成果转化: the noun that ends it looks like a verb
        return Phrase(done[1]) if done and done[1].endswith(found.text) else found
    return found


_LONGEST_PART = 14  # characters of the name of what makes up a share


def _short(stem: str) -> str:
    """What makes up a share, as far as it is short: the last of a list if all of it is not."""
    for name in (stem, stem.rpartition("、")[2]):
        part = before(name) if name else None
        if part is not None and not part.open and len(part.text) <= _LONGEST_PART:
            return part.text
    return ""


# What a token can do in the phrase before a number. Plain integers: this is the innermost loop.
_PART = 0  # belongs to it
_JOINT = 1  # belongs to it wherever it stands: 和, 新, 每月
_NUMBER = 2  # belongs to a short one
_ADVERB = 3  # ends it, or is left out between verb and subject
_VERB = 4  # its first word, or all of it
_LIGHT = 5  # a verb that says too little to be kept
_END = 6  # ends it


_JOINTS = frozenset(["新", "未", "和", "与", "及", "不", "非", "人均", "户均"])


@lru_cache(maxsize=1 << 15)
def _role(word: str, tag: str) -> int:
    if word in "，。；：,;:" or tag == "ul":
        return _END
    if word in _JOINTS or word[0] in "每各均":
        return _JOINT
    if tag == "v" and word not in words("noun_like"):
        return _LIGHT if word in words("light") else _VERB
    if (tag[0] == "d" and word not in words("noun_like")) or word in ("累计", "共", "先后"):
        return _ADVERB
    if tag[0] == "m":
        return _NUMBER
    if tag[0] == "t" and word in words("noun_like"):
        return _PART
    return _END if tag[0] in "pcryt" else _PART


def _collect(tokens: list[tuple[str, str]]) -> Phrase | None:
    """The phrase that ends with the last token, read backwards until a token ends it."""
    kept: list[str] = []
    length = open_quotes = 0
    only_verbs, last_tag, last_role = True, "", _PART
    for word, tag in reversed(tokens):
        role = _role(word, tag)
        if kept and (
            (role == _VERB and _qualifies(word, kept[-1 - (kept[-1] == "的" and len(kept) > 1)]))
            or (role == _NUMBER and (kept[-1] in _RANGE or _LIMIT.match("".join(kept[-1:-4:-1]))))
        ):
            role = _PART
        if not kept:
            if role == _ADVERB and tag[0] == "d":
                continue
            last_tag, last_role = tag, role
        elif open_quotes <= 0 and role != _JOINT:
            if role == _ADVERB and (only_verbs or kept[-1][-1] == "率"):
                continue  # 诉求按时办结率
            if role == _VERB and not only_verbs and length < 12:
                kept.append(word)
            if _ends_before(role, length, only_verbs):
                break
        kept.append(word)
        length += len(word)
        open_quotes += (word == "”") - (word == "“")
        only_verbs = only_verbs and (role in (_VERB, _LIGHT))
    return _phrase(kept, last_tag, last_role)


@lru_cache(maxsize=1 << 12)
def _qualifies(verb: str, noun: str) -> bool:
    """Whether a verb before a noun is part of a term, and no predicate: 就读比例, 完成率."""
    measured = _MEASURED.search(noun)
    return measured is not None and (measured.start() == 0 or verb not in words("predicates"))


_RANGE = frozenset("-—－~～至到")  # 0-17岁人口
_LIMIT = re.compile(r"[^，。；、0-9]{0,3}?(?:及?以[上下内]|级|岁)")  # 3岁以下婴幼儿
_MEASURED = re.compile(
    "(?:额|率|量|比例|比重|强度|程度|数|面积|能力|水平|标准|规模|人口|成本|费用|时间|距离|里程|产能|份额|系数|"
    "指数|浓度|金额|幅度|速度|增速|增幅|价格)$"
)


def _ends_before(role: int, length: int, only_verbs: bool) -> bool:
    """Whether a token of this role ends the phrase that has `length` characters behind it."""
    if role == _PART:
        return length >= 18
    if role == _NUMBER:
        return length >= 4
    if role == _VERB:
        return not only_verbs or length >= 4
    return role != _LIGHT or not only_verbs or length >= 4


def _phrase(kept: list[str], tag: str, role: int) -> Phrase | None:
    """The phrase from the words kept, last first; tag and role are those of its last word."""
    text = without_heads("".join(reversed(kept))).strip("的等了、，：")
    if text.count("“") != text.count("”"):
        text = text.strip("“”")
    if not text or text in words("light") or (len(text) == 1 and tag not in ("v", "a")):
        return None
    wants_object = role in (_VERB, _LIGHT) or tag in ("l", "i") or _wants_object(text)
    return Phrase(text, wants_object)


@cache
def _transitive() -> tuple[str, ...]:
    return tuple(sorted(words("transitive")))


def _wants_object(text: str) -> bool:
    """Whether the phrase ends in a verb whose object stands behind the number."""
    return text.endswith(_transitive())
