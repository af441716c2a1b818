"""A file that cannot be read is a quarantined row with a sentence: never a crash, never silence."""

import polars as pl
import pytest

import models
from models.contract import Table
from tests.conftest import build_here, rows
from warehouse import derivation
from warehouse.derivation import GONE, PART_TABLES, Task, derive_part
from warehouse.listing import scan
from warehouse.parts import part_of
from warehouse.store import Store

GOOD = "某县今年新增基站12个，办结率100%。"

BAD = {
    "random.txt": bytes(range(256)) * 40,
    "empty.txt": b"",
    "nul.txt": b"\0" * 4_000,
    "spaces.txt": "　\u200b\n \n".encode(),
    "cut_off.txt": ("某市办结诉求三百件。" * 50).encode("gb18030")[:-1],
    "image.md": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
}
# These can be read by a person, so they are read.
STRANGE = {
    "one_line.txt": (GOOD * 5_000).encode(),
    "no_yaml.md": f"---\ntitle: [: 某县\n\tdate\n---\n\n{GOOD}\n".encode(),
    "lone_dashes.md": f"---\n{GOOD}".encode(),
    "utf16.txt": GOOD.encode("utf-16"),
    "gb18030.txt": (GOOD * 3).encode("gb18030"),
    "bom.txt": b"\xef\xbb\xbf" + GOOD.encode(),
}


@pytest.fixture(scope="module")
def statuses(tmp_path_factory):
    """Path → status and error of every file, all of them built together once."""
    raw = tmp_path_factory.mktemp("raw")
    for name, content in {**BAD, **STRANGE, "good.txt": GOOD.encode()}.items():
        (raw / name).write_bytes(content)
    catalog = build_here(raw, tmp_path_factory.mktemp("bad") / "warehouse")
    found = rows(catalog, "select path, status, error from documents")
    return {path: (status, error) for path, status, error in found}


def test_the_bad_files_and_no_others_are_quarantined_with_a_sentence(statuses):
    errors = {path: error for path, (status, error) in statuses.items() if status == "quarantined"}
    assert errors.keys() == BAD.keys()
    for path, error in errors.items():
        assert error.startswith("The file "), path
        assert error.endswith("."), path


def test_strange_files_that_a_person_could_read_are_read(statuses):
    assert {path: statuses[path] for path in [*STRANGE, "good.txt"]} == dict.fromkeys(
        [*STRANGE, "good.txt"], ("parsed", None)
    )


def test_a_file_that_vanishes_after_listing_is_quarantined_until_the_next_build(raw, tmp_path):
    for name in ("a.txt", "b.txt"):
        (raw / name).write_text(GOOD, "utf-8")
    store = Store(tmp_path / "warehouse")
    store.root.mkdir()
    store.prepare()
    part = part_of(".", scan(raw).collections["."])
    (raw / "a.txt").unlink()
    task = Task(raw, store.root, part, PART_TABLES)
    outcome = derive_part(task)
    documents = store.read_parts("documents", [outcome.keys["documents"]]).collect()
    assert dict(documents.select("path", "error").iter_rows()) == {"a.txt": GONE, "b.txt": None}
    assert derivation.missing_tables(store, part) == PART_TABLES


def test_a_rule_that_fails_on_one_document_costs_only_that_document(
    raw, build_warehouse, monkeypatch
):
    for name in ("a.txt", "fatal.txt", "z.txt"):
        (raw / name).write_text(f"{name}：{GOOD}", "utf-8")

    def derive(articles: pl.DataFrame, cuts: pl.DataFrame) -> pl.DataFrame:
        if articles["text"].str.contains("fatal").any():
            raise ZeroDivisionError("a rule nobody thought through")
        return terms.derive(cuts)

    terms = models.TABLES["terms"]
    faulty = Table("terms", terms.contract, derive, terms.scope)
    monkeypatch.setitem(models.TABLES, "terms", faulty)
    catalog = build_warehouse(raw)
    assert rows(catalog, "select path, error from quarantine") == [
        (
            "fatal.txt",
            "A rule failed on it (ZeroDivisionError: a rule nobody thought through); report it.",
        )
    ]
    assert rows(catalog, "select count(distinct article_id) from terms") == [(2,)]
