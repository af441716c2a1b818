"""Collections as Dagster partitions: their keys, and the ranges that a run can name."""

import re
from collections.abc import Collection, Iterable, Sequence
from urllib.parse import unquote

import dagster as dg

COLLECTIONS = dg.DynamicPartitionsDefinition(name="collections")

RANGE_START = "dagster/asset_partition_range_start"
RANGE_END = "dagster/asset_partition_range_end"
# A run names its partitions as one range. So many unchanged collections in its middle cost less
# (some 0.1 s each, to note that nothing changed) than a run of their own for those beyond.
GAP = 8

# What Dagster refuses in a key, and the sign that escapes it.
_REFUSED = re.compile(r"[%\x00-\x1f\x7f]|\.(?=\.\.)")


def partition_key(collection: str) -> str:
    """The key of a collection; folders may have names that Dagster refuses."""
    return _REFUSED.sub(lambda match: f"%{ord(match[0]):02X}", collection)


def collection_of(key: str) -> str:
    """The collection that a partition key stands for."""
    return unquote(key)


def registered(known: Sequence[str], collections: Iterable[str]) -> list[str]:
    """The keys as they should be: those known and still there, then new ones."""
    wanted = dict.fromkeys(partition_key(collection) for collection in collections)
    kept = [key for key in known if key in wanted]
    return [*kept, *(key for key in wanted if key not in set(kept))]


def register(instance: dg.DagsterInstance, collections: Iterable[str]) -> list[str]:
    """Make the partitions those of the raw folder; returns their keys in order."""
    known = instance.get_dynamic_partitions("collections")
    wanted = registered(known, collections)
    for key in set(known) - set(wanted):
        instance.delete_dynamic_partition("collections", key)
    if new := [key for key in wanted if key not in set(known)]:
        instance.add_dynamic_partitions("collections", new)
    return wanted


def ranges(keys: Collection[str], order: Sequence[str], gap: int = GAP) -> list[tuple[str, str]]:
    """The fewest ranges of `order` that hold all `keys`, with at most `gap` others in a row."""
    places = sorted(order.index(key) for key in keys)
    found: list[tuple[int, int]] = []
    for place in places:
        if found and place - found[-1][1] <= gap + 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return [(order[first], order[last]) for first, last in found]


def range_tags(first: str, last: str) -> dict[str, str]:
    """The tags that make a run cover these partitions and all between them."""
    return {RANGE_START: first, RANGE_END: last}
