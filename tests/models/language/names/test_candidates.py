"""Settling candidates that overlap, and the identity of what they name."""

from itertools import pairwise

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from models.language.names import candidates
from models.language.names.candidates import Candidate
from models.language.names.identity import entity_id, with_entity_id


def candidate(start: int, end: int, kind: str = "place", article: str = "a-1") -> Candidate:
    return Candidate(article, start, end, kind, "字" * (end - start), "名")


def spans(*rows: Candidate) -> list[tuple[int, int, str]]:
    settled = candidates.settle(candidates.from_rows(list(rows)))
    return settled.select("start_offset", "end_offset", "type").rows()


def test_the_longest_name_is_one_mention() -> None:
    assert spans(candidate(0, 3), candidate(0, 7), candidate(3, 7)) == [(0, 7, "place")]


def test_what_a_dropped_candidate_covered_is_free_again() -> None:
    assert spans(candidate(0, 5), candidate(3, 10), candidate(8, 12)) == [
        (0, 5, "place"),
        (8, 12, "place"),
    ]


def test_of_two_readings_of_the_same_characters_the_fuller_type_wins() -> None:
    assert spans(candidate(0, 4, "place"), candidate(0, 4, "organization")) == [
        (0, 4, "organization")
    ]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["a-1", "a-2"]),
            st.integers(0, 30),
            st.integers(1, 9),
            st.sampled_from(candidates.PRECEDENCE),
        ),
        max_size=25,
    )
)
def test_settled_mentions_never_overlap_and_every_candidate_meets_one(
    drawn: list[tuple[str, int, int, str]],
) -> None:
    rows = [candidate(start, start + length, kind, a) for a, start, length, kind in drawn]
    settled = candidates.settle(candidates.from_rows(rows)).rows(named=True)
    for one, other in pairwise(settled):
        if one["article_id"] == other["article_id"]:
            assert one["end_offset"] <= other["start_offset"]
    for row in rows:
        assert any(
            kept["article_id"] == row.article_id
            and kept["start_offset"] < row.end_offset
            and row.start_offset < kept["end_offset"]
            for kept in settled
        )


def test_names_of_one_identity_share_an_id_whatever_they_are_called() -> None:
    rows = pl.DataFrame(
        [
            ("place", "猴桥镇", "530581104", "530581104"),
            ("place", "腾冲市猴桥镇", "530581104", "530581104"),
            ("organization", "市中区人民法院", "370811", None),
            ("organization", "市中区人民法院", "511102", None),
        ],
        schema=["type", "name", "place_code", "identity"],
        orient="row",
    )
    ids = with_entity_id(rows)["entity_id"].to_list()
    assert ids[0] == ids[1]
    assert len(set(ids[2:])) == 2


def test_an_id_is_sixteen_hex_digits_and_depends_on_the_type() -> None:
    one, other = entity_id("place", "威海市"), entity_id("organization", "威海市")
    assert one != other
    assert len(one) == 16
    assert int(one, 16) >= 0
