"""Spans laid into a text lose no character and no row."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.pages.highlights import Piece, Span, lay

TEXT = "青禾县今年新增5G基站436个，同比增长36.6%。"


def outline(pieces: list[Piece]) -> str:
    """The pieces in one line: [row:text[row:text]]."""
    return "".join(
        piece if isinstance(piece, str) else "]" if piece is None else f"[{piece.row}:"
        for piece in pieces
    )


def text_of_rows(pieces: list[Piece]) -> dict[str, str]:
    """All text inside the fragments of each row; raises IndexError if they are not well nested."""
    found: dict[str, str] = defaultdict(str)
    around: list[str] = []
    for piece in pieces:
        if piece is None:
            around.pop()
        elif isinstance(piece, Span):
            around.append(piece.row)
        else:
            for row in around:
                found[row] += piece
    assert not around
    return dict(found)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param([], "甲乙丙丁", id="none"),
        pytest.param([(1, 3, "a")], "甲[a:乙丙]丁", id="one"),
        pytest.param([(0, 2, "a"), (2, 4, "b")], "[a:甲乙][b:丙丁]", id="adjacent"),
        pytest.param([(1, 2, "b"), (0, 4, "a")], "[a:甲[b:乙]丙丁]", id="nested"),
        pytest.param([(0, 4, "a"), (0, 2, "b")], "[a:[b:甲乙]丙丁]", id="same start"),
        pytest.param([(0, 2, "a"), (0, 2, "b")], "[a:[b:甲乙]]丙丁", id="same span"),
        pytest.param([(0, 3, "a"), (1, 4, "b")], "[a:甲[b:乙丙]][b:丁]", id="crossing"),
    ],
)
def test_spans_are_nested(spans, expected):
    assert outline(lay("甲乙丙丁", [Span(s, e, "", row) for s, e, row in spans], 0, 4)) == expected


def test_a_span_across_the_edge_is_cut_there_and_starts_in_the_first_stretch():
    span = Span(2, 6, "metric", "m2")
    first, second = (lay(TEXT, [span], *stretch) for stretch in [(0, 4), (4, 8)])
    assert outline(first) == f"{TEXT[:2]}[m2:{TEXT[2:4]}]"
    assert outline(second) == f"[m2:{TEXT[4:6]}]{TEXT[6:8]}"
    assert [p.is_first for p in first + second if isinstance(p, Span)] == [True, False]


@st.composite
def any_spans(draw: st.DrawFn) -> list[Span]:
    edges = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT)))
    found = draw(st.lists(edges.filter(lambda edge: edge[0] < edge[1]), max_size=12))
    return [Span(start, end, "metric", f"m{n}") for n, (start, end) in enumerate(found)]


@given(any_spans())
def test_no_character_is_lost_and_the_fragments_of_a_row_are_its_words(spans):
    pieces = lay(TEXT, spans, 0, len(TEXT))
    assert "".join(piece for piece in pieces if isinstance(piece, str)) == TEXT
    assert text_of_rows(pieces) == {span.row: TEXT[span.start : span.end] for span in spans}
