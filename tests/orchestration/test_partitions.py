"""Collections as partitions: keys that Dagster takes, and ranges that waste no runs."""

import dagster as dg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.partitions import collection_of, partition_key, ranges, register

ORDER = list("abcdefghij")


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_every_folder_name_makes_a_key_that_dagster_takes(collection):
    key = partition_key(collection)
    dg.StaticPartitionsDefinition([key])
    assert collection_of(key) == collection


@pytest.mark.parametrize(
    ("keys", "gap", "expected"),
    [
        ("", 0, []),
        ("c", 0, [("c", "c")]),
        ("cba", 0, [("a", "c")]),
        ("ac", 0, [("a", "a"), ("c", "c")]),
        ("ac", 1, [("a", "c")]),
        ("adj", 2, [("a", "d"), ("j", "j")]),
    ],
)
def test_ranges_bridge_short_gaps(keys, gap, expected):
    assert ranges(keys, ORDER, gap) == expected


@given(st.sets(st.sampled_from(ORDER)), st.integers(0, 10))
def test_ranges_hold_every_key(keys, gap):
    covered = {
        ORDER[place]
        for first, last in ranges(keys, ORDER, gap)
        for place in range(ORDER.index(first), ORDER.index(last) + 1)
    }
    assert keys <= covered


def test_registering_adds_new_collections_at_the_end_and_drops_gone_ones(instance):
    register(instance, ["b", "c"])
    register(instance, ["a", "c"])
    assert instance.get_dynamic_partitions("collections") == ["c", "a"]
