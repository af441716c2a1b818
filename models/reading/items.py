"""One document, several items: where one news item ends and the next begins.

Four arrangements occur. A source line with every item (a page tag, “作者…时间…”) follows its
headline. Sections of a Markdown file are items when they are told as news. On a newspaper page,
start marks (■本报记者…, 本报某市讯) begin the items; headlines stand before or after the bodies. In
a digest every headline stands above a dateline.
"""

import re

from models.reading.broadsheets import cut_broadsheet
from models.reading.credits import credits_of, hints_at_credits, split_photo_credit
from models.reading.datelines import dateline_at_start
from models.reading.digests import cut_digest
from models.reading.furniture import is_furniture
from models.reading.imprints import Imprint, imprint_of, is_page_tag
from models.reading.lines import Item, Line, Page
from models.reading.notes import with_notes
from models.reading.wraps import ends_sentence, opens_story

_SALUTATION = re.compile(
    r"(?:尊敬的|亲爱的)?(?:各位)?.{0,8}(?:代表|委员|同志们?|朋友们?|女士们|先生们|来宾|读者)[，、：:]"
)
_ASKED = re.compile(r"(?:问|Q|记者|主持人) ?[：:].*[？?]$")  # an interview without a lead
_STOPPED = re.compile(r".{6}。(?:”?$|[^”）)])")  # no headline holds a full stop
_LONGEST_HEAD = 14  # lines that a headline with its credits may take
_CONTENTS = 8  # numbered lines from which a list is a table of contents
_LONG = 30  # characters from which a line that ends a sentence tells something
_OPEN = "；;：:…"  # what ends in these goes on
_LONGEST_AROUND = 240  # characters that nothing around a body exceeds
_NEAR_TOP = 3  # lines within which a source line shows where the headline ends
_SHORT = 45  # characters that a headline line may have
_TOLD = re.compile(r"查看原文|^(?:https?:)?//")
_NUMBERED = re.compile(r"\d{1,3} ?[.．、] ?\S")
_DAY = r"[\[（(]?\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[\])）]?"
_DATED_LINK = re.compile(rf".{{3,90}}{_DAY}|{_DAY}.{{4,90}}")
_TEASER = re.compile(r".*(?:\.{3,}|…)")
_DASH = "——"  # before a subtitle
_LINKS = 3  # dated headlines or teasers that are a list


def cut(page: Page) -> list[Item]:
    """The items of a document in reading order."""
    if _is_contents(page.lines):
        return []
    if page.fronted and _count_text(page.lines) == 1:
        return [Item([], page.lines)]  # one line is all that is told, however short
    items = _cut_collection(page) or [_single(page.lines)]
    return [part for item in items for part in with_notes(item)]


def _cut_collection(page: Page) -> list[Item]:
    """The items of a document that holds several in one of the known arrangements."""
    marks = [
        (at, found)
        for at, line in enumerate(page.lines)
        if "。" not in line.text and (found := imprint_of(line.text)) and found.is_mark
    ]
    tagged = bool(marks) and not page.title and is_page_tag(page.lines[marks[0][0]].text)
    if len(marks) >= 2 or tagged:
        return _cut_at_imprints(page.lines, marks)
    sections = _news_sections(page.lines) if any(line.level for line in page.lines) else []
    if sections:
        return _cut_at_sections(page.lines, sections)
    return cut_broadsheet(page) if page.wrapped else cut_digest(page)


def _is_contents(lines: list[Line]) -> bool:
    """A list of headlines, numbered, dated or with the first words of each story, is no article."""
    long = [line.text for line in lines if len(line.text) > _LONG]
    if any(ends_sentence(text) and text[-1] not in _OPEN for text in long):
        return False
    teasers = sum(bool(_TEASER.fullmatch(text)) for text in long)
    if teasers >= _LINKS and 2 * teasers >= len(long):
        return True
    texts = [line.text for line in lines if len(line.text) > 4]
    numbered = sum(bool(_NUMBERED.match(text)) for text in texts)
    dated = sum(bool(_DATED_LINK.fullmatch(text)) and imprint_of(text) is None for text in texts)
    return (numbered >= _CONTENTS and 2 * numbered >= len(texts)) or (
        dated >= _LINKS and 2 * dated >= len(texts)
    )


