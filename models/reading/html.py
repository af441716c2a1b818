"""HTML of any age → lines: server templates, nested tables, `<br>` paragraphs, Word markup.

selectolax (Lexbor) builds the tree; `make bench` prints its speed alone beside ours. What it lacks
for this genre is here: which subtrees are menus and share bars, and where lines end. Which of the
lines is the headline stands in `page_headlines`.
"""

import re
from functools import cache
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from models.language.lexicon import load
from models.reading.characters import clean
from models.reading.dates import day_of
from models.reading.lines import Line, Page
from models.reading.outlets import outlet_in
from models.reading.page_headlines import find_headline

_TEMPLATE = re.compile(
    r"<%--.*?--%>|<%.*?%>|<\?(?:php|=).*?(?:\?>|\Z)|\{\{--.*?--\}\}|\{\{.*?\}\}|\{!!.*?!!\}"
    r"|<(?P<jstl>(?:c|jsp|s|fmt):param)\b[^>]*>[^<]*</(?P=jstl)>"
    r"|\$\{[^}]*\}|<!--.*?-->"
    r"|^[ \t]*@(?:extends|section|endsection|yield|include|parent|if|endif|foreach|endforeach|php"
    r"|endphp|csrf)\b[^\n]*$",
    re.DOTALL | re.MULTILINE,
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "select",
        "option",
        "button",
        "textarea",
        "input",
        "svg",
        "nav",
        "footer",
        "aside",
        "-comment",
        "title",
        "head",
    ]
)
_CELLS = frozenset(("td", "th"))
_INLINE = {"a": "a", "b": "bold", "strong": "bold"}
_LEVELS = {"h1": 1, "legend": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_WORD = re.compile(r"[a-z]+|[A-Z][a-z]*|[A-Z]+(?![a-z])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_WHITE = re.compile(r"[ \t\r\n]+")
_INDENT = re.compile(r"[\r\n]*(?:  ){1,2}(?=\S)|\s*\u00a0")  # typed in front of a paragraph
_TITLE_BREAK = re.compile(r"\s*(?:[|_｜丨·]|\s[-–—]+\s|[-–—]+ |-{2,})\s*")
_STOP = re.compile("[。！？；]")
_PROSE = 200  # characters of running text that no menu or footer holds …
_SENTENCES = 4  # … in this many sentences …
_PROSE_LINKED = 0.3  # … with at most this share of links
_LINKED = 0.7  # share of a line inside links from which it is a menu entry
_CELL = 40  # characters that no cell of a data table exceeds
_OWNER = re.compile(
    r"(?:Copyright|版权所有)[\s©:：]*(?:&copy;)?[\s\d-]*"
    r"(?P<name>[\u4e00-\u9fff]{2,12}(?:集团|网|日报|晚报|政府))",
    re.I,
)


def read_html(source: str) -> Page:
    """The lines of a web page from its headline on, and what the page states of itself."""
    tree = LexborHTMLParser(_TEMPLATE.sub(" ", source))
    page = Page([], outlet=None)
    _read_meta(tree, page)
    walker = _Walker()
    if tree.body is not None:
        walker.walk(tree.body)
        walker.end_line()
    find_headline(page, walker.lines, _title_parts(tree))
    if page.outlet is None and (owner := _OWNER.search(source)):
        page.outlet = owner["name"]
    return page


def read_fragment(source: str) -> list[Line]:
    """The lines of markup inside another format (paragraphs in a front-matter post)."""
    tree = LexborHTMLParser(_TEMPLATE.sub(" ", source))
    walker = _Walker()
    if tree.body is not None:
        walker.walk(tree.body)
        walker.end_line()
    return walker.lines


class _Leave(NamedTuple):
    """The end of a node that is being read, and the heading level outside it."""

    tag: str
    level: int


class _Walker:
    """Walks a tree once and collects its lines."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._pieces: list[str] = []
        self._linked = 0
        self._bold = 0
        self._depth = {"a": 0, "bold": 0}
        self._level = 0
        self._pictured = False
        self._broken = False  # a lone line break stands before the current line

    def walk(self, root: LexborNode) -> None:
        """Collect the lines of a node; nesting may be as deep as the page likes."""
        stack: list[LexborNode | _Leave | None] = [root.child]
        while stack:
            step = stack.pop()
            if isinstance(step, _Leave):
                self._leave(step)
            elif step is not None:
                stack.append(step.next)
                if leave := self._enter(step):
                    stack += (leave, step.child)

    def _enter(self, node: LexborNode) -> _Leave | None:
        """Take in what a node adds; what to do behind its children, if they are to be read."""
        tag = node.tag or ""
        if tag == "-text":
            self._add(node.text_content or "")
        elif tag == "br":
            self._broken = self.end_line()
        elif tag == "img":
            self._see_picture()
        elif tag not in _SKIPPED and not _is_furniture_node(node):
            return self._open(node, tag)
        return None

    def _open(self, node: LexborNode, tag: str) -> _Leave | None:
        leave = _Leave(tag, self._level)
        if tag == "tr" and (row := _row_text(node)):
            self.end_line()
            self.lines.append(Line(row, gap=True, row=True, whole=True))
            return None
        if tag in _BLOCKS:
            self.end_line()
            self._level = _LEVELS.get(tag, self._level)
        elif tag in _CELLS:
            self._add(" ")
        elif tag in _INLINE:
            self._depth[_INLINE[tag]] += 1
        return leave

    def _leave(self, leave: _Leave) -> None:
        if leave.tag in _BLOCKS:
            self.end_line()
            self._level = leave.level
        elif leave.tag in _CELLS:
            self._add(" ")
        elif leave.tag in _INLINE:
            self._depth[_INLINE[leave.tag]] -= 1

    def _see_picture(self) -> None:
        if "".join(self._pieces).strip():
            self.end_line()
        self._pictured = True

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        size = len(text.strip())
        if self._depth["a"]:
            self._linked += size
        if self._depth["bold"]:
            self._bold += size

    def end_line(self) -> bool:
        """Close the current line, and tell whether it held text; menu entries are dropped."""
        printed = "".join(self._pieces)
        text = _WHITE.sub(" ", clean(printed)).strip()
        if text:
            size = len(text)
            apart = not self._broken or bool(_INDENT.match(printed))
            if self._level or self._linked < _LINKED * size or size > 60:
                self.lines.append(
                    Line(
                        text,
                        self._level,
                        strong=self._bold >= 0.9 * size,
                        gap=True,
                        pictured=self._pictured,
                        whole=apart,
                    )
                )
            self._pictured = False
        self._pieces, self._linked, self._bold, self._broken = [], 0, 0, False
        return bool(text)


def _row_text(node: LexborNode) -> str | None:
    """The cells of a data row as one line; None for rows that only lay out a page."""
    cells = [cell for cell in node.iter() if cell.tag in _CELLS]
    if len(cells) < 2 or node.css_first("table table, br + br, h1, h2, h3"):
        return None
    texts = [_WHITE.sub("", clean(cell.text())) for cell in cells]
    if not any(texts) or max(map(len, texts)) > _CELL or node.css_first("table"):
        return None
    return " ".join(text for text in texts if text)


@cache
def _furniture_words() -> frozenset[str]:
    return frozenset(load("web")["furniture"])


@cache
def _names_furniture(name: str) -> bool:
    words = {word.lower() for word in _WORD.findall(name)}
    return bool(words & _furniture_words()) or bool(
        _furniture_words() & set(re.split(r"[^a-z]+", name.lower()))
    )


def _is_furniture_node(node: LexborNode) -> bool:
    attributes = node.attributes
    if not attributes:
        return False
    if _HIDDEN.search(attributes.get("style") or ""):
        return True
    named = any(
        _names_furniture(name)
        for key in ("class", "id")
        for name in (attributes.get(key) or "").split()
    )
    return named and not _holds_prose(node)


def _holds_prose(node: LexborNode) -> bool:
    """Whether a node is full of running text, whatever its name says (right-sidebar layouts)."""
    text = node.text()
    if len(text) < _PROSE or len(_STOP.findall(text)) < _SENTENCES:
        return False
    return sum(len(link.text()) for link in node.css("a")) < _PROSE_LINKED * len(text)


def _read_meta(tree: LexborHTMLParser, page: Page) -> None:
    words = load("web")
    for node in tree.css("meta"):
        attributes = node.attributes
        name = (attributes.get("name") or attributes.get("property") or "").lower()
        content = attributes.get("content") or ""
        if name in words["published"]:
            page.fetched_on = page.fetched_on or day_of(content)
        elif name in words["source"]:
            page.outlet = outlet_in(content) or page.outlet
        elif name in words["site"]:
            page.outlet = page.outlet or content or None


def _title_parts(tree: LexborHTMLParser) -> list[str]:
    """The parts of the title element: headline, channel, site."""
    node = tree.css_first("title")
    text = _WHITE.sub(" ", clean(node.text() or "")).strip() if node else ""
    parts = (one.strip("-–— ") for one in (*_TITLE_BREAK.split(text), *text.split("-")))
    return [part for part in dict.fromkeys((text, *parts)) if part]
