"""reposts: articles that repeat another one.

Two articles are compared by their clauses, the stretches between punctuation marks: an agency story
that two papers print keeps most of them, whatever each paper cuts or adds. MinHash with banding
(rensa, in Rust) finds the pairs worth comparing, and only those are compared exactly.
"""

from typing import Any

import dataframely as dy
import numpy as np
import polars as pl
from rensa import RMinHash, RMinHashLSH  # pyright: ignore[reportAttributeAccessIssue]

from models.contract import Contract

SIMILAR = 0.6  # share of common clauses from which an article repeats another one
_SAME = 0.9  # share from which the time between two articles does not matter
_ENOUGH = 12  # clauses that a story shares which was edited in between
_DAYS_APART = 45  # days within which other papers still print a story
_FEWEST = 8  # clauses below which only an equal text repeats another: formulas are that short
_CLAUSE = r"[\p{L}\p{N}%％·.-]{4,}"
_PERMUTATIONS = 128  # 32 bands of 4: pairs at 0.6 are found 99 times in 100
_BANDS = 32
_SEED = 1


class Reposts(Contract):
    """One row per article that repeats an earlier one."""

    article_id = dy.String(primary_key=True, description="the repeating article")
    repost_of = dy.String(nullable=False, description="article_id of the first copy")
    similarity = dy.Float64(
        nullable=False, min=0, max=1, description="share of the clauses that both texts hold"
    )


def derive(documents: pl.LazyFrame, articles: pl.LazyFrame) -> pl.DataFrame:
    """Find the articles whose clauses were printed before.

    The first copy is the one with the earliest as_of, then the smallest path and ordinal; a repost
    points at an original, never at another repost.
    """
    order = (
        articles.join(documents.select("document_id", "path"), on="document_id")
        .sort(pl.col("as_of"), "path", "ordinal", nulls_last=True)
        .select("article_id", "as_of", clauses=_clause_hashes(pl.col("text")))
        .with_row_index("rank")
        .collect()
    )
    clauses = order.select("rank", "clauses").explode("clauses").drop_nulls()
    pairs = _of_one_story(_similar_pairs(clauses, _candidates(order)), order)
    return _first_copies(pairs, order["article_id"]).sort("article_id")


def _clause_hashes(text: pl.Expr) -> pl.Expr:
    """The hashes of the distinct clauses of each text; of the whole text where it has few."""
    clauses = text.str.extract_all(_CLAUSE).list.eval(pl.element().hash(_SEED)).list.unique()
    whole = pl.concat_list(text.str.replace_all(r"\s", "").hash(_SEED))
    return pl.when(clauses.list.len() < _FEWEST).then(whole).otherwise(clauses)


def _candidates(order: pl.DataFrame) -> pl.DataFrame:
    """Pairs of ranks (`left` < `right`) that share a band of their MinHash digests."""
    digests = _digests(order["clauses"])
    index = RMinHashLSH(SIMILAR, _PERMUTATIONS, _BANDS)
    flags = index.insert_matrix_and_query_duplicate_flags(digests)
    flagged = order.filter(pl.Series(flags, dtype=pl.Boolean)).select("rank", "clauses")
    rows = np.array(_digests(flagged["clauses"]).to_rows(), dtype=np.uint64)
    if not len(rows):
        return pl.DataFrame(schema={"left": pl.UInt32, "right": pl.UInt32})
    size = _PERMUTATIONS // _BANDS
    banded = pl.concat(
        pl.DataFrame(rows[:, band * size : (band + 1) * size], schema=[*"abcd"]).select(
            flagged["rank"], band=pl.struct(*"abcd", pl.lit(band)).hash(_SEED)
        )
        for band in range(_BANDS)
    )
    # Each member of a band is compared with its first one: a story that a hundred files hold
    # would otherwise make five thousand pairs.
    return (
        banded.with_columns(left=pl.col("rank").min().over("band"))
        .filter(pl.col("left") < pl.col("rank"))
        .select("left", right="rank")
        .unique()
    )


def _digests(clauses: pl.Series) -> Any:
    """The MinHash digests of lists of clause hashes, as rensa's matrix."""
    lengths = clauses.list.len().to_numpy().astype(np.uint64)
    offsets = np.concatenate([np.zeros(1, np.uint64), np.cumsum(lengths, dtype=np.uint64)])
    tokens = clauses.explode().drop_nulls().to_numpy()
    return RMinHash.digest_matrix_from_flat_token_hashes(tokens, offsets, _PERMUTATIONS, _SEED)


def _similar_pairs(clauses: pl.DataFrame, candidates: pl.DataFrame) -> pl.DataFrame:
    """Candidates whose true similarity reaches the threshold: left, right, similarity."""
    sizes = clauses.group_by("rank").agg(size=pl.len())
    common = (
        candidates.join(clauses, left_on="left", right_on="rank")
        .join(clauses, left_on=["right", "clauses"], right_on=["rank", "clauses"])
        .group_by("left", "right")
        .agg(common=pl.len())
    )
    return (
        common.join(sizes, left_on="left", right_on="rank")
        .join(sizes, left_on="right", right_on="rank", suffix="_right")
        .with_columns(
            similarity=pl.col("common") / (pl.col("size") + pl.col("size_right") - pl.col("common"))
        )
        .filter(pl.col("similarity") >= SIMILAR)
        .select("left", "right", "similarity", "common")
    )


def _of_one_story(pairs: pl.DataFrame, order: pl.DataFrame) -> pl.DataFrame:
    """Without pairs that only follow the same formula, years apart (a session is opened again)."""
    days = order.select("rank", "as_of")
    apart = (pl.col("as_of_right") - pl.col("as_of")).abs()
    return (
        pairs.join(days, left_on="left", right_on="rank")
        .join(days, left_on="right", right_on="rank")
        .filter(
            (pl.col("similarity") >= _SAME)
            | (
                (pl.col("common") >= _ENOUGH)
                & (apart.is_null() | (apart <= pl.duration(days=_DAYS_APART)))
            )
        )
        .sort("right", "left")
    )


def _first_copies(pairs: pl.DataFrame, article_ids: pl.Series) -> pl.DataFrame:
    """Each repeating article with the earliest original that it resembles."""
    copies: dict[int, tuple[int, float]] = {}
    for left, right, similarity in pairs.select("left", "right", "similarity").iter_rows():
        if right not in copies and left not in copies:
            copies[right] = (left, similarity)
    return pl.DataFrame(
        {
            "article_id": article_ids.gather(list(copies)),
            "repost_of": article_ids.gather([left for left, _ in copies.values()]),
            "similarity": pl.Series([round(s, 4) for _, s in copies.values()], dtype=pl.Float64),
        }
    )
