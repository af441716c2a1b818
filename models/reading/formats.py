"""What a decoded file is, from its content alone: extensions lie."""

import re

from models.reading.html import read_html
from models.reading.lines import Page
from models.reading.markdown import read_markdown
from models.reading.plain import read_plain
from models.vocabulary import MediaType

_HEAD = 20_000  # characters that decide
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?:.*\n){0,40}?---[ \t]*(?:\n|$)")
_KEY = re.compile(r"^[A-Za-z][\w-]*:", re.MULTILINE)
_HTML = re.compile(
    r"<(?:!doctype html|html|head|body|div|table|p|td|meta|span|h[1-6]|br)\b[^>]*>", re.I
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_HEADING = re.compile(r"^ {0,3}#{1,6} ?[^#\s]", re.MULTILINE)
_MARKDOWN_LINK = re.compile(
    r"\]\((?:https?:|/|\.)[^)\s]*\)|^<https?://\S+>$|\*\*[^*\n]+\*\*", re.MULTILINE
)


def sniff(text: str) -> MediaType:
    """Media type of a text."""
    head = text[:_HEAD]
    front = _FRONT_MATTER.match(head)
    if front and _KEY.search(front.group()):
        return MediaType.MARKDOWN
    if "<" in head:
        tags = len(_HTML.findall(head))
        if (
            tags
            and (tags >= 8 or "<html" in head.lower() or 40 * len(_TAG.findall(head)) > len(head))
            and not _HEADING.search(head)
        ):
            return MediaType.HTML
        if tags >= 3 and not _HEADING.search(head):
            return MediaType.HTML
    if "#" in head and _HEADING.search(head):
        return MediaType.MARKDOWN
    if len(_MARKDOWN_LINK.findall(head)) >= 2:
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