def _cut_at_imprints(lines: list[Line], marks: list[tuple[int, Imprint]]) -> list[Item]:
    """Items whose source lines follow their headlines."""
    starts = [
        _head_start(lines, at, marks[k - 1][0] + 1 if k else 0) for k, (at, _) in enumerate(marks)
    ]
    items = []
    for k, (at, imprint) in enumerate(marks):
        stop = starts[k + 1] if k + 1 < len(marks) else len(lines)
        items.append(Item(lines[starts[k] : at], lines[at + 1 : stop], imprint))
    return items


def _head_start(lines: list[Line], imprint: int, floor: int) -> int:
    """The first line of the headline above a source line: at a page's top, else after a gap."""
    for index in range(imprint - 1, max(floor, imprint - _LONGEST_HEAD) - 1, -1):
        if lines[index].turned:
            return index
    start = imprint
    for index in range(imprint - 1, max(floor, imprint - _LONGEST_HEAD) - 1, -1):
        if ends_sentence(lines[index].text) and len(lines[index].text) > _SHORT:
            break
        start = index
        if lines[index].gap:
            break
    return start


def _news_sections(lines: list[Line]) -> list[int]:
    """Headings of one level, several of which a dateline or a link to the source follows."""
    for level in range(1, 5):
        at = [i for i, line in enumerate(lines) if line.level == level]
        if len(at) < 2:
            continue
        stops = [*at[1:], len(lines)]
        told = sum(_is_told(lines[a + 1 : b]) for a, b in zip(at, stops, strict=True))
        if told >= 2 and 2 * told >= len(at):
            return at
    return []


def _is_told(section: list[Line]) -> bool:
    """Whether a section says who tells it: a link to its source, a dateline, a byline."""
    if any(_TOLD.search(line.text) for line in section):
        return True
    for line in section[:_NEAR_TOP]:
        text = line.text
        if dateline_at_start(text) or imprint_of(text) or credits_of(text):
            return True
        if not line.level and not text.startswith(_DASH):
            break
    return False


def _cut_at_sections(lines: list[Line], at: list[int]) -> list[Item]:
    level = lines[at[0]].level
    items = [Item([], [line], on_page=True) for line in lines[: at[0]] if _is_photo(line.text)]
    for start, stop in zip(at, [*at[1:], len(lines)], strict=True):
        higher = next((i for i in range(start + 1, stop) if 0 < lines[i].level < level), stop)
        below = start + 1
        while below < higher and lines[below].text.startswith(_DASH):
            below += 1
        items.append(Item(lines[start:below], lines[below:higher]))
    return items


def _is_photo(text: str) -> bool:
    """Whether a line is a caption with its credit, which stands for itself above the sections."""
    return split_photo_credit(text) is not None


def _single(lines: list[Line]) -> Item:
    """The whole document as one item."""
    at = next((i for i, line in enumerate(lines) if _begins_body(line)), len(lines))
    if (headed := _headed(lines)) > at:
        return Item(lines[:headed], lines[headed:])
    top = at
    while top and top < len(lines) and not lines[top].gap:
        top -= 1
    if at > _LONGEST_HEAD and _count_text(lines[:at]) > _LONGEST_HEAD:
        at = top = 1  # a list and no headline
    # What stands directly on the body, below a blank line, is its first heading and no headline.
    at = top or at
    return Item(lines[:at], lines[at:])


def _count_text(lines: list[Line]) -> int:
    """How many lines are no furniture."""
    return sum(not is_furniture(line.text) for line in lines)


def _headed(lines: list[Line]) -> int:
    """Lines down to a source line near the top: what stands above it is headline, however long."""
    for index, line in enumerate(lines[:_NEAR_TOP]):
        if len(line.text) > _LONGEST_AROUND or line.text[-1] == "。" or _STOPPED.search(line.text):
            return 0
        if index and imprint_of(line.text):
            return index + 1
    return 0


def _begins_body(line: Line) -> bool:
    text = line.text
    if line.row:
        return True
    if len(text) > _LONGEST_AROUND and not line.level:
        return not split_photo_credit(text)
    if line.level or is_furniture(text) or imprint_of(text):
        return False
    if text[-1] in "？?" and _ASKED.match(text):
        return True
    if dateline_at_start(text):
        return True
    if split_photo_credit(text):
        return False  # the caption of a picture above the headline
    if hints_at_credits(text) and credits_of(text) is not None:
        return False
    if len(text) > 60 or _STOPPED.search(text) or _SALUTATION.fullmatch(text):
        return True
    if opens_story(text):
        return True
    return ends_sentence(text) and len(text) > 14 and text[-1] not in "：:？?！!"
