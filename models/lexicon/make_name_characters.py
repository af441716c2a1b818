"""Writes name_characters.toml: how strongly characters speak for the name of a person.

Run with the packages at hand that it reads (`pip install sinonym==0.5.1 mingzi==1.2.3 jieba`):

    python -m models.lexicon.make_name_characters
"""

import csv
import json
import math
from collections import Counter, defaultdict
from importlib.resources import files
from pathlib import Path

LOWEST, HIGHEST = -4, 5
ABSENT = -5  # weight of characters that are frequent in text and in no given name
FREQUENT = 3000  # occurrences in the word list from which a character counts as frequent
SMOOTHING = 500  # occurrences that every character of the word list is given
RARE_SURNAME = 5.0  # per million, of surnames that only mingzi lists
# The source lists these nowhere although many people bear them.
UNCOUNTED = {"中": -2, "一": -2}
# Words rather than surnames.
NO_COMPOUNDS = frozenset({"中山", "久保", "俊杰", "宇轩", "浩然", "山口", "野村"}) | frozenset(
    {"百里", "微生", "单于", "段干", "东门", "南门"}
)
HEADER = """\
# How strongly a character speaks for a Chinese person's name, as the natural logarithm of
# (its share among the characters of names) / (its share in running text), rounded to whole numbers.
# A character that is listed nowhere has weight `unlisted`: it is rare in names and in text.
#
# Sources: frequencies of surnames and of characters in given names from the package sinonym 0.5.1
# (familyname_orcid.csv, givenname_orcid.csv; Apache-2.0), further surnames from mingzi 1.2.3 (MIT),
# shares in running text from the word frequencies of jieba 0.42.1 (dict.txt; MIT).
# Written by make_name_characters.py.

unlisted = -1
"""


def main() -> None:
    """Write the lexicon beside this script."""
    text = _text_frequencies()
    surnames = _frequencies("familyname_orcid.csv", "surname")
    listed = json.loads((files("mingzi") / "data.json").read_text("utf-8"))
    for surname in listed["surname"]:
        surnames.setdefault(surname, RARE_SURNAME)
    given = _frequencies("givenname_orcid.csv", "character")
    compounds = {name for name in surnames if len(name) == 2} | set(listed["com_surname"])
    bands = _bands(given, text)
    for character, weight in UNCOUNTED.items():
        bands[weight].append(character)
    bands[ABSENT] = [c for c in _frequent(text) if c not in given and c not in UNCOUNTED]
    parts = [
        HEADER,
        _array("compound_surnames", sorted(compounds - NO_COMPOUNDS), 12),
        *_tables("surname", _bands(surnames, text)),
        *_tables("given", bands),
    ]
    Path(__file__).with_name("name_characters.toml").write_text("\n".join(parts), "utf-8")


def _frequencies(file: str, column: str) -> dict[str, float]:
    """Occurrences per million of each name or character in a table of sinonym."""
    found: defaultdict[str, float] = defaultdict(float)
    with (files("sinonym") / "data" / file).open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            found[row[column]] += float(row["ppm"])
    return dict(found)


def _text_frequencies() -> Counter[str]:
    """How often each character occurs in the words of jieba's dictionary."""
    found: Counter[str] = Counter()
    for line in (files("jieba") / "dict.txt").read_text("utf-8").splitlines():
        word, count, _ = line.split(" ")
        for character in word:
            found[character] += int(count)
    return found


def _frequent(text: Counter[str]) -> list[str]:
    common = [c for c, n in text.most_common(4000) if n > FREQUENT and "\u4e00" <= c <= "\u9fff"]
    return sorted(common)


def _bands(names: dict[str, float], text: Counter[str]) -> dict[int, list[str]]:
    """Characters by the rounded logarithm of how much more frequent they are in names."""
    whole, length = sum(names.values()), sum(text.values())
    bands: dict[int, list[str]] = defaultdict(list)
    for character, frequency in names.items():
        if len(character) == 1 and "\u4e00" <= character <= "\u9fff":
            ratio = frequency / whole / ((text[character] + SMOOTHING) / length)
            bands[max(LOWEST, min(HIGHEST, round(math.log(ratio))))].append(character)
    return bands


def _tables(name: str, bands: dict[int, list[str]]) -> list[str]:
    return [
        f"[[{name}]]\nweight = {weight}\n"
        + _array("characters", _lines("".join(sorted(bands[weight])), 80), 1)
        for weight in sorted(bands, reverse=True)
    ]


def _lines(characters: str, width: int) -> list[str]:
    return [characters[at : at + width] for at in range(0, len(characters), width)]


def _array(key: str, words: list[str], per_line: int) -> str:
    lines = [words[at : at + per_line] for at in range(0, len(words), per_line)]
    body = "".join("    " + ", ".join(f'"{w}"' for w in line) + ",\n" for line in lines)
    return f"{key} = [\n{body}]\n"


if __name__ == "__main__":
    main()
