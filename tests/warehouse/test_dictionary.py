"""The data dictionary in the repository is the one that contracts and SQL headers give."""

from tests.conftest import ROOT
from warehouse import dictionary


def test_the_dictionary_is_current():
    written = (ROOT / "DICTIONARY.md").read_text("utf-8")
    assert written == dictionary.markdown(), (
        "DICTIONARY.md is stale; run: python -m warehouse.dictionary > DICTIONARY.md"
    )
