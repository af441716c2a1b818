"""Spans laid into their text: nested where they nest, cut where they cross.

Pure functions over code point offsets; they know neither tables nor HTML.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush


@dataclass(frozen=True)
class Span:
    """A stretch of text that a row was read from, or a fragment of one: code points."""

    start: int
    end: int  # exclusive
    kind: str
    row: str  # anchor of the row that it belongs to
    cut_from: tuple[int, int] | None = None  # start and end of the whole, if this is a fragment

    @property
    def whole(self) -> tuple[int, int]:
        """Start and end of what the row was read from."""
        return self.cut_from or (self.start, self.end)

    @property
    def is_first(self) -> bool:
        """Whether the row's words begin here."""
        return self.start == self.whole[0]

    def cut(self, start: int, end: int) -> "Span":
        """The fragment between `start` and `end`."""
        return replace(self, start=start, end=end, cut_from=self.whole)


# What a template writes one after the other: text, the opening of a span, the closing (None) of
# the one opened last.
Piece = str | Span | None


def lay(text: str, spans: Iterable[Span], start: int, end: int) -> list[Piece]:
    """The text from `start` to `end` with the spans opened and closed in it, well nested.

    Its texts put together give the text back. Of two spans that start together the longer is
    outside. A span that crosses the end of an earlier one, or of the stretch itself, is cut there;
    its fragments keep its row.
    """
    layer = _Layer(text, start)
    inside = [_clip(span, start, end) for span in spans if span.start < end and span.end > start]
    waiting = [_in_reading_order(*numbered) for numbered in enumerate(inside)]
    heapify(waiting)
    while waiting:
        _, _, number, span = heappop(waiting)
        rest = layer.open(span)
        if rest:
            heappush(waiting, _in_reading_order(number, rest))
    return layer.finish(end)


def _clip(span: Span, start: int, end: int) -> Span:
    """What of a span lies between `start` and `end`."""
    if span.start >= start and span.end <= end:
        return span
    return span.cut(max(span.start, start), min(span.end, end))


def _in_reading_order(number: int, span: Span) -> tuple[int, int, int, Span]:
    return span.start, -span.end, number, span


class _Layer:
    """The pieces so far, and the ends of the spans that are still open, innermost last."""

    def __init__(self, text: str, position: int) -> None:
        self.text, self.position = text, position
        self.pieces: list[Piece] = []
        self.ends: list[int] = []

    def open(self, span: Span) -> Span | None:
        """Open a span; returns what of it reaches beyond the one around it."""
        self._close_until(span.start)
        rest = None
        if self.ends and span.end > self.ends[-1]:
            rest = span.cut(self.ends[-1], span.end)
            span = span.cut(span.start, self.ends[-1])
        self._write_until(span.start)
        self.pieces.append(span)
        self.ends.append(span.end)
        return rest

    def finish(self, end: int) -> list[Piece]:
        self._close_until(end)
        self._write_until(end)
        return self.pieces

    def _close_until(self, position: int) -> None:
        while self.ends and self.ends[-1] <= position:
            self._write_until(self.ends.pop())
            self.pieces.append(None)

    def _write_until(self, position: int) -> None:
        if position > self.position:
            self.pieces.append(self.text[self.position : position])
            self.position = position
