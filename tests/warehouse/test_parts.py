"""Parts are cut by content: what changes in one place stays in one place."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from warehouse import parts
from warehouse.listing import RawFile
from warehouse.parts import cut


def listed(name: str, byte_count: int = 1_000) -> RawFile:
    identity = hashlib.sha256(name.encode()).hexdigest()[:16]
    return RawFile(name, name, ".", byte_count, identity)


def collection(count: int) -> list[RawFile]:
    return [listed(f"{number:06}.txt") for number in range(count)]


def test_parts_hold_every_file_once_and_in_order():
    files = collection(10_000)
    assert [file for part in cut(".", files) for file in part.files] == files


def test_no_part_exceeds_twice_the_target():
    for files in (
        collection(20_000),
        [listed(f"{number:05}.txt", 3_000_000) for number in range(300)],
    ):
        for part in cut(".", files):
            assert len(part.files) <= 2 * parts.DOCUMENTS
            assert part.byte_count <= 2 * parts.BYTES


def test_a_single_file_larger_than_a_part_is_a_part():
    assert [len(part.files) for part in cut(".", [listed("a.txt", 100_000_000)])] == [1]


@given(st.integers(0, 7_999), st.sampled_from(["added", "changed", "removed"]))
def test_one_changed_file_alters_at_most_one_part_and_its_halves(position: int, change: str):
    files = collection(8_000)
    before = {part.digest for part in cut(".", files)}
    if change == "removed":
        del files[position]
    elif change == "changed":
        files[position] = listed(f"{files[position].path}, edited")
    else:
        files.insert(position, listed(f"{files[position].path}, added"))
    after = cut(".", files)
    new = [part for part in after if part.digest not in before]
    # A cut that appears or disappears with the file splits or joins the one part around it.
    assert len(new) <= 2
    assert len(before - {part.digest for part in after}) <= 2
