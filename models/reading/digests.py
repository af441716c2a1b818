"""A page of short news that is not wrapped: each item has its headline and its dateline.

Headlines stand above the datelines, or on some pages below the bodies.

Short items under one headline that have no datelines of their own are one article with headings,
as a broadcaster prints its 联播快讯.
"""

import re
from dataclasses import replace

from models.reading.credits import credits_of
from models.reading.datelines import dateline_at_start
from models.reading.furniture import is_furniture
from models.reading.imprints import imprint_of
from models.reading.lines import Item, Line, Page
from models.reading.outlets import outlet_in
from models.reading.wraps import ends_sentence

_FEWEST = 2  # items that make a digest
_LONGEST_TITLE = 45  # characters
_NUMBER = re.compile(r"(?:[\u2460-\u2473]|[一二三四五六七八九十]{1,3}、|\d{1,2} ?[.、．]) ?(?=\S)")


def cut_digest(page: Page) -> list[Item]:
    """The items of a digest; nothing when fewer than two have a headline and a dateline."""
    lines = page.lines
    if page.title or len(lines) < 2 * _FEWEST:
        return []  # a document with a headline of its own is one article with headings
    items = _after(lines) if _is_title(lines[-1]) else _before(lines)
    if len(items) < _FEWEST:
        return []
    told = next(at for at, line in enumerate(lines) if dateline_at_start(line.text))
    above = [imprint for line in lines[:told] if (imprint := imprint_of(line.text))]
    names = (line.text for line in lines[:told] if outlet_in(line.text) == line.text)
    page.outlet = page.outlet or next(names, None)
    for item in items:
        item.imprint = above[0]._replace(credits=[]) if above else None
    return items


def _before(lines: list[Line]) -> list[Item]:
    """Items whose headlines stand above their datelines."""
    heads = [
        (start, at)
        for at in range(1, len(lines))
        if len(lines[at - 1].text) <= _LONGEST_TITLE
        and dateline_at_start(lines[at].text)
        and (start := _head(lines, at)) < at
    ]
    stops = [*(start for start, _ in heads[1:]), len(lines)]
    return [
        Item([_unnumbered(line) for line in lines[start:at]], lines[at:stop], on_page=True)
        for (start, at), stop in zip(heads, stops, strict=False)
    ]


def _after(lines: list[Line]) -> list[Item]:
    """Items whose headlines stand below their bodies, on a page whose last line is one."""
    starts = [at for at, line in enumerate(lines) if dateline_at_start(line.text)]
    stops = [*starts[1:], len(lines)]
    heads = [_head(lines, stop) for stop in stops]
    if any(head == stop for head, stop in zip(heads, stops, strict=False)):
        return []
    return [
        Item([_unnumbered(line) for line in lines[head:stop]], lines[start:head], on_page=True)
        for start, head, stop in zip(starts, heads, stops, strict=False)
    ]


def _head(lines: list[Line], dateline: int) -> int:
    """The first line of the headline directly above a dateline; the dateline itself if none is."""
    start = dateline
    while start and _is_title(lines[start - 1]) and (start == dateline or not lines[start].gap):
        start -= 1
    return start


def _is_title(line: Line) -> bool:
    text = line.text
    if len(text) > _LONGEST_TITLE or is_furniture(text) or imprint_of(text):
        return False
    return (text[-1] in "？！?!”" or not ends_sentence(text)) and credits_of(text) is None


def _unnumbered(line: Line) -> Line:
    return replace(line, text=_NUMBER.sub("", line.text, count=1))
