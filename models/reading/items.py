"""One document, several items: where one news item ends and the next begins.

Three arrangements occur. A source line with every item (a page tag, “作者…时间…”) follows its
headline. Sections of a Markdown file are items when they are told as news. On a newspaper page,
start marks (■本报记者…, 本报某市讯) begin the items; headlines stand before or after the bodies.
"""

import re
from dataclasses import dataclass, field

from models.reading.credits import MARKS, credits_of, hints_at_credits
from models.reading.datelines import dateline_at_start
from models.reading.furniture import ends_article, is_furniture
from models.reading.imprints import Imprint, imprint_of, is_page_tag
from models.reading.lines import Line, Page
from models.reading.plain import ends_sentence

_SALUTATION = re.compile(
    r"(?:尊敬的|亲爱的)?(?:各位)?.{0,8}(?:代表|委员|同志们?|朋友们?|女士们|先生们|来宾|读者)[，、：:]"
)
_STOPPED = re.compile(r".{6}。”?$")  # no headline ends like this
_PHOTO = re.compile(r"(?:摄|摄影|供图|图)[（(]?[^（）()]{0,8}[）)]?$")
_LONGEST_HEAD = 14  # lines that a headline with its credits may take
_CONTENTS = 8  # numbered lines from which a list is a table of contents
_SHORT = 45  # characters that a headline line may have
_TOLD = re.compile(r"查看原文|^(?:https?:)?//")
_NUMBERED = re.compile(r"\d{1,3} ?[.．、] ?\S")


@dataclass(slots=True)
class Item:
    """The lines of one item: what stands above or below its body, and the body."""

    head: list[Line]
    body: list[Line]
    imprint: Imprint | None = None
    headline_last: bool = False
    extra: list[str] = field(default_factory=list)  # labels of the page that may hold for it


def cut(page: Page) -> list[Item]:
    """The items of a document in reading order."""
    if _is_contents(page.lines):
        return []
    marks = [(i, found) for i, line in enumerate(page.lines) if (found := _mark(line.text))]
    if len(marks) >= 2 or (marks and is_page_tag(page.lines[marks[0][0]].text)):
        return _cut_at_imprints(page.lines, marks)
    sections = _news_sections(page.lines) if any(line.level for line in page.lines) else []
    if sections:
        return _cut_at_sections(page.lines, sections)
    if page.wrapped:
        items = _cut_newspaper(page.lines)
        if items:
            return items
    return [_single(page.lines)]


def _is_contents(lines: list[Line]) -> bool:
    """A numbered list of headlines is a table of contents."""
    if len(lines) < _CONTENTS or not any(line.text[0].isdigit() for line in lines[:_CONTENTS]):
        return False
    numbered = sum(bool(_NUMBERED.match(line.text)) for line in lines)
    told = sum(ends_sentence(line.text) and len(line.text) > 30 for line in lines)
    return (
        numbered >= _CONTENTS
        and 2 * numbered >= len([x for x in lines if len(x.text) > 4])
        and not told
    )


def _mark(text: str) -> Imprint | None:
    found = imprint_of(text)
    return found if found and found.is_mark else None


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
    return any(_TOLD.search(line.text) for line in section) or bool(
        section and dateline_at_start(section[0].text)
    )


def _cut_at_sections(lines: list[Line], at: list[int]) -> list[Item]:
    level = lines[at[0]].level
    items = []
    for start, stop in zip(at, [*at[1:], len(lines)], strict=True):
        higher = next((i for i in range(start + 1, stop) if 0 < lines[i].level < level), stop)
        items.append(Item([lines[start]], lines[start + 1 : higher]))
    return items


def _single(lines: list[Line]) -> Item:
    """The whole document as one item."""
    at = next((i for i, line in enumerate(lines) if _begins_body(line)), len(lines))
    return Item(lines[:at], lines[at:])


def _begins_body(line: Line) -> bool:
    text = line.text
    if line.level or is_furniture(text) or imprint_of(text):
        return False
    if dateline_at_start(text):
        return True
    if hints_at_credits(text) and credits_of(text) is not None:
        return False
    if len(text) > 60 or _STOPPED.search(text) or _SALUTATION.fullmatch(text):
        return True
    return ends_sentence(text) and len(text) > 14 and text[-1] not in "：:？?！!"


# ---- newspaper pages ---------------------------------------------------------------------------


@dataclass(slots=True)
class _Group:
    """Lines that belong together in print: S start mark, H headline, B body, C photo credit."""

    kind: str
    lines: list[Line]

    @property
    def text(self) -> str:
        return "".join(line.text for line in self.lines)


def _cut_newspaper(lines: list[Line]) -> list[Item]:
    groups = _groups(lines)
    starts = [i for i, group in enumerate(groups) if group.kind == "S"]
    if len(starts) < 2:
        return []
    labels = _page_labels(groups, starts[0])
    groups = groups[len(labels) :]
    items = _after(groups) if _headlines_follow(groups) else _before(groups)
    for item in items:
        item.extra = [label for group in labels for label in (group.text,)]
    return items


def _page_labels(groups: list[_Group], first_start: int) -> list[_Group]:
    """Labels over several articles that stand at the top of the page."""
    from models.reading.headlines import is_series_label

    top = groups[:first_start]
    return (
        [g for g in top if g.kind == "H" and is_series_label(g.text)]
        if all(g.kind == "H" and is_series_label(g.text) for g in top)
        else []
    )


