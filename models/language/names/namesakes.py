"""Tells things apart that share a name: persons, documents called 《意见》, events of 全市.

A person who holds a post of a local body is another person than the bearer of the same name who
holds one elsewhere; without such a post, the other articles of the same document decide, and where
they are silent too, the name alone does. Public figures are one person everywhere. A document
that is called by its kind alone is known within its article only, and an event or initiative of
全市 or 市政协 by the place that its article speaks for.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

import polars as pl

from models.language.lexicon import load
from models.language.names.appointments import AppointmentReader, Spans, spans_by_article
from models.language.names.readings import Reading

PREFECTURE = 4  # digits of a place code that tell apart the places of namesakes
Key = tuple[str, str, str]  # article, type, canonical name


def told_apart(named: pl.DataFrame, readings: Iterable[Reading]) -> pl.DataFrame:
    """Candidates with an identity where the name alone does not tell which thing is meant."""
    identities = dict(_of_persons(named, readings))
    identities |= dict(_of_kinds(named))
    identities |= dict(_of_scopes(named, readings))
    if not identities:
        return named
    rows = [(*key, f"{key[2]}\0{told}") for key, told in sorted(identities.items())]
    columns = ["article_id", "type", "name"]
    told = pl.DataFrame(rows, schema=dict.fromkeys([*columns, "told"], pl.String), orient="row")
    return (
        named.join(told, on=columns, how="left", maintain_order="left")
        .with_columns(pl.coalesce("identity", "told").alias("identity"))
        .drop("told")
    )


@cache
def _figures() -> frozenset[str]:
    return frozenset((*load("persons")["figures"], *load("foreign_names")["figures"]))


def _may_have_namesakes(name: str) -> bool:
    return len(name) < 4 and name not in _figures()


def _of_persons(named: pl.DataFrame, readings: Iterable[Reading]) -> Iterator[tuple[Key, str]]:
    spans = spans_by_article(named)
    by_document: dict[str, dict[str, list[tuple[str, str | None]]]] = {}
    for reading in readings:
        known = spans.get(reading.article_id)
        if not known or not any(_may_have_namesakes(person.name) for person in known.persons):
            continue
        where = _where(reading.text, known)
        document = by_document.setdefault(reading.article_id.rpartition("-")[0], {})
        for name in dict.fromkeys(person.name for person in known.persons):
            document.setdefault(name, []).append((reading.article_id, where.get(name)))
    for document in by_document.values():
        for name, seen in document.items():
            places = Counter(place for _, place in seen if place)
            if not places or not _may_have_namesakes(name):
                continue
            usual = min(places, key=lambda place: (-places[place], place))
            for article_id, place in seen:
                yield (article_id, "person", name), place or usual


def _where(text: str, spans: Spans) -> dict[str, str]:
    """The place of the first local body of which each person holds a post."""
    where: dict[str, str] = {}
    if not any(span.place_code for span in (*spans.bodies, *spans.places)):
        return where
    for held in AppointmentReader(text, spans).appointments():
        local = held.unit.body or held.unit.place
        if local and local.place_code:
            where.setdefault(held.person.name, local.place_code[:PREFECTURE])
    return where


def _of_kinds(named: pl.DataFrame) -> Iterator[tuple[Key, str]]:
    """Documents that are called by their kind alone."""
    kinds = load("titles")["kinds"]
    bare = named.filter((pl.col("type") == "document") & pl.col("name").is_in(kinds))
    for article_id, name in bare.select("article_id", "name").unique().iter_rows():
        yield (article_id, "document", name), article_id


def _of_scopes(named: pl.DataFrame, readings: Iterable[Reading]) -> Iterator[tuple[Key, str]]:
    """Events and initiatives of the place that the article speaks for."""
    scopes: dict[str, str] = load("phrases")["scopes"]
    relative = named.filter(
        pl.col("type").is_in(["event", "initiative"])
        & pl.col("name").str.contains(rf"^(?:{'|'.join(scopes)})")
    )
    if relative.is_empty():
        return
    contexts = {reading.article_id: reading.context for reading in readings}
    columns = ("article_id", "type", "name", "start_offset")
    for article_id, kind, name, start in relative.select(columns).iter_rows():
        scope = max((word for word in scopes if name.startswith(word)), key=len)
        place = contexts[article_id].place_of_level(scopes[scope], start)
        document = article_id.rpartition("-")[0]
        yield (article_id, kind, name), place.code if place else document
