"""The sample that ships with the project: every file is accounted for, and every text is ours."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SHARED, rows
from warehouse.settings import SAMPLE

FILES = sorted(path for path in SAMPLE.rglob("*") if path.is_file())
ENCODINGS = ("utf-8-sig", "gb18030")
COPIED = 30  # Han characters in a row, digits and Latin left out, that nobody writes by chance
NOT_HAN = re.compile(r"[^\u4e00-\u9fff]+")


def test_every_file_of_the_sample_becomes_a_document(sample_catalog: Path) -> None:
    paths = {path for (path,) in rows(sample_catalog, "select path from documents")}
    assert paths == {file.relative_to(SAMPLE).as_posix() for file in FILES}


def test_no_sentence_of_the_sample_is_taken_from_a_real_document() -> None:
    if not (SHARED / "raw").is_dir():
        pytest.skip("the real documents are not here: no ../shared/raw beside the project")
    ours = {run: file.name for file in FILES for run in _han_runs(_decoded(file))}
    copied = {
        (ours[run], file.name, run)
        for file in sorted((SHARED / "raw").rglob("*"))
        if file.is_file()
        for run in _han_runs(_decoded(file))
        if run in ours
    }
    assert copied == set()


def _decoded(file: Path) -> str:
    """The text of a raw file, or nothing where it has none."""
    content = file.read_bytes()
    if content.startswith(b"\xff\xfe"):
        return content.decode("utf-16")
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


def _han_runs(text: str) -> Iterator[str]:
    """Every run of Han characters that is as long as a copied sentence."""
    han = NOT_HAN.sub("", text)
    return (han[at : at + COPIED] for at in range(len(han) - COPIED + 1))
