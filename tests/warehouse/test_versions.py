"""A table's code version changes exactly when something that affects its rows changes."""

from models import TABLES
from warehouse.versions import code_version, sources


def names(table: str) -> set[str]:
    return {file.name for file in sources(TABLES[table].derive.__module__)}


def test_the_sentence_rules_affect_articles_and_not_terms():
    assert "sentences.py" in names("articles")
    assert "sentences.py" not in names("terms")


def test_a_unit_affects_metrics_and_not_articles():
    assert "units.toml" in names("metrics")
    assert "units.toml" not in names("articles")


def test_what_the_code_says_is_part_of_the_version(tmp_path, monkeypatch):
    before = code_version("terms")
    changed = tmp_path / "terms.py"
    changed.write_text("# another derivation\n", "utf-8")
    monkeypatch.setattr("warehouse.versions.sources", lambda _: (changed,))
    assert code_version.__wrapped__("terms") != before


def test_a_table_is_not_tied_to_tables_it_does_not_read():
    assert "metrics.py" not in names("articles")


def test_every_table_has_a_version_of_its_own():
    versions = [code_version(table) for table in TABLES]
    assert len(set(versions)) == len(versions)
