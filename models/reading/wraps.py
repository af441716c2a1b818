"""Lines that print wrapped or broke → paragraphs.

Print wraps at the column's edge, and PDF text also at page and column breaks and around spans. A
line break, and a blank line too, ends a paragraph only where the sentence ended.
"""

import re
from dataclasses import dataclass, replace

import rjieba

from models.reading.characters import width
from models.reading.credits import MARKS, split_photo_credit
from models.reading.datelines import dateline_at_start, is_only_dateline
from models.reading.furniture import is_furniture
from models.reading.lines import Line

_ENDS = "。！？!?；;：:…．"
_CLOSED = re.compile(rf"[{_ENDS}][”’』」》）)\]]+$")
_OPEN = re.compile(r"[（(《“「『【][^）)》”」』】]{0,40}$")
_BEGINS = re.compile(rf"[{MARKS}]|——|[—-]{{2}}|《[^》]{{2,12}}》（\d{{4}}年|\d{{0,2}} *注[：:]")
_UNIT = re.compile(r"[\d.年月日万亿个家名人项条元户台件次%％‰]")
_OPENING = re.compile(
    r"(?:近日|日前|连日来|[昨今][日天]|记者|据|\d{1,2}月\d{1,2}日|截至)[^。！？：]{0,24}，.{6}"
)
_SMALL = re.compile(r"\d{1,2}")
_GLUED_TAIL = re.compile(r"[A-Za-z\d，、,（(“《·—]$")
_INSIDE = re.compile(r"[，。；：][^，。；：]")
_CLOSES = "”’』」）"  # nothing begins with these
_LABELLED = "[【〔"  # [导读]: a paragraph of its own
_INNER = "，。、；："  # nor with these
_HANGING = "的把将在和与及或对从向由以于被为是"  # no heading ends with these
_STOPS = "。！？!?；;：:"
_LISTED = re.compile(r"\d{1,2}[.．、]\D")
_TAIL = 60  # characters at the end of a paragraph that show whether it is finished
_PROSE = 12  # lines of prose that show how a page's lines end
_SLACK = 2.0  # ems by which a full line may fall short of the column's width
_NEAR = 3  # lines on either side that show how wide a column is
_INDENT = 2.0  # ems that the first line of a paragraph is indented by, where print drops it
_NARROW = 0.6  # share of the usual width below which lines say nothing of the column
_ALMOST = 0.8  # share of the column's width from which a line in a group is full, too
_SPREAD = 6  # characters of a word that prints spread out, a character a line
_FIRST = 3  # first lines of paragraphs that show whether print indents them
_PIECES = 3  # lines of a paragraph from which it is no headline
_LONG = 50  # characters from which an unwrapped line without an end is no heading
_MIDDLING = 20  # characters from which it is none if a word runs on into the next line


@dataclass(slots=True)
class _Paragraph:
    """A paragraph in the making; its pieces are put together once, at the end."""

    first: Line
    pieces: list[str]
    length: int
    tail: str
    told: bool  # a clause ends inside it, so it is prose and no heading
    quotes: int  # quotations that are open at its end

    @property
    def last(self) -> str:
        return self.pieces[-1]

    def add(self, text: str) -> None:
        """Append a line; Latin words keep a space between them, parts of an acronym do not."""
        last = self.tail[-1:]
        if last.isascii() and last.isalpha() and text[0].isascii() and text[0].isalpha():
            text = text if last.isupper() and text[0].isupper() else f" {text}"
        self.pieces.append(text)
        self.length += len(text)
        self.quotes += text.count("“") - text.count("”")
        self.told = self.told or bool(_INSIDE.search(self.tail[-1:] + text))
        self.tail = (self.tail + text)[-_TAIL:]

    def line(self) -> Line:
        """The whole paragraph as a line."""
        if len(self.pieces) == 1:
            return self.first
        return replace(self.first, text="".join(self.pieces))


def _begun(line: Line) -> _Paragraph:
    text = line.text
    return _Paragraph(
        line,
        [text],
        len(text),
        text[-_TAIL:],
        told=bool(_INSIDE.search(text)),
        quotes=text.count("“") - text.count("”"),
    )


def join_wrapped(lines: list[Line]) -> list[Line]:
    """Paragraphs and headings of hard-wrapped lines."""
    print_ = _Print(lines)
    paragraphs: list[_Paragraph] = []
    for index, line in enumerate(lines):
        if index and print_.continues(index, paragraphs[-1]):
            paragraphs[-1].add(line.text)
        else:
            paragraphs.append(_begun(line))
    return [paragraph.line() for paragraph in paragraphs]


