"""Finds companies by what only shares have behind their name: 海澄国际(00917-HK), 海澄国际涨2%.

A stock code counts everywhere, a rise or fall in reports from the stock market. It says it once;
all repetitions of the name in the text are the company.
"""

import re
from collections.abc import Iterator
from functools import cache

from models.language.lexicon import load
from models.language.names.left_edge import FUNCTION, PROPER_TAGS
from models.language.names.words import Sequence, tag_of

Span = tuple[int, int]

LONGEST, SHORTEST = 10, 2  # characters of the name of a share
_NAME = re.compile(r"[\u4e00-\u9fffA-Za-z\d&·]+$")
# The shares that rise or fall together, from the beginning of the clause: A、B涨超3%.
_MOVE = re.compile(
    r"(?<![^，。；：、\s])([\u4e00-\u9fffA-Za-z·、]{2,40}?)"
    r"(?:大|收|续|齐)?[涨跌](?:超|逾|近|约)?\d[\d.]*[%％]"
)
_STOPPING_TAGS = ("v", "p", "c", "u", "d", "r", "m", "y")


@cache
def _code() -> re.Pattern[str]:
    """A stock code in brackets."""
    words = load("trade_names")
    market = "|".join(words["markets"])
    exchange = "|".join(words["exchanges"])
    label = "|".join(words["code_labels"])
    return re.compile(
        rf"[（(](?:(?:{label})[:：]?\s*[A-Z]*\d{{4,6}}|\d{{4,6}}\s?[.．\-－]\s?(?:{market})"
        rf"|(?:{market})[.:：]?\s?\d{{4,6}}|(?:{exchange})\s?[:：]\s?[A-Z\d.]{{1,6}})"
    )


def listed_companies(text: str, sequence: Sequence) -> Iterator[Span]:
    """Where the text names companies whose stock code it gives."""
    names = {_name_before(text, sequence, code.start()) for code in _code().finditer(text)}
    moves = "涨" in text or "跌" in text
    if moves and any(word in text for word in load("trade_names")["stock_market"]):
        names |= set(_moving(text, sequence))
    for name in sorted(name for name in names if len(name) >= SHORTEST):
        for match in re.finditer(re.escape(name), text):
            if sequence.begins(match.start()) or sequence.finishes(match.end()):
                yield match.span()


def _moving(text: str, sequence: Sequence) -> Iterator[str]:
    """The shares that rise or fall, without indices, goods and currencies."""
    others = tuple(load("trade_names")["no_shares"])
    for move in _MOVE.finditer(text):
        start = move.start(1)
        for name in move[1].split("、"):
            first = sequence.words[sequence.at(start)]
            fits = SHORTEST <= len(name) <= LONGEST and not name.endswith(others)
            if fits and name.startswith(first) and tag_of(first) in PROPER_TAGS:
                yield name
            start += len(name) + 1


def _name_before(text: str, sequence: Sequence, end: int) -> str:
    """The name that ends at `end`; a verb may end it (荣明发展), but not begin it (增持荣明)."""
    run = _NAME.search(text, max(0, end - LONGEST), end)
    if run is None or not sequence.finishes(end):
        return ""
    at, start = sequence.at(end - 1), end
    while at >= 0 and sequence.starts[at] >= run.start():
        word = sequence.words[at]
        if word in FUNCTION or (end - start >= SHORTEST and _stops_a_name(word)):
            break
        start = sequence.starts[at]
        at -= 1
    return text[start:end]


def _stops_a_name(word: str) -> bool:
    return not word.isascii() and tag_of(word).startswith(_STOPPING_TAGS)
