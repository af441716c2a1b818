"""Finds names that are written for their sound: 胡安·卡洛斯, 特朗普, 扎西次仁, 村山富市."""

import re
from collections.abc import Iterator
from functools import cache

from models.language.lexicon import any_of, load
from models.language.names.cues import Cues
from models.language.names.joined import matches_beside
from models.language.names.segmentation import Segmentation

NamedSpan = tuple[int, int, str]

_FUNCTION_ENDS = (
    "于为当让能内本天因"  # sounds of names, but at the end of a run rather the next word
)
_DOTS = "·•・"
_ANNOUNCES = 4  # weight of the words after which a run of sounds is a name
_NAME_TAGS = ("nr", "nrt", "nrfg", "nz", "ns", "x")  # of words that may be names
_NEXT_WORD_TAGS = ("v", "d", "p", "c", "f", "n", "t", "a", "m", "r", "u")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = load("foreign_names")
    sound = f"[{words['sounds']}]"
    wide = f"[{words['sounds']}{words['sounds_in_parts']}]"
    dotted = re.compile(rf"(?:阿不)?{wide}{{1,8}}(?:-{wide}{{1,5}})?(?:[·•・]{wide}{{1,10}})+")
    run = re.compile(rf"{sound}{{2,8}}(?:-{sound}{{1,5}})?")
    tibetan = "|".join(words["tibetan"])
    japanese = any_of(words["japanese"])
    given = rf"(?:(?![{words['not_given']}])[\u4e00-\u9fff])"
    composed = re.compile(rf"(?:{tibetan}){{2}}|(?:{japanese}){given}{{1,2}}")
    return dotted, run, composed


@cache
def _composed_openings() -> frozenset[str]:
    """The first characters of names that are composed."""
    words = load("foreign_names")
    return frozenset(part[0] for part in (*words["tibetan"], *words["japanese"]))


@cache
def _followers() -> frozenset[str]:
    return frozenset(load("persons")["followers"]) | {""}


@cache
def _offices() -> tuple[str, ...]:
    return tuple(load("foreign_names")["offices"])


def find_foreign(text: str, cues: Cues, segmentation: Segmentation) -> Iterator[NamedSpan]:
    """Start, end and full name of each name, the short forms of longer names included."""
    found = list(_dotted(text, cues, segmentation))
    yield from found
    yield from _announced_runs(text, cues, segmentation)
    yield from _composed(text, cues, segmentation)


def _dotted(text: str, cues: Cues, segmentation: Segmentation) -> Iterator[NamedSpan]:
    for match in matches_beside(_DOTS, _patterns()[0], text):
        start, end = match.span()
        first_dot = next(at for at in range(start, end) if text[at] in _DOTS)
        announced = [at for at in range(start + 1, first_dot) if at in cues.starts]
        if announced:
            start = announced[-1]
        start = _past_country(start, first_dot, segmentation)
        last_dot = max(text.rfind(mark, start, end) for mark in _DOTS)
        end = _run_end(text, last_dot + 1, end, segmentation)
        size, _ = segmentation.word(last_dot + 1)
        if last_dot + 1 + size <= end:  # else a longer word, as in the name of a university
            yield start, end, text[start:end]


def _past_country(start: int, limit: int, segmentation: Segmentation) -> int:
    size, tag = segmentation.word(start)
    return start + size if tag == "ns" and start + size < limit else start


def _run_end(text: str, start: int, end: int, segmentation: Segmentation) -> int:
    """Where a run of sounds that starts here gives way to an ordinary word."""
    for at in range(start + 1, end):
        size, tag = segmentation.word(at)
        ordinary = size > 1 and tag.startswith(_NEXT_WORD_TAGS) and not tag.startswith("nr")
        beyond = size > 1 and at + size > end
        if segmentation.cuts[at] and (beyond or (ordinary and tag not in ("ns", "nz"))):
            end = at
            break
    while end - start > 1 and text[end - 1] in _FUNCTION_ENDS + "-":
        end -= 1
    return end


def _ends_well(text: str, end: int, cues: Cues, segmentation: Segmentation) -> bool:
    following = text[end : end + 1]
    return following in _followers() or end in cues.ends or bool(segmentation.cuts[end])


def _announced_runs(text: str, cues: Cues, segmentation: Segmentation) -> Iterator[NamedSpan]:
    """总统扎尔达里: a run of sounds after a word that announces a person."""
    run = _patterns()[1]
    sounds = frozenset(load("foreign_names")["sounds"])
    for at, weight in sorted(cues.starts.items()):
        if text[at] not in sounds or text[at] in "为于让":
            continue
        match = run.match(text, at)
        if match is None:
            continue
        foreign = text[max(0, at - 5) : at].endswith(_offices())
        inside_word = not segmentation.cuts[at] and segmentation.covering(at) != "x"
        if inside_word or not (foreign or weight >= _ANNOUNCES):
            continue
        end = _run_end(text, at, match.end(), segmentation)
        size, tag = segmentation.word(at)
        word = size > 1 and at + size >= end and tag not in _NAME_TAGS
        long_enough = end - at >= (2 if foreign else 3)
        if long_enough and not word and _ends_well(text, end, cues, segmentation):
            yield at, end, text[at:end]


def _composed(text: str, cues: Cues, segmentation: Segmentation) -> Iterator[NamedSpan]:
    """Tibetan names of two components; Japanese surnames with what may be a given name."""
    composed, openings = _patterns()[2], _composed_openings()
    for at in sorted(cues.starts):
        match = composed.match(text, at) if text[at] in openings else None
        if match and _ends_well(text, match.end(), cues, segmentation):
            yield at, match.end(), match.group()


def short_forms(full: str) -> list[str]:
    """What an article may call the bearer of a name in parts: the last part, the first part."""
    parts = re.split(r"[·•・]", full)
    return [part for part in (parts[-1], parts[0]) if len(parts) > 1 and len(part) > 1]
