"""Which things are the same: the identity of an entity does not depend on the order of arrival."""

import hashlib

import polars as pl


def entity_id(
    kind: str, name: str, place_code: str | None = None, identity: str | None = None
) -> str:
    """16 hex digits over the type and the identity, or else the canonical name and its place.

    An identity stands for the name where one thing may be named more or less fully (a division by
    its code), and tells things apart that share a name and a place.
    """
    key = f"{kind}\0{identity}" if identity else f"{kind}\0{name}\0{place_code or ''}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def with_entity_id(named: pl.DataFrame) -> pl.DataFrame:
    """Adds `entity_id` to rows with the columns that `entity_id` takes; each thing hashed once."""
    columns = ["type", "name", "place_code", "identity"]
    things = named.select(columns).unique()
    ids = [entity_id(*thing) for thing in things.iter_rows()]
    return named.join(
        things.with_columns(pl.Series("entity_id", ids, dtype=pl.String)),
        on=columns,
        how="left",
        nulls_equal=True,
        maintain_order="left",
    )
