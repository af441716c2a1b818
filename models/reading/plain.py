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
_TABLE_TITLE = re.compile(r"[表图] ?\d{1,3} ")
_UNIT = re.compile(r"[\d.年月日万亿个家名人项条元户台件次%％‰]")
_SMALL_DIGITS = re.compile(r"\d{1,2}(?: +\d{1,2})*")
_NUMBER = re.compile(r"[-+]?\d[\d,.]*[%‰]?|—|-")
_SENTENCE_MARK = re.compile(r"[，。；：！？、…]|\d年")
_MEASURES = frozenset("个家名人位项条万亿元户所台辆件次年月日%％") | {
    "万人",
    "万元",
    "亿元",
    "人次",
}
_SMALL = re.compile(r"\d{1,2}")
_GLUED_TAIL = re.compile(r"[A-Za-z\d，、,（(“《·—]$")
_SENTENCE_INSIDE = re.compile(r"[，。；：][^，。；：]")
_SAMPLE = 400  # lines that decide whether a file is hard-wrapped
_SLACK = 2.0  # ems by which a full line may fall short of the column's width
_NEAR = 3  # lines on either side that show how wide a column is
_NARROW = 0.6  # share of the usual width below which lines say nothing of the column
_ALMOST = 0.8  # share of the column's width from which a line in a group is full, too
_SPREAD = 6  # characters of a word that prints spread out, a character a line
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
            gap = not turned or not lines  # what a page break parts may belong together
        elif _PAGE_NUMBER.fullmatch(shown):
            gap, turned = False, True
        else:
            row = " " in shown and is_row(shown)
            whole = row or bool(_TABLE_TITLE.match(shown))
            lines.append(Line(shown, gap=gap, turned=turned, row=row, whole=whole))
            gap = turned = False
    wrapped = is_wrapped(lines)
    return Page(_without_small_digits(lines) if wrapped else lines, wrapped=wrapped)


def is_row(text: str) -> bool:
    """Whether a line is a row of a printed table: cells, most of them numbers, no punctuation."""
    if _SENTENCE_MARK.search(text) or text[0] in "表图注":
        return False
    cells = text.split()
    if len(cells) < 3:
        return False
    numbers = sum(bool(_NUMBER.fullmatch(cell)) for cell in cells)
    return numbers >= 2 or (len(cells) >= 4 and all(2 <= len(cell) <= 12 for cell in cells))


def _without_small_digits(lines: list[Line]) -> list[Line]:
    """Lines without footnote marks and page numbers that stand alone on theirs.

    A digit after a letter is an index (M₂), one before a measure word a number: both stay.
    """
    kept: list[Line] = []
    for index, line in enumerate(lines):
        if not _SMALL_DIGITS.fullmatch(line.text):
            kept.append(line)
            continue
        before = kept[-1].text[-1:] if kept else ""
        after = lines[index + 1].text if index + 1 < len(lines) else ""
        if (before.isascii() and before.isalpha()) or _counts(after):
            kept.append(line)
        elif index + 1 < len(lines):
            lines[index + 1].glued = not line.gap and not lines[index + 1].gap
            lines[index + 1].turned |= line.turned
            lines[index + 1].gap &= line.gap
    return kept


def _counts(text: str) -> bool:
    """Whether a text begins with a measure word, so that a number may stand before it."""
    first = next(iter(rjieba.cut(text[:4])), "")
    return first in _MEASURES


def is_wrapped(lines: list[Line]) -> bool:
    """Whether lines end at a column's edge: most of them are full and end in mid-sentence."""
    sample = [line.text for line in lines[:_SAMPLE] if not line.row and len(line.text) > 4]
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
    return 3 * full >= len(sample)


def join_wrapped(lines: list[Line]) -> list[Line]:
    """Paragraphs and headings of hard-wrapped lines."""
    widths = [width(line.text) for line in lines]
    typical = sorted(widths)[len(widths) * 3 // 4] if widths else 0.0
    ragged = _is_ragged(lines, widths, typical)
    joined: list[Line] = []
    for index, line in enumerate(lines):
        previous = lines[index - 1] if index else None
        goes_on = (
            previous and joined and _continues(lines, widths, index, joined[-1], typical, ragged)
        )
        if goes_on:
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
    lines: list[Line],
    widths: list[float],
    index: int,
    paragraph: Line,
    typical: float,
    ragged: bool,
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
    if previous.text[-1] in "，、":
        return True
    if len(previous.text) == 1 or (len(line.text) == 1 and len(paragraph.text) <= _SPREAD):
        return not (previous.text + line.text).isascii()
    if _ENDS.search(previous.text):
        return bool(_OPEN.search(paragraph.text[-60:])) and previous.text[-1] not in "。！？"
    if len(paragraph.parts) <= 2 and dateline_at_start(paragraph.text):
        return True
    if not line.gap and _goes_on(paragraph, line, ragged=ragged):
        return True
    if _is_full(lines, widths, index - 1, typical):
        return True
    if _OPEN.search(paragraph.text[-60:]):
        return True
    if _SMALL.fullmatch(line.text) or _SMALL.fullmatch(previous.text):
        return True
    return bool(_GLUED_TAIL.search(previous.text)) and len(paragraph.text) > typical


def _goes_on(paragraph: Line, line: Line, *, ragged: bool) -> bool:
    """Whether a break parts a number from its unit, or prose that is plainly unfinished."""
    text, following = paragraph.text, line.text
    if (text[-1].isdigit() and _UNIT.match(following)) or following[0] in "，。、；：）”":
        return True
    if not _SENTENCE_INSIDE.search(text):
        return False
    unfinished = len(paragraph.parts) >= 2 or line.glued or ragged
    return unfinished or (following[0].isdigit() and text[-1] not in "%‰")


def _is_ragged(lines: list[Line], widths: list[float], typical: float) -> bool:
    """Whether lines of prose end anywhere, as where every span of a PDF has a line of its own."""
    prose = [
        own
        for line, own in zip(lines, widths, strict=True)
        if not line.row and not _ENDS.search(line.text) and _SENTENCE_INSIDE.search(line.text)
    ]
    full = sum(own >= typical - 2 * _SLACK for own in prose)
    return len(prose) >= 12 and 10 * full < 8 * len(prose)


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
    if max(reach, own) < _NARROW * typical:
        reach = typical  # spans of a table or a headline, not a column
    inside = index + 1 < len(lines) and not lines[index + 1].gap
    return own >= reach - _SLACK or (inside and own >= _ALMOST * reach)
