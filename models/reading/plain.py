"""Plain text → lines: page breaks, rows of tables, footnote digits, and whether it is wrapped."""

import re

import rjieba

from models.reading.characters import PAGE_BREAK, width
from models.reading.lines import Line, Page
from models.reading.wraps import ends_sentence

_PAGE_NUMBER = re.compile(r"第 ?\d{1,4} ?页|[-—–] ?\d{1,4} ?[-—–]")
_TABLE_TITLE = re.compile(r"[表图] ?\d{1,3} ")
_PAGE_NUMBER_LENGTH = 12
_SMALL_DIGITS = re.compile(r"\d{1,2}(?: +\d{1,2})*")
_NUMBER = re.compile(r"[-+]?\d[\d,.]*[%‰]?|—|-|\d{4}年")
_SENTENCE_MARK = re.compile(r"[，。；：！？、…]|\d年(?!\s|$)")
_MEASURES = frozenset("个家名人位项条万亿元户所台辆件次年月日%％") | {
    "万人",
    "万元",
    "亿元",
    "人次",
}
# Fields of an export, each with its label in lenticular brackets: 【标题】…, 【来源】….
_BOXED_LABEL = re.compile(r"^【(?P<label>标题|题目|来源|时间|日期|作者|正文)】[：:]?\s*")
_LEAKED_TAG = re.compile(r"</?(?:br|p|div)\b[^>\n]{0,80}>", re.I)  # left over from a web page
_INDENT = 2  # spaces by which a first line stands in at least
_FEWEST = 8  # lines from which it shows whether a file is hard-wrapped
_SAMPLE = 400  # lines that decide whether a file is hard-wrapped
_SLACK = 2.0  # ems by which a full line may fall short of the column's width


def read_plain(text: str) -> Page:
    """A plain-text file as lines; wrapped ones are left for `join_wrapped`."""
    lines: list[Line] = []
    indents: list[int] = []
    gap, turned = False, True
    if "<" in text:
        text = _LEAKED_TAG.sub("\n", text)
    for raw in text.split("\n"):
        if PAGE_BREAK in raw:
            turned = True
            raw = raw.replace(PAGE_BREAK, "")
        shown = raw.strip()
        if shown[:1] == "【":
            shown = _BOXED_LABEL.sub(r"\g<label>：", shown)
        if not shown:
            gap = not turned or not lines  # what a page break parts may belong together
        elif len(shown) <= _PAGE_NUMBER_LENGTH and _PAGE_NUMBER.fullmatch(shown):
            gap, turned = False, True
        else:
            row = " " in shown and is_row(shown)
            whole = row or (shown[0] in "表图" and bool(_TABLE_TITLE.match(shown)))
            lines.append(Line(shown, gap=gap, turned=turned, row=row, whole=whole))
            indents.append(len(raw) - len(raw.lstrip()))
            gap = turned = False
    wrapped = is_wrapped(lines)
    if wrapped and any(indents):
        _mark_indented(lines, indents)
    return Page(_without_small_digits(lines) if wrapped else lines, wrapped=wrapped)


def _mark_indented(lines: list[Line], indents: list[int]) -> None:
    """Mark the lines that stand in from a neighbour: the first lines of paragraphs, and titles."""
    padded = [indents[0], *indents, indents[-1]]
    for before, (line, own), after in zip(
        padded, zip(lines, indents, strict=True), padded[2:], strict=False
    ):
        line.indented = own >= min(before, after) + _INDENT


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
    if len(sample) < _FEWEST or max(map(len, sample)) > 120:
        return False
    open_ended = [text for text in sample if not ends_sentence(text)]
    if 2 * len(open_ended) < len(sample):
        return False
    widths = sorted(width(text) for text in sample)
    typical = widths[len(widths) * 3 // 4]
    if not 14 <= typical <= 50:
        return False
    full = sum(abs(one - typical) <= _SLACK for one in widths)
    return 3 * full >= len(sample)