def _groups(lines: list[Line]) -> list[_Group]:
    """Typed groups of a page's lines."""
    groups: list[_Group] = []
    for stretch in _stretches(lines):
        for kind, part in _typed(stretch):
            if groups and kind == "B" and groups[-1].kind == "B":
                groups[-1].lines += part
            else:
                groups.append(_Group(kind, part))
    return groups


def _stretches(lines: list[Line]) -> list[list[Line]]:
    stretches: list[list[Line]] = []
    for line in lines:
        if not stretches or line.gap or line.turned:
            stretches.append([])
        stretches[-1].append(line)
    return stretches


def _typed(stretch: list[Line]) -> list[tuple[str, list[Line]]]:
    """A stretch between blank lines: credits lead it, or it is a headline, or body."""
    text = "".join(line.text for line in stretch)
    if len(text) <= 100 and hints_at_credits(text):
        spaced = " ".join(line.text for line in stretch)
        if credits_of(spaced) is not None:
            return [("C" if _PHOTO.search(text) else "S", stretch)]
        if credits_of(stretch[0].text) is not None and len(stretch) > 1:
            return [("S", stretch[:1]), *_typed(stretch[1:])]
    if dateline_at_start(stretch[0].text) or dateline_at_start(
        "".join(x.text for x in stretch[:2])
    ):
        return [("S", []), ("B", stretch)]
    headline = (
        len(stretch) <= 4 and len(text) <= 90 and not ends_sentence(text) and "，" not in text[-12:]
    )
    if headline and not _is_torn(stretch):
        return [("H", stretch)]
    return [("B", stretch)]


def _is_torn(stretch: list[Line]) -> bool:
    """A piece of a paragraph that a column break left alone."""
    text = "".join(line.text for line in stretch)
    return any(mark in text for mark in "。；") or text[-1:] in "、，"


def _headlines_follow(groups: list[_Group]) -> bool:
    """Whether headlines stand after their bodies: they share more words with what precedes them."""
    follow = precede = 0
    for index, group in enumerate(groups):
        if group.kind != "H":
            continue
        near = groups[index + 1].kind if index + 1 < len(groups) else "S"
        if near not in "SH":
            continue
        grams = {group.text[k : k + 2] for k in range(len(group.text) - 1)}
        follow += _shared(grams, _body_beside(groups, index, -1))
        precede += _shared(grams, _body_beside(groups, index, 1))
    return follow > precede


def _body_beside(groups: list[_Group], index: int, step: int) -> str:
    index += step
    while 0 <= index < len(groups) and groups[index].kind != "B":
        index += step
    return groups[index].text if 0 <= index < len(groups) else ""


def _shared(grams: set[str], text: str) -> int:
    return sum(gram in text for gram in grams)


def _after(groups: list[_Group]) -> list[Item]:
    """Items whose headlines follow their bodies."""
    items: list[Item] = []
    current: list[_Group] = []
    for index, group in enumerate(groups):
        if group.kind == "S" and any(g.kind == "B" for g in current):
            items += _closed_after(current)
            current = []
        current.append(group)
        if group.kind == "C":
            items += _closed_after(current)
            current = []
        del index
    return items + _closed_after(current)


def _closed_after(groups: list[_Group]) -> list[Item]:
    """One item, or two when a caption with a photo credit follows the headline of a story."""
    if not any(g.kind == "B" for g in groups):
        return []
    last_body = max(i for i, g in enumerate(groups) if g.kind == "B")
    if groups[-1].kind == "C":
        above = [i for i in range(last_body) if groups[i].kind == "H"]
        if above and any(g.kind == "B" for g in groups[: above[-1]]):
            story, caption = groups[: above[-1] + 1], groups[above[-1] + 1 :]
            return [*_closed_after(story), _item(caption, headline=[])]
        return [_item(groups, headline=[])]
    return [_item(groups[: last_body + 1], headline=groups[last_body + 1 :])]


def _before(groups: list[_Group]) -> list[Item]:
    """Items whose headlines precede their bodies."""
    items: list[Item] = []
    head: list[_Group] = []
    rest: list[_Group] = []
    for index, group in enumerate(groups):
        starts = group.kind == "S" and any(g.kind == "B" for g in rest)
        if starts:
            cut_at = len(rest)
            while cut_at and rest[cut_at - 1].kind == "H":
                cut_at -= 1
            items.append(_item(rest[:cut_at], headline=head))
            head, rest = rest[cut_at:], []
        if group.kind == "H" and not rest and not items and index == len(head):
            head.append(group)
        else:
            rest.append(group)
    if any(g.kind == "B" for g in rest):
        items.append(_item(rest, headline=head))
    return items


def _item(groups: list[_Group], headline: list[_Group]) -> Item:
    """An item with its start marks as part of the head and inner headlines as headings."""
    head = [line for group in headline for line in group.lines]
    body: list[Line] = []
    for group in groups:
        if group.kind in "SC":
            if group.lines:
                credit = " ".join(line.text for line in group.lines)
                body.append(Line(credit, gap=True, whole=True))
        else:
            body += group.lines
    return Item(head, body, headline_last=True)


def is_over(text: str) -> bool:
    """Whether a body ends before this line."""
    return ends_article(text)


_ = MARKS
