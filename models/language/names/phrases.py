"""Reads the name of an initiative or an event from its head noun to the left, word by word."""

import re
from dataclasses import dataclass
from functools import cache

from models.language.lexicon import any_of, load
from models.language.names.segmentation import Segmentation

LONGEST_HOLDING = 4  # characters of 召开 and half a verb
LONGEST = 32  # characters of a name before its head noun
_OPENERS = {"”": "“", "’": "‘", "）": "（", ")": "(", "》": "《"}
_GLUED = frozenset("继由在从对将把向为与和及据经自")  # before a name that no dictionary holds
_GLUED_BEHIND = frozenset("是在为由对与的")
_STOPPING_TAGS = ("p", "c", "u", "d", "r", "y", "e", "o")


@dataclass(frozen=True)
class Modifier:
    """The words before a head noun that belong to the name."""

    start: int
    words: tuple[str, ...]  # from left to right; a quotation or a parenthesis is one word


@cache
def _governing() -> frozenset[str]:
    return frozenset(load("phrases")["governing"])


@cache
def _stops() -> frozenset[str]:
    return _governing() | frozenset(load("phrases")["outside"])


@cache
def _openings() -> frozenset[str]:
    return frozenset(load("phrases")["opening"])


def modifier_before(
    text: str,
    head: int,
    segmentation: Segmentation,
    stopping_tags: tuple[str, ...] = (),
    *,
    after_verbs: bool = False,
) -> Modifier:
    """The modifier of the head noun at `head`; empty if a boundary stands right before it.

    Words with one of the `stopping_tags` bound the modifier too, and, `after_verbs`, so do verbs
    that belong to names only where nothing is quoted.
    """
    at = head
    words: list[str] = []
    stopped_by = ""
    while at > 0 and head - at < LONGEST and not text.endswith("——", 0, at):
        start = _word_start(text, at, segmentation)
        word = text[start:at]
        if word == "的" and text.startswith("党", start - 1):
            words.append("党的")
            break
        if _is_glued_to_a_function_word(word):
            stopped_by = word[-1]
            break
        held = _verb_of_what_is_held(text, start, at) if words and len(word) < 3 else None
        if held:
            words.append(held)
            at -= len(held)
            continue
        verb = after_verbs and word in load("phrases")["before_quotations"]
        ends = verb or _ends_modifier(word, stopping_tags) or (words and _governs(word, words[-1]))
        if ends and (after_verbs or not _belongs(word, words)):
            stopped_by = word
            break
        if words and word + words[-1] in _stops():  # 用 + 好
            stopped_by = word + words.pop()
            break
        words.append(word)
        at = start
    words.reverse()
    kept = words if stopped_by[-2:] in _governing() else _without_opening(words)
    while kept and _is_debris(kept[0]):
        kept = kept[1:]
    if kept and len(kept[0]) > 2 and kept[0][0] in _GLUED and Segmentation.tag(kept[0]) == "x":
        kept = [kept[0][1:], *kept[1:]]
    return Modifier(head - sum(map(len, kept)), tuple(kept))


def _belongs(word: str, words: list[str]) -> bool:
    """Whether a word that else bounds a name belongs to the words behind it, or to the head."""
    known = load("phrases")
    return word + words[-1] in known["together"] if words else word in known["closing"]


_HELD = r"(?:召开|举行|举办|出席|(?<![正旨现贵重])在)"


@cache
def _opening_what_is_held() -> re.Pattern[str]:
    return re.compile(rf"{_HELD}({any_of(load('phrases')['held'])})")


def _verb_of_what_is_held(text: str, start: int, end: int) -> str | None:
    """The verb that ends at `end` and opens the name of a meeting: 召开做强渔港经济推进会.

    The word from `start` on may be only its second half: 做 + 强.
    """
    found = _opening_what_is_held().finditer(text, max(0, start - LONGEST_HOLDING), end)
    return next((match[1] for match in found if match.end() == end), None)


def _is_glued_to_a_function_word(word: str) -> bool:
    """Whether the segmentation has glued 是, 在 to a word that it does not know: 中塞是."""
    return len(word) > 2 and word[-1] in _GLUED_BEHIND and Segmentation.tag(word) == "x"


def _governs(word: str, first: str) -> bool:
    """Whether a verb stands before a word with which names begin: 夺得 全国…."""
    begins = first in load("phrases")["beginnings"] or first.startswith("第")
    return begins and len(word) > 1 and Segmentation.tag(word) == "v"


def _is_debris(word: str) -> bool:
    """What no name begins with: 暨, a number in parentheses, a lone verb."""
    if word[0] in "（(暨—-":
        return True
    if word.isdigit() and len(word) < 4:
        return True
    lone = len(word) == 1 and "\u4e00" <= word <= "\u9fff"
    noun = Segmentation.tag(word).startswith(("n", "j", "x"))
    return lone and not noun and word not in load("phrases")["short_openers"]


def _without_opening(words: list[str]) -> list[str]:
    """The words behind a verb that governs them: 推进, 重点推进, or one run into the next word."""
    rest = words[1:] if words[:1] == ["重点"] else words
    if not rest:
        return words
    if rest[0] in _openings():
        return rest[1:]
    for at, word in enumerate(rest[1:], 1):  # 水利部推动…: whose it is, and what is done for it
        if word in _openings() and all(Segmentation.tag(w) in ("nt", "ns") for w in rest[:at]):
            return rest[at + 1 :]
    emphasised = len(rest) < len(words)
    if emphasised and len(rest[0]) > 2 and rest[0][:2] in _openings():
        return [rest[0][2:], *rest[1:]]
    return words


def _word_start(text: str, end: int, segmentation: Segmentation) -> int:
    """Start of the word that ends here; a quotation is one word with its marks."""
    opener = _OPENERS.get(text[end - 1])
    if opener:
        start = text.rfind(opener, max(0, end - LONGEST), end)
        if start >= 0 and not any(mark in text[start:end] for mark in "。；！？\n"):
            return start
    return max(0, segmentation.cuts.rfind(b"\x01", 0, end))


def _ends_modifier(word: str, stopping_tags: tuple[str, ...]) -> bool:
    if word[0] in "“‘（(《" and len(word) > 1:
        return False
    if word in _stops() or (len(word) > 2 and word[-2:] in _governing()):
        return True
    if len(word) == 4 and word[:2] in _stops() and word[2:] in _openings():
        return True  # 不断完善
    if not any("\u4e00" <= character <= "\u9fff" or character.isalnum() for character in word):
        return word not in ("—", "-", "·", "+", "－", "–")
    if len(word) == 1:
        return False
    tag = Segmentation.tag(word)
    return tag in ("ul", "uj", "uz") or tag.startswith(_STOPPING_TAGS + stopping_tags)
