"""Which things are the same: the identity of an entity does not depend on the order of arrival."""

import hashlib

import polars as pl


def entity_id(kind: str, name: str, place_code: str | None = None) -> str:
    """16 hex digits over type, canonical name and what tells equal names apart."""
    key = "\0".join((kind, name, place_code or ""))
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def with_entity_id(named: pl.DataFrame) -> pl.DataFrame:
    """Adds `entity_id` to rows with type, name and place_code; each distinct thing hashed once."""
    things = named.select("type", "name", "place_code").unique()
    ids = [entity_id(*thing) for thing in things.iter_rows()]
    return named.join(
        things.with_columns(pl.Series("entity_id", ids, dtype=pl.String)),
        on=["type", "name", "place_code"],
        how="left",
        nulls_equal=True,
        maintain_order="left",
    )
