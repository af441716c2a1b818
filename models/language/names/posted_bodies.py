"""Bodies that only the post behind them tells: 海澄大学医学院 in 海澄大学医学院院长张进.

`appointments` reads such a body from a boundary of words on, as printed before the post of a named
person; here it becomes a name in the text too.
"""

from collections.abc import Iterator

import polars as pl

from models.language.lexicon import load
from models.language.names import candidates
from models.language.names.candidates import Candidate


def with_posted_bodies(named: pl.DataFrame, appointments: pl.DataFrame) -> pl.DataFrame:
    """The settled candidates, and the bodies that posts tell.

    `appointments` has the columns of models/appointments.py.
    """
    told = appointments.filter((pl.col("printed") != "") | (pl.col("suffix") != ""))
    ids = told["article_id"].unique().implode()
    touched = named.filter(pl.col("article_id").is_in(ids))
    added = dict.fromkeys((*_printed(told), *_parts(told, touched)))
    people = {
        (article_id, start)
        for article_id, start in touched.filter(pl.col("type") == "person")
        .select("article_id", "start_offset")
        .iter_rows()
    }
    kept = [body for body in added if not _names_a_person(body, people)]
    if not kept:
        return named
    settled = candidates.settle(pl.concat([touched, candidates.from_rows(kept)], how="diagonal"))
    return pl.concat([named.filter(~pl.col("article_id").is_in(ids)), settled])


def _printed(told: pl.DataFrame) -> Iterator[Candidate]:
    """The bodies that nothing but their last word tells."""
    columns = ("article_id", "start", "end", "title", "printed")
    for article_id, start, end, title, name in told.select(columns).iter_rows():
        if name and start + len(name) == end - len(title):
            yield Candidate(article_id, start, start + len(name), "organization", name, name)


def _parts(told: pl.DataFrame, named: pl.DataFrame) -> Iterator[Candidate]:
    """The parts of named bodies: 医学院 behind 海澄大学, 党委 behind 青石集团."""
    texts = {
        (article_id, start, end): text
        for article_id, start, end, text in named.select(
            "article_id", "start_offset", "end_offset", "text"
        ).iter_rows()
    }
    rows = told.filter(
        (pl.col("body_start") == pl.col("start")) & ~pl.col("suffix").is_in(load("posts")["kept"])
    )
    for row in rows.iter_rows(named=True):
        article_id, start, suffix = row["article_id"], row["start"], row["suffix"]
        end = row["body_end"] + len(suffix)
        base = texts.get((article_id, start, row["body_end"]))  # none if named with its part
        if suffix and base and end == row["end"] - len(row["title"]):
            name = row["body"] + suffix
            code = row["body_place_code"]
            yield Candidate(article_id, start, end, "organization", base + suffix, name, code)


def _names_a_person(body: Candidate, people: set[tuple[str, int]]) -> bool:
    """Whether a person is named inside: 贺志远主席办公室."""
    span = range(body.start_offset, body.end_offset)
    return any((body.article_id, at) in people for at in span)
