"""What every format is read into: lines in reading order; and items, what they are cut into."""

from dataclasses import dataclass, field
from datetime import date

from models.reading.imprints import Imprint


@dataclass(slots=True)
class Line:
    """One line or paragraph of a document, with clean characters.

    `level` is the heading level (1 highest, 0 none), `gap` whether a blank line stood before it,
    `turned` whether a page began before it, `pictured` whether an image stood directly before it.
    """

    text: str
    level: int = 0
    strong: bool = False
    gap: bool = False
    turned: bool = False
    pictured: bool = False
    credited: bool = False  # a photo credit stands directly below it
    row: bool = False  # a row of a table
    listed: bool = False  # an item of a list
    glued: bool = False  # a footnote digit that stood before it was taken out
    indented: bool = False  # print sets it in from the lines around it
    run_in: bool = False  # a heading that began a paragraph
    whole: bool = False  # a paragraph or credit of its own: never joined with its neighbours


@dataclass(slots=True)
class Page:
    """A document as its format gives it: lines, and metadata outside of the running text."""

    lines: list[Line]
    title: str | None = None
    published_on: date | None = None  # stated for the reader
    fetched_on: date | None = None  # stated in meta elements: often when the page was generated
    outlet: str | None = None
    authors: list[str] = field(default_factory=list)  # of a front matter
    url: str | None = None
    wrapped: bool = False  # lines end where the print column ends, not where the sense does
    labels: list[str] = field(default_factory=list)  # categories and tags
    fronted: bool = False  # front matter holds the metadata, so what follows it is the body


@dataclass(slots=True)
class Item:
    """The lines of one news item: what stands above or below its body, and the body."""

    head: list[Line]
    body: list[Line]
    imprint: Imprint | None = None  # the source line that cut it out of its document
    on_page: bool = False  # cut out of a page, where no title is a title of the document
    labels: list[str] = field(default_factory=list)  # of the page, that may hold for it
