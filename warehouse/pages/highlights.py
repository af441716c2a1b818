"""Spans laid into their text: nested where they nest, cut where they cross.

Pure functions over code point offsets; they know neither tables nor HTML.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from heapq import heapify, heappop, heappush


@dataclass(frozen=True)
class Span:
    """A stretch of text that a row was read from: code points, end exclusive."""

    start: int
    end: int
    kind: str
    row: str  # anchor of the row that it belongs to
    is_first: bool = True  # false for what a cut left over


@dataclass(frozen=True)
class Highlight:
    """A span, or a fragment of one, with the texts and highlights inside it."""

    span: Span
    nodes: "list[str | Highlight]" = field(default_factory=list)


Node = str | Highlight


def nest(text: str, spans: Iterable[Span], start: int, end: int) -> list[Node]:
    """The text from `start` to `end` as a tree whose branches are the spans.

    Concatenating the leaves gives the text back. Of two spans that start together the longer is
    outside. A span that crosses the end of an earlier one, or of the stretch itself, is cut there;
    its fragments keep its row.
    """
    tree = _Tree(text, start, end)
    inside = [_clip(span, start, end) for span in spans if span.start < end and span.end > start]
    waiting = [_in_reading_order(*numbered) for numbered in enumerate(inside)]
    heapify(waiting)
    while waiting:
        _, _, number, span = heappop(waiting)
        rest = tree.open(span)
        if rest:
            heappush(waiting, _in_reading_order(number, rest))
    return tree.close()


def _clip(span: Span, start: int, end: int) -> Span:
    """What of a span lies between `start` and `end`."""
    if span.start >= start and span.end <= end:
        return span
    return replace(
        span,
        start=max(span.start, start),
        end=min(span.end, end),
        is_first=span.is_first and span.start >= start,
    )


def _in_reading_order(number: int, span: Span) -> tuple[int, int, int, Span]:
    return span.start, -span.end, number, span


class _Tree:
    """The tree so far, and the highlights that are still open, innermost last."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.position = start
        self.open_highlights = [Highlight(Span(start, end, kind="", row=""))]

    def open(self, span: Span) -> Span | None:
        """Open a highlight; returns what of it reaches beyond the one around it."""
        self._close_until(span.start)
        around = self.open_highlights[-1]
        rest = None
        if span.end > around.span.end:
            rest = replace(span, start=around.span.end, is_first=False)
            span = replace(span, end=around.span.end)
        self._write_until(span.start)
        highlight = Highlight(span)
        around.nodes.append(highlight)
        self.open_highlights.append(highlight)
        return rest

    def close(self) -> list[Node]:
        """Write what is left of the text; returns the finished tree."""
        whole = self.open_highlights[0]
        self._close_until(whole.span.end)
        self._write_until(whole.span.end)
        return whole.nodes

    def _close_until(self, position: int) -> None:
        while len(self.open_highlights) > 1 and self.open_highlights[-1].span.end <= position:
            self._write_until(self.open_highlights[-1].span.end)
            self.open_highlights.pop()

    def _write_until(self, position: int) -> None:
        if position > self.position:
            self.open_highlights[-1].nodes.append(self.text[self.position : position])
            self.position = position
