"""The decision what to run, without folders, stores or Dagster."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.decision import GONE, Decision, decide

VERSIONS = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["1", "2", "3"]))


@pytest.mark.parametrize(
    ("found", "derived", "requested", "expected"),
    [
        ({}, {}, {}, Decision()),
        ({"a": "1"}, {}, {}, Decision(new=["a"])),
        ({"a": "1"}, {"a": "1"}, {}, Decision()),
        ({"a": "2"}, {"a": "1"}, {}, Decision(changed=["a"])),
        ({}, {"a": "1"}, {}, Decision(gone=["a"])),
        ({"a": "2"}, {"a": "1"}, {"a": "2"}, Decision(waiting=["a"])),
        ({"a": "3"}, {"a": "1"}, {"a": "2"}, Decision(changed=["a"])),
        ({}, {"a": "1"}, {"a": GONE}, Decision(waiting=["a"])),
        ({"a": "1"}, {}, {"a": GONE}, Decision(new=["a"])),
    ],
)
def test_decide(found, derived, requested, expected):
    assert decide(found, derived, requested) == expected


@given(VERSIONS, VERSIONS)
def test_what_was_requested_is_not_requested_again(found, derived):
    requested = found | {name: GONE for name in derived if name not in found}
    decision = decide(found, derived, requested)
    assert not decision.stale
    assert not decision.gone


@given(VERSIONS, VERSIONS, VERSIONS)
def test_nothing_is_left_over_once_all_is_derived(found, derived, requested):
    assert decide(found, found, requested) == Decision()


@pytest.mark.parametrize(
    ("decision", "sentence"),
    [
        (Decision(), "No file was added, changed or removed."),
        (Decision(new=["a", "b"], gone=["c"]), "Collections: 2 new (a, b); 1 gone (c)."),
        (
            Decision(waiting=["a"]),
            (
                "No further collection changed; the run for a is not done or failed: look at it, "
                "then re-execute it."
            ),
        ),
    ],
)
def test_the_reason_is_a_sentence(decision, sentence):
    assert decision.reason == sentence