def join_broken(lines: list[Line]) -> list[Line]:
    """Paragraphs of unwrapped text that a page or column break cut in mid-sentence."""
    if all(line.text[-1] in _STOPS or len(line.text) < _MIDDLING for line in lines):
        return lines
    paragraphs: list[_Paragraph] = []
    for line in lines:
        if paragraphs and not line.level and _is_cut(paragraphs[-1], line):
            paragraphs[-1].add(line.text)
        else:
            paragraphs.append(_begun(line))
    return [paragraph.line() for paragraph in paragraphs]


def ends_sentence(text: str) -> bool:
    """Whether a text ends where a sentence or clause of its own ends."""
    last = text[-1:]
    if last in _ENDS:
        return last != ""
    return last in "”’』」》）)]" and bool(_CLOSED.search(text[-_TAIL:]))


def holds_clause(text: str) -> bool:
    """Whether a clause ends inside a text."""
    return bool(_INSIDE.search(text))


def opens_story(text: str) -> bool:
    """Whether a text begins, after its dateline, as stories do and no headline does."""
    dateline = dateline_at_start(text)
    return bool(_OPENING.match(text, dateline.end if dateline else 0))


def word_runs_on(last: str, following: str) -> bool:
    """Whether a word begins at the end of one line and ends at the start of the next."""
    edge = len(last[-4:])
    at = 0
    for word in rjieba.cut(last[-4:] + following[:4]):
        if at < edge < at + len(word):
            return True
        at += len(word)
    return False


def _leaves_half_a_word(last: str, following: str) -> bool:
    """Whether a line ends with a character that is no word alone and begins one with the next."""
    *_, end = rjieba.cut(last[-4:])
    return len(end) == 1 and word_runs_on(last, following)


def _is_cut(paragraph: _Paragraph, line: Line) -> bool:
    first, following = paragraph.first, line.text
    if paragraph.length < _MIDDLING or first.level or first.row or line.row:
        return False
    if paragraph.tail[-1] in "”’)）" or ends_sentence(paragraph.tail):
        return False
    if following[0] in _INNER:
        return True  # nothing begins so
    if not paragraph.told or _BEGINS.match(following) or is_furniture(following):
        return False
    if first.whole:  # markup set it off; a lone line break in mid-sentence is layout all the same
        return not line.whole and "。" in following and first.text[0] not in _LABELLED
    if split_photo_credit(paragraph.tail):
        return False
    if paragraph.length >= _LONG or paragraph.tail[-1] in "，、" or _is_prose(paragraph):
        return True
    return word_runs_on(paragraph.tail, following)


def _is_prose(paragraph: _Paragraph) -> bool:
    """Whether a paragraph in the making is surely no heading: it runs over lines, or tells news."""
    return len(paragraph.pieces) > 1 or opens_story(paragraph.first.text)


