"""Where sentences end.

A sentence ends after 。！？!? or …… with the closing quotes and brackets that follow, and at a line
feed, which separates blocks. A ；does not end one.
"""

import re

import polars as pl

_END = r"(?:[。！？!?]|……)[”’』」》）)]*|\n"
_SENTENCE = re.compile(rf"(?:(?!{_END})[\s\S])*(?:{_END}|$)")


def sentence_count(text: pl.Expr) -> pl.Expr:
    """Number of sentences in each text, as Int32; a text without an end mark is one sentence."""
    ends = text.str.count_matches(rf"(?:{_END})[^”’』」》）)\n]|$")
    return ends.cast(pl.Int32)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of one text, in code points, line feeds left out."""
    spans = []
    for match in _SENTENCE.finditer(text):
        end = match.end() - match.group().endswith("\n")
        if end > match.start():
            spans.append((match.start(), end))
    return spans
