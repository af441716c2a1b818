"""Finds where it is worth while to try to read a person's name, everywhere in a text at once."""

import re
import sys
from functools import cache

import numpy as np
import numpy.typing as npt

from models.language.lexicon import load
from models.language.names.cues import Cues
from models.language.names.name_characters import surnames
from models.language.names.segmentation import NAME_TAGS, Segmentation

MIDDLE = 3  # weight of a word that announces names or follows them
LIST_MARKS = "、和与及"
LONGEST_WORD = 4  # characters of a word that may be a name
Offsets = npt.NDArray[np.int64]
Weights = npt.NDArray[np.int8]
Flags = npt.NDArray[np.bool_]


def code_points(characters: str) -> npt.NDArray[np.uint32]:
    """The characters as numbers."""
    return np.frombuffer(characters.encode("utf-32-le"), np.uint32)


def name_starts(text: str, cues: Cues, words: Segmentation) -> tuple[Offsets, Weights]:
    """Offsets in order, and for each the weight of the word that announces a name there.

    A title and its name may be set apart by one space or a line break, which is passed over.
    """
    found = np.unique(
        np.concatenate(
            (
                _announced(text, cues, words),
                np.fromiter((m.end() for m in _after_bearers().finditer(text)), np.int64),
                _words(words),
                _followed(text, cues, words),
            )
        )
    )
    found = found[(found >= 0) & (found < len(text))]
    weights = words.by_offset(cues.starts)[found]
    return np.where(weights > 0, _past_space(found, words), found), weights


def _announced(text: str, cues: Cues, words: Segmentation) -> Offsets:
    """Behind words that announce names."""
    ends = (at for at, weight in cues.starts.items() if weight >= MIDDLE)
    at = np.fromiter(ends, np.int64)
    begins = _past_space(at, words)
    return at[_is_single(begins, words) | _is_compound(begins, text, words)]


def _followed(text: str, cues: Cues, words: Segmentation) -> Offsets:
    """Before words that follow names, where a word begins or another name ends."""
    cuts = np.frombuffer(words.cuts, np.uint8)
    ends = np.fromiter(cues.ends, np.int64, len(cues.ends))
    found = []
    for back in (2, 3):
        at = ends[ends >= back] - back
        begins = (cuts[at] == 1) | np.isin(words.code_points[at - 1], code_points(LIST_MARKS))
        longer = at[at > 0] - 1
        found += [
            at[begins & _is_single(at, words)],
            longer[_is_compound(longer, text, words)],
        ]
    return np.concatenate(found)


def _words(words: Segmentation) -> Offsets:
    """Words that may be names, and words that are given names behind a surname."""
    sizes, starts = words.sizes, words.starts
    surname = _is_single(starts, words)
    led = np.zeros_like(surname)  # by a word that is a surname and nothing else
    led[1:] = (sizes[1:] == 2) & (sizes[:-1] == 1) & surname[:-1]
    worth_a_look = (sizes > 1) & (sizes <= LONGEST_WORD) & (surname | led)
    found = words.tagged(NAME_TAGS, worth_a_look)
    return np.concatenate((starts[found & led] - 1, starts[found & surname]))


def _past_space(at: Offsets, words: Segmentation) -> Offsets:
    return at + np.isin(words.code_points[at], code_points(" \n"))


def _is_single(at: Offsets, words: Segmentation) -> Flags:
    """Where a surname of one character stands."""
    return _singles()[words.code_points[at]]


@cache
def _singles() -> Flags:
    """For each code point whether it is a surname."""
    table = np.zeros(sys.maxunicode + 1, np.bool_)
    table[code_points("".join(name for name in surnames() if len(name) == 1))] = True
    return table


def _is_compound(at: Offsets, text: str, words: Segmentation) -> Flags:
    """Where a surname of two characters stands."""
    flags = np.isin(words.code_points[at], compound_openings())
    known = surnames()
    flags[flags] = [text[start : start + 2] in known for start in at[flags].tolist()]
    return flags


@cache
def compound_openings() -> npt.NDArray[np.uint32]:
    """The first characters of compound surnames."""
    return code_points("".join(sorted({name[0] for name in surnames() if len(name) > 1})))


@cache
def _after_bearers() -> re.Pattern[str]:
    """Where a surname that is little else follows the last character of an occupation."""
    strong = "".join(name for name, weight in surnames().items() if weight > 2 and len(name) == 1)
    return re.compile(rf"[{load('persons')['bearers']}](?=[{strong}])")
