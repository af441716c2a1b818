"""Short names that an article gives itself: 海澄控股集团（以下简称“海控”）.

What stands behind 简称 is the thing named directly before the bracket, in the whole article.
"""

import re
from collections.abc import Iterator

import polars as pl

from models.language.names import candidates
from models.language.names.candidates import Candidate

_GIVEN = re.compile(
    r"[（(](?:以下|下文|下)?(?:统称|简称|称)(?:为|：)?[“\"‘]?(?P<short>[\u4e00-\u9fffA-Za-z0-9]{2,10})[”\"’]?[）)]"
)


def with_abbreviations(settled: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """The settled candidates, and the places where an article uses a short name it has given."""
    giving = articles.filter(pl.col("text").str.contains(r"[（(](?:以下|下文|下)?(?:统称|简称|称)"))
    if giving.is_empty():
        return settled
    rows = settled.filter(pl.col("article_id").is_in(giving["article_id"].to_list()))
    added = [
        row
        for article_id, text in giving.select("article_id", "text").iter_rows()
        for row in _of_one(text, rows.filter(article_id=article_id))
    ]
    if not added:
        return settled
    shorts = candidates.from_rows(added)
    same = ["article_id", "start_offset", "end_offset"]
    rest = settled.join(shorts.select(same), on=same, how="anti", maintain_order="left")
    return candidates.settle(pl.concat([shorts, rest], how="diagonal"))


def _of_one(text: str, rows: pl.DataFrame) -> Iterator[Candidate]:
    """The uses of the short names in one article; `rows` are its settled candidates."""
    ending = {row["end_offset"]: row for row in rows.iter_rows(named=True)}
    for given in _GIVEN.finditer(text):
        thing = ending.get(given.start())
        short = given["short"]
        if thing is None or thing["type"] == "person":
            continue
        for use in re.finditer(re.escape(short), text):
            yield Candidate(
                **{**thing, "start_offset": use.start(), "end_offset": use.end(), "text": short}
            )
