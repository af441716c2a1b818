"""Reads texts the way the mentions table does, for tests of places and bodies."""

import polars as pl

from models.language.names import candidates
from models.language.names.organizations import find_organizations
from models.language.names.places import find_places
from models.language.names.readings import Reading, read
from models.language.names.words import Words


def readings(*texts: str, **columns: str) -> list[Reading]:
    """The texts as articles of one document; `columns` (title, outlet…) are of all of them."""
    articles = pl.DataFrame(
        {"article_id": [f"d-{n}" for n in range(1, len(texts) + 1)], "text": list(texts)}
    ).with_columns(pl.lit(value).alias(name) for name, value in columns.items())
    return read(articles, Words(articles))


def names(*texts: str, kind: str, **columns: str) -> list[str]:
    """Canonical names of one type that the texts hold, settled, in order of the text."""
    found = readings(*texts, **columns)
    settled = candidates.settle(pl.concat([find_places(found), find_organizations(found)]))
    return (
        settled.filter(pl.col("type") == kind).sort("article_id", "start_offset")["name"].to_list()
    )


def places(*texts: str, **columns: str) -> list[str]:
    """Canonical names of the places that the texts hold."""
    return names(*texts, kind="place", **columns)


def bodies(*texts: str, **columns: str) -> list[str]:
    """Canonical names of the organisations that the texts hold."""
    return names(*texts, kind="organization", **columns)
