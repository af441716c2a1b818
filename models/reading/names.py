"""Telling apart names of persons that are printed without a separator."""

import re
from functools import cache

from models.language.lexicon import load
from models.reading.characters import HAN

_NAME = re.compile(rf"[{HAN}]{{2,4}}|[{HAN}]+(?:·[{HAN}]+)+")


@cache
def surnames() -> tuple[frozenset[str], frozenset[str]]:
    """Single and compound surnames."""
    words = load("surnames")
    return frozenset("".join(words["single"].split())), frozenset(words["compound"])


def is_name(text: str) -> bool:
    """Whether a text has the shape of a Chinese person's name, or of a transliterated one."""
    return bool(_NAME.fullmatch(text))


def begins_like_a_name(text: str) -> bool:
    """Whether a text begins with a surname."""
    single, compound = surnames()
    return text[:1] in single or text[:2] in compound


def is_person_name(text: str) -> bool:
    """Whether a text has the shape of a Chinese person's name, surname first."""
    return 2 <= len(text) <= 4 and is_name(text) and begins_like_a_name(text)


def split_names(run: str) -> list[str]:
    """Names printed in one run: 杨正飞肖汉民 → 杨正飞, 肖汉民; a single name comes back alone.

    The split is the cheapest way to cover the run with names that begin with a surname, where
    three characters are the most usual length.
    """
    if len(run) <= 3 or "·" in run or not is_han(run):
        return [run]
    best: list[tuple[float, list[str]] | None] = [(0.0, [])] + [None] * len(run)
    for end in range(2, len(run) + 1):
        for size in (2, 3, 4):
            before = best[end - size] if size <= end else None
            if before is None:
                continue
            name = run[end - size : end]
            cost = before[0] + _cost(name)
            here = best[end]
            if here is None or cost < here[0]:
                best[end] = (cost, [*before[1], name])
    found = best[-1]
    return found[1] if found else [run]


def is_han(text: str) -> bool:
    """Whether a text consists of Chinese characters only."""
    return bool(re.fullmatch(rf"[{HAN}]+", text))


def _cost(name: str) -> float:
    """How unlikely a stretch is as one name."""
    single, compound = surnames()
    if name[:2] in compound:
        return {3: 1.0, 4: 0.0}.get(len(name), 1.5)
    if name[0] not in single:
        return 3.0
    return {2: 0.8, 3: 0.0, 4: 2.4}[len(name)]


def join_spaced(tokens: list[str]) -> list[str]:
    """Two-character names that print spread out (洪 勇) put together again."""
    joined: list[str] = []
    single = False
    for token in tokens:
        if len(token) == 1 and single:
            joined[-1] += token
            single = False
        else:
            joined.append(token)
            single = len(token) == 1
    return joined
