"""The administrative divisions of China: their names, levels and what holds what.

Read from the lists under `models/lexicon/` (see its README for sources and licences). Besides the
divisions of today there are those that were renamed, merged or raised since 1980, since archives
name them.
"""

import re
from dataclasses import dataclass
from functools import cache

from models.language.lexicon import FOLDER, load

LEVELS = ("province", "prefecture", "county", "township")
_SUFFIX = re.compile(r"(特别行政区|自治区|自治州|自治县|自治旗|地区|新区|街道|[省市县区盟乡镇])$")


@dataclass(frozen=True)
class Division:
    """One division; `until` is the last year of one that is gone, `successor` what became of it."""

    code: str
    name: str
    short: str
    level: str
    parent: str | None
    until: int | None = None
    successor: str | None = None

    def within(self, code: str) -> bool:
        """Whether the division `code` holds this one or is this one."""
        return self.code.startswith(stem(code))


def stem(code: str) -> str:
    """The digits that the codes of all parts of a division share: 370000 → 37, 371000 → 3710."""
    if len(code) == 9:
        return code
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code


def level_of(code: str) -> str:
    """The level that a code stands for."""
    return LEVELS[3] if len(code) == 9 else LEVELS[len(stem(code)) // 2 - 1]


def short_name(name: str) -> str:
    """The name in running text: 荣成市 → 荣成, 恭城瑶族自治县 → 恭城, but 泗县 → 泗县."""
    words = load("divisions")
    if name in words["short_names"]:
        return words["short_names"][name]
    bare = _SUFFIX.sub("", name)
    if bare != name and name.endswith(("自治州", "自治县", "自治旗", "自治区")):
        bare = re.sub(f"(?:{'|'.join(words['peoples'])})+$", "", bare)
    return bare if len(bare) > 1 else name


def _rows(name: str) -> list[list[str]]:
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def _parent(code: str, known: set[str]) -> str | None:
    if len(code) == 9:
        return code[:6]
    holders = (code[:4] + "00", code[:2] + "0000")
    return next((holder for holder in holders if holder in known and holder != code), None)


@cache
def divisions() -> dict[str, Division]:
    """Code → division, of today and of the past."""
    upper = {row[0]: row[1] for row in _rows("divisions.tsv")}
    known = set(upper)
    found = {
        code: Division(code, name, short_name(name), level_of(code), _parent(code, known))
        for code, name in upper.items()
    }
    for parent, towns in _rows("townships.tsv"):
        for town in towns.split(" "):
            code, name = parent + town[:3], town[3:]
            found[code] = Division(code, name, short_name(name), LEVELS[3], parent)
    for code, name, until, successor in _rows("former_divisions.tsv"):
        found[code] = Division(
            code,
            name,
            short_name(name),
            level_of(code),
            _parent(code, known),
            int(until),
            successor or None,
        )
    return found


@cache
def by_name() -> dict[str, tuple[Division, ...]]:
    """Official name → the divisions that bear it, widest and present ones first."""
    return _index("name")


@cache
def by_short_name() -> dict[str, tuple[Division, ...]]:
    """Short name → the divisions above the township that it may stand for, widest first."""
    return _index("short")


def _index(attribute: str) -> dict[str, tuple[Division, ...]]:
    index: dict[str, list[Division]] = {}
    for division in divisions().values():
        if attribute == "name" or division.level != LEVELS[3]:
            index.setdefault(getattr(division, attribute), []).append(division)
    return {
        name: tuple(
            sorted(found, key=lambda d: (LEVELS.index(d.level), d.until is not None, d.code))
        )
        for name, found in index.items()
    }


def full_name(division: Division) -> str:
    """The name with those of all divisions above: 山东省威海市荣成市."""
    parent = divisions().get(division.parent or "")
    return (full_name(parent) if parent else "") + division.name
