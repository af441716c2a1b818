"""Where the headline of a web page is: by the title element, by the source line, by its level."""

import re

from models.language.lexicon import load
from models.reading.dates import day_of
from models.reading.furniture import is_furniture
from models.reading.headlines import is_numbered_label
from models.reading.imprints import imprint_of
from models.reading.lines import Line, Page
from models.reading.outlets import outlet_in

_BELOW_TITLE = re.compile(r"[—–─-]{2}|[（(]")  # a subtitle: the headline stands above it
_HEADLINE = 80  # characters that no headline exceeds
_SITE_NAME = 14  # characters that no name of a site exceeds
_STATED_DAY = re.compile(
    r"(?:发文日期|生成日期|成文日期|发布日期|发布时间|发稿时间|日期|时间) ?[：:] ?"
    r"\d{4}[年/.-]\d{1,2}[月/.-]\d{1,2}"
)
_PAGE = re.compile(r"第 ?[A-Z]?\d{1,3} ?版")
_BARS = "|｜丨/"  # between the fields of a source line
_NEAR = 4  # lines between a headline and the source line that follows it


def find_headline(page: Page, lines: list[Line], parts: list[str]) -> None:
    """Drop what stands before the headline; without one, what stands before the body."""
    page.labels = parts
    at = _headline_at(lines, parts)
    if at is None:
        page.lines = lines
        _find_site(page, parts)
        return
    above, below = lines[:at], lines[at + 1 :]
    stated = _STATED_DAY.search(" ".join(line.text for line in above))
    page.published_on = day_of(stated.group()) if stated else None
    page.title = lines[at].text
    _find_site(page, parts)
    if _prose(above) > _prose(below):
        page.lines = [lines[at], *above, *below]  # the headline is printed beside the text
    else:
        page.lines = [*_kicker(lines, at), lines[at], *_source_lines(above), *below]


def _prose(lines: list[Line]) -> int:
    return sum(len(line.text) for line in lines if "。" in line.text)


def _kicker(lines: list[Line], at: int) -> list[Line]:
    """The heading of a lower level or the series label directly above the headline."""
    before = lines[at - 1] if at else None
    if before is None:
        return []
    if not before.level > lines[at].level > 0 and not is_numbered_label(before.text):
        return []
    return [] if len(before.text) > _HEADLINE or is_furniture(before.text) else [before]


def _source_lines(above: list[Line]) -> list[Line]:
    """The source line that stands above the headline instead of below."""
    near = [(line, imprint_of(line.text)) for line in above[-_NEAR:]]
    printed = any(_PAGE.match(line.text) for line, _ in near)
    return [
        line
        for line, found in near  # a day with its weekday is today's, but on a newspaper page
        if found and not found.is_mark and (found.outlet or found.published_on)
        if printed or "星期" not in line.text
    ]


def _find_site(page: Page, parts: list[str]) -> None:
    """The site's name: a part of the title element that is not the headline."""
    if page.outlet:
        return
    suffixes = tuple(load("web")["site_suffixes"])
    for part in reversed(parts):
        if len(part) <= _SITE_NAME and part.endswith(suffixes) and part != page.title:
            page.outlet = outlet_in(part) or part
            return


def _headline_at(lines: list[Line], parts: list[str]) -> int | None:
    wanted = {_squeeze(part) for part in parts if len(part) >= 4}
    for index, line in enumerate(lines):
        if _squeeze(line.text) in wanted and (line.level or len(line.text) >= 6):
            return index
    for index, line in enumerate(lines):
        found = imprint_of(line.text)
        if found and found.published_on:
            if (above := _before_imprint(lines, index)) is not None:
                return above
            break
    for index, line in enumerate(lines):
        if len(line.text) > _HEADLINE:
            return None
        if line.level and len(line.text) >= 6 and not is_furniture(line.text):
            return index
    return None


def _before_imprint(lines: list[Line], imprint: int) -> int | None:
    """The first line of the headline that stands directly above a source line."""
    first = None
    for index in range(imprint - 1, max(-1, imprint - 1 - _NEAR), -1):
        line = lines[index]
        if first is None and (line.text in _BARS or imprint_of(line.text)):
            continue
        if is_furniture(line.text) or len(line.text) < 4 or len(line.text) > 80:
            break
        if first is not None and not line.level:
            break
        first = index
        if not line.level and not _BELOW_TITLE.match(line.text):
            break
    return first


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)
