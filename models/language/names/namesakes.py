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
from models.language.names.readings import Reading

PREFECTURE = 4  # digits of a place code that tell apart the places of namesakes
Key = tuple[str, str, str]  # article, type, canonical name


def told_apart(named: pl.DataFrame, readings: Iterable[Reading]) -> pl.DataFrame:
    """Candidates with an identity where the name of a document, event or initiative is shared."""
    return _with_identities(named, dict(_of_kinds(named)) | dict(_of_scopes(named, readings)))


def persons_told_apart(named: pl.DataFrame, appointments: pl.DataFrame) -> pl.DataFrame:
    """Candidates with an identity where the name of a person is shared.

    `appointments` has the columns article_id, person, body, body_place_code and place_code.
    """
    return _with_identities(named, dict(_of_persons(named, appointments)))


def _with_identities(named: pl.DataFrame, identities: dict[Key, str]) -> pl.DataFrame:
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


def _of_persons(named: pl.DataFrame, appointments: pl.DataFrame) -> Iterator[tuple[Key, str]]:
    """Where the bearers of a name hold posts, or else where most of their document do."""
    where = _where(appointments)
    persons = named.filter(pl.col("type") == "person").select("article_id", "name")
    by_document: dict[tuple[str, str], list[tuple[str, str | None]]] = {}
    for article_id, name in persons.unique(maintain_order=True).iter_rows():
        if _may_have_namesakes(name):
            seen = by_document.setdefault((article_id.rpartition("-")[0], name), [])
            seen.append((article_id, where.get((article_id, name))))
    for (_, name), seen in by_document.items():
        places = Counter(place for _, place in seen if place)
        if places:
            usual = min(places, key=lambda place: (-places[place], place))
            for article_id, place in seen:
                yield (article_id, "person", name), place or usual


def _where(appointments: pl.DataFrame) -> dict[tuple[str, str], str]:
    """The place of the first local body of which a person of that name holds a post."""
    code = pl.when(pl.col("body").is_not_null()).then("body_place_code").otherwise("place_code")
    local = appointments.select("article_id", "person", code=code).drop_nulls()
    where: dict[tuple[str, str], str] = {}
    for article_id, person, place in local.iter_rows():
        where.setdefault((article_id, person), place[:PREFECTURE])
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
