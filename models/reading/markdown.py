"""Markdown → lines, with front matter (Jekyll, Hexo) read leniently and embedded HTML as HTML.

Front matter is read line by line and not as YAML: posts in the wild hold unquoted colons, empty
dates and stray indents, and all that is needed are scalars and lists of labels.
"""

import re

from models.language.lexicon import load
from models.reading.characters import clean, unescaped
from models.reading.credits import bare_names
from models.reading.dates import compact_day_of, day_of
from models.reading.html import read_fragment
from models.reading.imprints import imprint_of
from models.reading.lines import Line, Page
from models.reading.outlets import outlet_in

_FRONT = re.compile(
    r"\s*(?P<fence>---|\+\+\+)[ \t]*\n(?P<matter>.*?)\n(?P=fence)[ \t]*(?:\n|\Z)", re.DOTALL
)
_PAIR = re.compile(r"^(?P<key>[A-Za-z][\w-]{0,30})(?::| *=)[ \t]*(?P<value>.*)$")
_ITEM = re.compile(r"^[ \t]*-[ \t]+(?P<value>.+)$")
_HEADING = re.compile(r"^ {0,3}(?P<marks>#{1,6})[ \t]*(?P<text>.*?)[ \t]*#*$")
_TAG = re.compile(
    r"</?(?:p|div|br|span|strong|b|h[1-6]|table|font|center|section|article|ul|li|img|a)\b[^>]*>",
    re.I,
)
_AUTOLINK = re.compile(r"<(?P<url>(?:https?:)?//[^>\s]+)>")
_LINK = re.compile(r"!?\[(?P<text>[^\]\n]*)\]\((?P<url>[^()\s]*(?:\([^()\s]*\)[^()\s]*)?)[^)\n]*\)")
_BOLD = re.compile(r"(\*\*|__)(?P<text>.+?)\1")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?P<text>[^*\n]+)\*(?![\w*])")
_BULLET = re.compile(r"^(?:>+ ?|(?P<item>[-*+])[ \t]+(?=\S))+")
_ONLY_LINKS = re.compile(r"^[\s|｜·]*(?:!?\[[^\]\n]*\]\([^)\n]*\)[\s|｜·]*)+$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FOOTNOTE = re.compile(r"\[\^[^\]]{1,12}\](?::.*$)?")
_TABLE_RULE = re.compile(r"^[\s|:-]+$")
_SITE_NAME = 10  # characters that no name of a site exceeds
_SOURCE_LABEL = re.compile(r"查看原文|阅读原文|原文|来源")


def read_markdown(text: str) -> Page:
    """A Markdown file as lines with heading levels."""
    page = Page([])
    match = _FRONT.match(text)
    if match:
        _read_front_matter(match["matter"], page)
        page.fronted = True
        text = text[match.end() :]
    if "<!--" in text:
        text = _COMMENT.sub("", text)
    gap = False
    for raw in _merged_markup(text):
        if not raw.strip():
            gap = True
            continue
        for line in _lines_of(raw, page):
            line.gap = line.gap or gap
            page.lines.append(line)
        gap = False
    return page


def _read_front_matter(matter: str, page: Page) -> None:
    key = ""
    for raw in matter.split("\n"):
        if pair := _PAIR.match(raw):
            key, value = pair["key"].lower(), _unquoted(pair["value"])
        elif item := _ITEM.match(raw):
            value = _unquoted(item["value"])
        else:
            continue
        if value:
            _take_field(key, value, page)


def _take_field(key: str, value: str, page: Page) -> None:
    if key == "title":
        page.title = clean(value)
    elif key in ("date", "published", "pubdate"):
        page.published_on = page.published_on or day_of(value)
    elif key in ("author", "source", "media"):
        site = outlet_in(value) or _site_name(value)
        page.outlet = page.outlet or site
        if key == "author" and not site:
            page.authors += [name.name for name in bare_names(value) or ()]
    elif key in ("url", "link", "source_url", "original"):
        page.url = page.url or value
    elif key in ("categories", "category", "tags", "tag"):
        page.labels.append(value)


def _site_name(value: str) -> str | None:
    """A value that names a site by its last word (某海财经)."""
    suffixes = tuple(load("web")["site_suffixes"])
    return value if len(value) <= _SITE_NAME and value.endswith(suffixes) else None


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
        return value[1:-1].replace("''", "'") if value[0] == "'" else value[1:-1]
    return value


def _merged_markup(text: str) -> list[str]:
    """Lines of the file; a stretch of HTML from its first to its last tag comes as one piece."""
    first = _TAG.search(text)
    if not first:
        return text.split("\n")
    *_, last = _TAG.finditer(text, first.start())
    if text.count("\n#", first.start(), last.end()) or first.start() == last.start():
        return text.split("\n")
    start = text.rfind("\n", 0, first.start()) + 1
    end = text.find("\n", last.end())
    end = len(text) if end < 0 else end
    return [*text[:start].split("\n"), text[start:end], *text[end:].split("\n")]


def _lines_of(raw: str, page: Page) -> list[Line]:
    if heading := _HEADING.match(raw):
        if len(heading["marks"]) == 1 and not page.lines and page.published_on is None:
            _read_masthead(heading["text"], page)
        return _plain_line(heading["text"], level=len(heading["marks"]))
    if auto := _AUTOLINK.fullmatch(raw.strip()):
        page.url = page.url or auto["url"]
        return [Line(auto["url"])]
    if _ONLY_LINKS.match(raw):
        found = _LINK.search(raw)
        if found and _SOURCE_LABEL.search(found["text"]):
            return [Line("查看原文 " + found["url"])]
        return []
    if _TAG.search(raw):
        return read_fragment(_LINK.sub(r"\g<text>", raw))
    return _plain_line(raw)


def _row(raw: str) -> list[Line]:
    """The cells of a row of a table; the rule below its head has none."""
    if _TABLE_RULE.match(raw):
        return []
    cells = (cell.strip().strip("*") for cell in raw.strip().strip("|").split("|"))
    return [Line(" ".join(cell for cell in cells if cell), row=True, whole=True)]


def _read_masthead(text: str, page: Page) -> None:
    """Day and newspaper of a first heading: 某海日报 2021年3月12日 第2版."""
    page.published_on = day_of(text) or compact_day_of(text)
    if masthead := imprint_of(text):
        page.outlet = page.outlet or masthead.outlet


def _plain_line(raw: str, level: int = 0) -> list[Line]:
    if "[^" in raw:
        raw = _FOOTNOTE.sub("", raw)
    if raw.count("|") > 1 and raw.strip()[0] == "|" == raw.strip()[-1]:
        return _row(raw)
    shown = _LINK.sub(r"\g<text>", _AUTOLINK.sub("", raw)).strip()
    bullet = _BULLET.match(shown)
    bare = shown[bullet.end() :] if bullet else shown
    if "&" in bare:
        bare = clean(unescaped(bare))
    text = _EMPHASIS.sub(r"\g<text>", _BOLD.sub(r"\g<text>", bare)).replace("\\", "").strip()
    if not text:
        return []
    strong = bool(_BOLD.fullmatch(bare.strip()))
    return [Line(text, level, strong, listed=bool(bullet and bullet["item"]))]