class _Print:
    """Hard-wrapped lines with the measures of their columns, in ems."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self._widths = [width(line.text) for line in lines]
        self._usual = sorted(self._widths)[len(lines) * 3 // 4] if lines else 0.0
        self._ragged = self._is_ragged()
        self._indents = self._shows_indents()

    def continues(self, index: int, paragraph: _Paragraph) -> bool:
        """Whether a line goes on with the paragraph that the lines before it formed."""
        previous, line = self._lines[index - 1], self._lines[index]
        if line.level or previous.level or line.whole or previous.whole:
            return False
        if line.text[0] in _CLOSES:
            return True
        if _BEGINS.match(line.text) or is_furniture(line.text):
            return False
        if paragraph.length <= _SPREAD and is_furniture("".join(paragraph.pieces)):
            return False
        if is_only_dateline(previous.text) or previous.text[-1] in "，、":
            return True
        if len(previous.text) == 1 or (len(line.text) == 1 and paragraph.length <= _SPREAD):
            return not (previous.text + line.text).isascii()
        if self._indents and line.indented:
            return False
        if ends_sentence(previous.text):
            return self._is_inside(index, paragraph) or self._had_no_room(index)
        return self._is_unfinished(index, paragraph)

    def _is_inside(self, index: int, paragraph: _Paragraph) -> bool:
        """Whether a sentence ends inside of brackets or of a quotation that goes on."""
        if self._lines[index - 1].text[-1] not in "。！？":
            return bool(_OPEN.search(paragraph.tail))
        quoted = paragraph.quotes > 0 and self._lines[index].text[0] != "“"
        return quoted and self._is_full(index - 1)

    def _had_no_room(self, index: int) -> bool:
        """Whether a sentence ends where its line was full, so that the next one had to wrap.

        A full stop there may end the paragraph, too, unless print would have indented the next.
        """
        last, line = self._lines[index - 1].text[-1], self._lines[index]
        if line.gap or self._ragged or not (self._indents or last in "；："):
            return False
        reach = self._reach(index - 1)
        room = _SLACK if self._indents else width(line.text[0])
        if self._widths[index - 1] + room <= reach:
            return False
        return self._widths[index] > reach - _SLACK or ends_sentence(line.text)

    def _is_unfinished(self, index: int, paragraph: _Paragraph) -> bool:
        """Whether a paragraph whose last line ends in mid-sentence goes on in the next line."""
        previous, line = self._lines[index - 1].text, self._lines[index]
        if len(paragraph.pieces) <= 2 and dateline_at_start("".join(paragraph.pieces)):
            return True
        if self._is_torn(index, paragraph) if line.gap else self._goes_on(paragraph, line):
            return True
        if self._is_full(index - 1) or _OPEN.search(paragraph.tail):
            return True
        if _SMALL.fullmatch(line.text) or _SMALL.fullmatch(previous):
            return True
        return bool(_GLUED_TAIL.search(previous)) and paragraph.length > self._usual

    def _goes_on(self, paragraph: _Paragraph, line: Line) -> bool:
        """Whether a break parts a number from its unit, or prose that is plainly unfinished."""
        last, following = paragraph.tail[-1], line.text
        if (last.isdigit() and _UNIT.match(following)) or following[0] in _INNER:
            return True
        if last in _HANGING or _leaves_half_a_word(paragraph.last, following):
            return True
        if not paragraph.told:
            return False
        if len(paragraph.pieces) >= 2 or line.glued or self._ragged:
            return True
        return following[0].isdigit() and last not in "%‰）)" and not _LISTED.match(following)

    def _is_torn(self, index: int, paragraph: _Paragraph) -> bool:
        """Whether a blank line parts prose that is no headline from the rest of its sentence."""
        following = self._lines[index].text
        if not paragraph.told or (len(paragraph.pieces) < _PIECES and "。" not in paragraph.tail):
            return False
        return "。" in following or ends_sentence(following) or self._is_full(index)

    def _is_full(self, index: int) -> bool:
        """Whether a line reaches the edge of its column, judged by the lines of its own group."""
        own, reach = self._widths[index], self._reach(index)
        if own >= min(reach, self._usual) - _SLACK and own >= _NARROW * reach:
            return True
        inside = index + 1 < len(self._lines) and not self._lines[index + 1].gap
        return inside and own > max(_ALMOST * reach, reach - _SLACK - _INDENT)

    def _reach(self, index: int) -> float:
        """How wide the lines of a line's own group are."""
        lines, widths = self._lines, self._widths
        first = last = index
        while first and index - first < _NEAR and not lines[first].gap:
            first -= 1
        while last + 1 < len(lines) and last - index < _NEAR and not lines[last + 1].gap:
            last += 1
        reach = max(widths[first:index] + widths[index + 1 : last + 1], default=self._usual)
        if max(reach, widths[index]) < _NARROW * self._usual:
            return self._usual  # spans of a table or a headline, not a column
        return reach

    def _shows_indents(self) -> bool:
        """Whether paragraphs are indented: what follows a short last line is, the rest is not."""
        first, inside = [], []
        for previous, own, line in zip(self._lines, self._widths, self._lines[1:], strict=False):
            if not ends_sentence(previous.text):
                inside.append(line.indented)
            elif own < self._usual - _SLACK and not line.gap:
                first.append(line.indented)
        return (
            len(first) >= _FIRST
            and sum(first) > 0.8 * len(first)
            and sum(inside) < 0.3 * len(inside)
        )

    def _is_ragged(self) -> bool:
        """Whether lines of prose end anywhere, as where every span of a PDF has its own line."""
        prose = [
            own
            for line, own in zip(self._lines, self._widths, strict=True)
            if not line.row and holds_clause(line.text) and not ends_sentence(line.text)
        ]
        full = sum(own >= self._usual - 2 * _SLACK for own in prose)
        return len(prose) >= _PROSE and 10 * full < 8 * len(prose)
