"""Where sentences end.

A sentence ends after 。！？!? or …… with the closing quotes and brackets that follow, and at a line
feed, which separates blocks. A ；does not end one.
"""

import re

import polars as pl

_END = r"(?:[。！？!?]|……)[”’』」》）)]*|\n"
_ENDING = re.compile(r"[。！？!?…\n](?:(?<=…)…|(?<!…))[”’』」》）)]*")


def sentence_count(text: pl.Expr) -> pl.Expr:
    """Number of sentences in each text, as Int32; a text without an end mark is one sentence."""
    ends = text.str.count_matches(rf"(?:{_END})[^”’』」》）)\n]|$")
    return ends.cast(pl.Int32)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of one text, in code points, line feeds left out."""
    spans, start = [], 0
    for match in _ENDING.finditer(text):
        end = match.start() if match[0][0] == "\n" else match.end()
        if end > start:
            spans.append((start, end))
        start = match.end()
    if start < len(text):
        spans.append((start, len(text)))
    return spans
