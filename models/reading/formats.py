"""What a decoded file is, from its content alone: extensions lie."""

import re

from models.reading.html import read_html
from models.reading.lines import Page
from models.reading.markdown import read_markdown
from models.reading.plain import read_plain
from models.vocabulary import MediaType

_HEAD = 20_000  # characters that decide
_FRONT_MATTER = re.compile(
    r"\s*(?P<fence>---|\+\+\+)[ \t]*\n(?:.*\n){0,40}?(?P=fence)[ \t]*(?:\n|$)"
)
_KEY = re.compile(r"^[A-Za-z][\w-]*(?::| *=)", re.MULTILINE)
_HTML = re.compile(
    r"<(?:!doctype html|html|head|body|div|table|p|td|meta|span|h[1-6]|br)\b[^>]*>", re.I
)
_PAGE = re.compile(r"<(?:!doctype html|html|body|head)\b", re.I)
_TAGS = 3  # tags that make a text without headings HTML
_HEADING = re.compile(r"^ {0,3}#{1,6}(?: +\S|[\u4e00-\u9fff“《])", re.MULTILINE)
_MARKDOWN_LINK = re.compile(
    r"\]\((?:https?:|/|\.)[^)\s]*\)|!\[[^\]\n]*\]\([^)\s]+\)|^<https?://\S+>$"
    r"|\*\*[^*\n]+\*\*",
    re.MULTILINE,
)


def sniff(text: str) -> MediaType:
    """Media type of a text."""
    head = text[:_HEAD]
    front = _FRONT_MATTER.match(head)
    if front and _KEY.search(front.group()):
        return MediaType.MARKDOWN
    headed = "#" in head and bool(_HEADING.search(head))
    if "<" in head and (_PAGE.search(head) or (not headed and len(_HTML.findall(head)) >= _TAGS)):
        return MediaType.HTML
    if headed or len(_MARKDOWN_LINK.findall(head)) >= 2:
        return MediaType.MARKDOWN
    return MediaType.PLAIN


_READERS = {
    MediaType.MARKDOWN: read_markdown,
    MediaType.HTML: read_html,
    MediaType.PLAIN: read_plain,
}


def read(text: str, media_type: MediaType) -> Page:
    """The lines of a cleaned text of a known type."""
    return _READERS[media_type](text)
