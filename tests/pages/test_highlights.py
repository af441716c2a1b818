"""Spans laid into a text lose no character and no row."""

from collections import defaultdict
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.pages.highlights import Highlight, Node, Span, nest

TEXT = "青禾县今年新增5G基站436个，同比增长36.6%。"


def leaves(nodes: list[Node], rows: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every piece of text with the rows of the highlights around it, outermost first."""
    for node in nodes:
        if isinstance(node, Highlight):
            yield from leaves(node.nodes, (*rows, node.span.row))
        else:
            yield node, rows


def text_of_rows(nodes: list[Node]) -> dict[str, str]:
    found: dict[str, str] = defaultdict(str)
    for text, rows in leaves(nodes):
        for row in set(rows):
            found[row] += text
    return dict(found)


def outline(nodes: list[Node]) -> str:
    """The tree in one line: [row:text[row:text]]."""
    return "".join(
        f"[{node.span.row}:{outline(node.nodes)}]" if isinstance(node, Highlight) else node
        for node in nodes
    )


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
def test_spans_become_a_tree(spans, expected):
    assert outline(nest("甲乙丙丁", [Span(s, e, "", row) for s, e, row in spans], 0, 4)) == expected


def test_a_span_across_the_edge_is_cut_there_and_starts_in_the_first_stretch():
    span = Span(2, 6, "metric", "m2")
    first, second = (nest(TEXT, [span], *stretch) for stretch in [(0, 4), (4, 8)])
    assert outline(first) == f"{TEXT[:2]}[m2:{TEXT[2:4]}]"
    assert outline(second) == f"[m2:{TEXT[4:6]}]{TEXT[6:8]}"
    fragments = [node.span.is_first for node in first + second if isinstance(node, Highlight)]
    assert fragments == [True, False]


@st.composite
def any_spans(draw: st.DrawFn) -> list[Span]:
    edges = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT)))
    found = draw(st.lists(edges.filter(lambda edge: edge[0] < edge[1]), max_size=12))
    return [Span(start, end, "metric", f"m{n}") for n, (start, end) in enumerate(found)]


@given(any_spans())
def test_the_leaves_are_the_text_and_the_fragments_of_a_row_are_its_words(spans):
    nodes = nest(TEXT, spans, 0, len(TEXT))
    assert "".join(text for text, _ in leaves(nodes)) == TEXT
    assert text_of_rows(nodes) == {span.row: TEXT[span.start : span.end] for span in spans}
