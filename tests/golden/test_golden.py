"""Golden documents: the reviewed rows of a few sample documents do not change unseen."""

import difflib
import tomllib
from pathlib import Path

import pytest

from tests.golden import DOCUMENTS, FOLDER, golden_file
from tests.golden.rendering import render

KNOWN_WRONG = tomllib.loads((FOLDER / "known_wrong.toml").read_text("utf-8"))


@pytest.mark.parametrize("path", DOCUMENTS)
def test_a_golden_document_becomes_the_rows_that_were_reviewed(
    sample_catalog: Path, path: str
) -> None:
    reviewed = golden_file(path).read_text("utf-8")
    difference = difflib.unified_diff(
        reviewed.splitlines(), render(sample_catalog, path).splitlines(), "reviewed", "built", n=1
    )
    message = "\n".join(difference)
    assert not message, f"{message}\nIf this is right: python -m tests.golden --update"


def test_every_golden_file_belongs_to_a_golden_document() -> None:
    assert {file.name for file in FOLDER.glob("*.txt")} == {
        golden_file(path).name for path in DOCUMENTS
    }


@pytest.mark.parametrize("path", KNOWN_WRONG)
def test_what_is_known_to_be_wrong_is_struck_from_the_list_once_it_is_right(path: str) -> None:
    reviewed = golden_file(path).read_text("utf-8")
    righted = [entry["row"] for entry in KNOWN_WRONG[path] if entry["row"] not in reviewed]
    assert not righted, f"strike these from known_wrong.toml: {righted}"
