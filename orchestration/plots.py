"""Small bar charts for asset pages, where looking beats reading: SVG inside Markdown."""

import base64
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

import dagster as dg
import polars as pl

BARS = 24
BAR, GAP, LABEL, WIDTH = 14, 4, 150, 420  # pixels


def bar_chart(counts: Mapping[str, int]) -> str:
    """An SVG with a horizontal bar for each name, as long as its share of the largest."""
    largest = max(counts.values(), default=0) or 1
    rows = [
        _bar(place, name, count, count / largest)
        for place, (name, count) in enumerate(counts.items())
    ]
    height = len(rows) * (BAR + GAP)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'font-family="sans-serif" font-size="11">{"".join(rows)}</svg>'
    )


def _bar(place: int, name: str, count: int, share: float) -> str:
    top = place * (BAR + GAP)
    length = max(1, round(share * (WIDTH - LABEL - 70)))
    base = top + BAR - 3
    return (
        f'<text x="{LABEL - 6}" y="{base}" text-anchor="end">{escape(name)}</text>'
        f'<rect x="{LABEL}" y="{top}" width="{length}" height="{BAR}" fill="#4f43dd"/>'
        f'<text x="{LABEL + length + 5}" y="{base}">{count:,}</text>'
    )


def table_plots(table: str, files: Sequence[Path]) -> dict[str, dg.MetadataValue]:
    """The charts of a table, by caption; most tables have none."""
    if table not in _PLOTS or not files:
        return {}
    caption, query = _PLOTS[table]
    counts = query(pl.scan_parquet(list(files))).collect()
    return {caption: _picture(bar_chart(dict(counts.iter_rows())))}


def _picture(svg: str) -> dg.MetadataValue:
    encoded = base64.b64encode(svg.encode()).decode()
    return dg.MetadataValue.md(f"![chart](data:image/svg+xml;base64,{encoded})")


def _by_month(articles: pl.LazyFrame) -> pl.LazyFrame:
    """Articles of the last months that any article speaks of."""
    month = pl.col("as_of").dt.strftime("%Y-%m").fill_null("undated").alias("month")
    counts = articles.group_by(month).agg(pl.len().alias("count"))
    return counts.sort("month", descending=True).head(BARS).sort("month")


def _by_dimension(metrics: pl.LazyFrame) -> pl.LazyFrame:
    counts = metrics.group_by("dimension").agg(pl.len().alias("count"))
    return counts.sort(["count", "dimension"], descending=[True, False])


def _top(entities: pl.LazyFrame) -> pl.LazyFrame:
    order = ["mention_count", "name"]
    ranked = entities.select("name", "mention_count").sort(order, descending=[True, False])
    return ranked.unique("name", keep="first", maintain_order=True).head(BARS)


_PLOTS = {
    "articles": ("articles by month", _by_month),
    "metrics": ("metrics by dimension", _by_dimension),
    "entities": ("most named", _top),
}
