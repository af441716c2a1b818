"""A newspaper page in hard-wrapped print: several items, begun by start marks.

■本报记者… and 本报某市讯（…） begin an item. Its headline stands above the mark on some pages and
below the body on others; the words that headlines share with their neighbours tell which.
"""

import re
from dataclasses import dataclass

from models.reading.credits import credits_of, hints_at_credits
from models.reading.datelines import dateline_at_start
from models.reading.headlines import is_series_label
from models.reading.imprints import imprint_of
from models.reading.lines import Item, Line, Page
from models.reading.wraps import ends_sentence

_PHOTO = re.compile(r"(?:摄|摄影|供图|图)[（(]?[^（）()]{0,8}[）)]?$")
_HEADLINE_LINES = 4
_HEADLINE = 90  # characters that no headline with its subtitle exceeds
_CREDITS = 100  # characters that no group of credits exceeds


@dataclass(slots=True)
class _Group:
    """Lines that belong together in print: S start mark, H headline, B body, C photo credit."""

    kind: str
    lines: list[Line]

    @property
    def text(self) -> str:
        return "".join(line.text for line in self.lines)


def cut_broadsheet(page: Page) -> list[Item]:
    """The items of a newspaper page; nothing when fewer than two start marks stand on it."""
    groups = _groups(page.lines)
    if sum(group.kind == "S" for group in groups) < 2:
        return []
    groups, labels = _without_page_head(groups, page)
    items = _after(groups) if _headlines_follow(groups) else _before(groups)
    for item in items:
        item.labels = labels
    return items


def _without_page_head(groups: list[_Group], page: Page) -> tuple[list[_Group], list[str]]:
    """The groups below the masthead and the labels over several articles, and these labels."""
    labels: list[str] = []
    for index, group in enumerate(groups):
        if masthead := imprint_of(" ".join(line.text for line in group.lines)):
            page.published_on = page.published_on or masthead.published_on
            page.outlet = page.outlet or masthead.outlet
        elif group.kind == "H" and is_series_label(group.text):
            labels.append(group.text)
        else:
            return groups[index:], labels
    return [], labels


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
    if len(text) <= _CREDITS and hints_at_credits(text):
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
        len(stretch) <= _HEADLINE_LINES and len(text) <= _HEADLINE and not ends_sentence(text)
    )
    if headline and not _is_torn(stretch):
        return [("H", stretch)]
    return [("B", stretch)]


def _is_torn(stretch: list[Line]) -> bool:
    """A piece of a paragraph that a column break left alone."""
    text = "".join(line.text for line in stretch)
    return any(mark in text for mark in "。；") or "，" in text[-12:] or text[-1:] == "、"


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
    for group in groups:
        if group.kind == "S" and any(g.kind == "B" for g in current):
            items += _closed_after(current)
            current = []
        current.append(group)
        if group.kind == "C":
            items += _closed_after(current)
            current = []
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
    return Item(head, body, on_page=True)
