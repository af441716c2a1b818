"""Unit words and measure words: what may follow a number, and what it then measures."""

from functools import cache
from typing import NamedTuple

from models.language import lexicon


class Unit(NamedTuple):
    """A unit as `metrics.unit` holds it, with its dimension and size in the base unit."""

    name: str
    dimension: str
    factor: float
    base: str


_SPOKEN: dict[str, str] = {  # as written → as stored
    "％": "%",
    "﹪": "%",
    "百分点": "个百分点",
    "千分点": "个千分点",
    "基点": "个基点",
    "圆": "元",
    "摄氏°": "摄氏度",
    "华氏°": "华氏度",
    "块": "元",
    "块钱": "元",
    "元人民币": "元",
    "人民币": "元",
    "元新台币": "新台币",
    "个小时": "小时",
    "个钟头": "小时",
    "钟头": "小时",
    "秒钟": "秒",
    "个工作日": "工作日",
    "个交易日": "交易日",
    "个星期": "星期",
    "个礼拜": "礼拜",
    "个昼夜": "昼夜",
    "个季度": "季度",
    "人口": "人",
    "人(次)": "人次",
    "人（次）": "人次",
    "台（套）": "台套",
    "台(套)": "台套",
}


@cache
def sized() -> dict[str, Unit]:
    """Units of a fixed size, by the word as written."""
    found: dict[str, Unit] = {}
    for group in lexicon.entries("units", "group"):
        for word, factor in group["units"]:
            name = _SPOKEN.get(word) or word
            found[word] = Unit(name, group["dimension"], float(factor), group["base"])
    return found


@cache
def counting() -> dict[str, Unit]:
    """Measure words, by the word as written; each is its own base."""
    found: dict[str, Unit] = {}
    for group in lexicon.entries("measure_words", "group"):
        for word in group["words"]:
            name = _SPOKEN.get(word) or word
            found[word] = Unit(name, group["dimension"], 1.0, name)
    return found


@cache
def _other_words() -> dict[str, frozenset[str]]:
    """Measure word → characters behind it that make it the start of another word."""
    other = lexicon.load("measure_words")["other_word"]
    return {word: frozenset(behind) for word, behind in other.items()}


@cache
def _by_first_character() -> dict[str, list[tuple[str, int, Unit]]]:
    """First character → words that start with it, longest first."""
    index: dict[str, list[tuple[str, int, Unit]]] = {}
    for word, unit in sorted(
        {**counting(), **sized()}.items(), key=lambda item: (-len(item[0]), item[0])
    ):
        index.setdefault(word[0], []).append((word, len(word), unit))
    return index


def unit_at(text: str, at: int) -> tuple[Unit, int] | None:
    """The longest unit that is written at `at`, and where it ends."""
    for word, length, unit in _by_first_character().get(text[at : at + 1], ()):
        if text.startswith(word, at):
            end = at + length
            if text[end : end + 1] in _other_words().get(word, ()):
                return None
            return unit, end
    return None
