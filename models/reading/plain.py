"""Plain text → lines, and hard-wrapped lines → paragraphs.

Print wraps at the column's edge, PDF text also at page and column breaks; a line break, and a blank
line too, ends a paragraph only where the sentence ended.
"""

import re
from dataclasses import replace

import rjieba

from models.reading.characters import PAGE_BREAK, width
from models.reading.credits import MARKS
from models.reading.datelines import dateline_at_start, is_only_dateline
from models.reading.furniture import is_furniture
from models.reading.lines import Line, Page

_ENDS = re.compile(r"(?:[。！？!?；;：:]|…)[”’』」》）)\]]*$")
_OPEN = re.compile(r"[（(《“「『【][^）)》”」』】]{0,40}$")
_BEGINS = re.compile(rf"[{MARKS}]|——|[—-]{{2}}|《[^》]{{2,12}}》（\d{{4}}年")
_PAGE_NUMBER = re.compile(r"第 ?\d{1,4} ?页|[-—–] ?\d{1,4} ?[-—–]")
_SMALL = re.compile(r"\d{1,2}")
_GLUED_TAIL = re.compile(r"[A-Za-z\d，、,（(“《·—]$")
_SENTENCE_INSIDE = re.compile(r"[，。；：][^，。；：]")
_SAMPLE = 400  # lines that decide whether a file is hard-wrapped
_SLACK = 2.0  # ems by which a full line may fall short of the column's width
_NEAR = 3  # lines on either side that show how wide a column is
_ALMOST = 0.8  # share of the column's width from which a line in a group is full, too
_LONG = 50  # characters from which an unwrapped line without an end is no heading
_MIDDLING = 20  # characters from which it is none if a word runs on into the next line


def read_plain(text: str) -> Page:
    """A plain-text file as lines; wrapped ones are left for `join_wrapped`."""
    lines: list[Line] = []
    gap, turned = False, True
    for raw in text.split("\n"):
        if PAGE_BREAK in raw:
            turned = True
            raw = raw.replace(PAGE_BREAK, "")
        shown = raw.strip()
        if not shown:
            gap = True
        elif _PAGE_NUMBER.fullmatch(shown):
            gap, turned = False, True
        else:
            lines.append(Line(shown, gap=gap, turned=turned))
            gap = turned = False
    return Page(lines, wrapped=is_wrapped(lines))


def is_wrapped(lines: list[Line]) -> bool:
    """Whether lines end at a column's edge: most of them are full and end in mid-sentence."""
    sample = [line.text for line in lines[:_SAMPLE]]
    if len(sample) < 12 or max(map(len, sample)) > 120:
        return False
    open_ended = [text for text in sample if not _ENDS.search(text)]
    if 2 * len(open_ended) < len(sample):
        return False
    widths = sorted(width(text) for text in sample)
    typical = widths[len(widths) * 3 // 4]
    if not 14 <= typical <= 50:
        return False
    full = sum(abs(one - typical) <= _SLACK for one in widths)
    return 5 * full >= 2 * len(sample)


def join_wrapped(lines: list[Line]) -> list[Line]:
    """Paragraphs and headings of hard-wrapped lines."""
    widths = [width(line.text) for line in lines]
    typical = sorted(widths)[len(widths) * 3 // 4] if widths else 0.0
    joined: list[Line] = []
    for index, line in enumerate(lines):
        previous = lines[index - 1] if index else None
        if previous and joined and _continues(lines, widths, index, joined[-1], typical):
            _append(joined[-1], line.text)
        else:
            joined.append(replace(line, parts=(line.text,)))
    return joined


def join_broken(lines: list[Line]) -> list[Line]:
    """Paragraphs of unwrapped text that a page or column break cut in mid-sentence."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last and not (last.level or line.level or last.whole) and _is_cut(last.text, line.text):
            _append(last, line.text)
        else:
            joined.append(line)
    return joined


def ends_sentence(text: str) -> bool:
    """Whether a text ends where a sentence or clause of its own ends."""
    return bool(_ENDS.search(text))


def _is_cut(last: str, following: str) -> bool:
    if len(last) < _MIDDLING or _ENDS.search(last) or last[-1] in "”’)）":
        return False
    if _BEGINS.match(following) or is_furniture(following):
        return False
    return bool(_SENTENCE_INSIDE.search(last)) and (
        len(last) >= _LONG or word_runs_on(last, following)
    )


def word_runs_on(last: str, following: str) -> bool:
    """Whether a word begins at the end of one line and ends at the start of the next."""
    edge = len(last[-4:])
    at = 0
    for word in rjieba.cut(last[-4:] + following[:4]):
        if at < edge < at + len(word):
            return True
        at += len(word)
    return False


def _append(line: Line, text: str) -> None:
    blank = (
        " "
        if line.text[-1].isascii()
        and line.text[-1].isalpha()
        and text[0].isascii()
        and text[0].isalpha()
        else ""
    )
    line.text += blank + text
    line.parts = (*(line.parts or (line.text,)), text)


def _continues(
    lines: list[Line], widths: list[float], index: int, paragraph: Line, typical: float
) -> bool:
    """Whether a line goes on with the paragraph that the lines before it formed."""
    previous, line = lines[index - 1], lines[index]
    if (
        line.level
        or previous.level
        or line.whole
        or previous.whole
        or _BEGINS.match(line.text)
        or is_furniture(line.text)
    ):
        return False
    if is_only_dateline(previous.text):
        return True
    if _ENDS.search(previous.text):
        return bool(_OPEN.search(paragraph.text[-60:])) and previous.text[-1] not in "。！？"
    if len(paragraph.parts) <= 2 and dateline_at_start(paragraph.text):
        return True
    if _is_full(lines, widths, index - 1, typical):
        return True
    if _OPEN.search(paragraph.text[-60:]):
        return True
    if _SMALL.fullmatch(line.text) or _SMALL.fullmatch(previous.text):
        return True
    return bool(_GLUED_TAIL.search(previous.text)) and len(paragraph.text) > typical


def _is_full(lines: list[Line], widths: list[float], index: int, typical: float) -> bool:
    """Whether a line reaches the edge of its column, judged by the lines of its own group."""
    own = widths[index]
    first = last = index
    while first and index - first < _NEAR and not lines[first].gap:
        first -= 1
    while last + 1 < len(lines) and last - index < _NEAR and not lines[last + 1].gap:
        last += 1
    beside = widths[first:index] + widths[index + 1 : last + 1]
    reach = max(beside, default=typical)
    inside = index + 1 < len(lines) and not lines[index + 1].gap
    return own >= reach - _SLACK or (inside and own >= _ALMOST * reach)
