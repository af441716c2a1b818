"""The printed answers are those that the sample gives."""

import re
from pathlib import Path

from tests.conftest import ROOT, rows
from warehouse import questions
from warehouse.sql_files import sql_files


def test_the_printed_answers_are_current(sample_catalog: Path):
    written = (ROOT / "sql" / "questions" / "README.md").read_text("utf-8")
    assert written == questions.markdown(sample_catalog), (
        "sql/questions/README.md is stale; run: fangzhi build && "
        "python -m warehouse.questions > sql/questions/README.md"
    )


def test_every_question_has_an_answer():
    written = (ROOT / "sql" / "questions" / "README.md").read_text("utf-8")
    answers = written.split("\n## ")[1:]
    assert len(answers) == len(sql_files("questions")) == 10
    for answer in answers:
        assert answer.count("\n| ") > 2, f"no rows: {answer.splitlines()[0]}"


def test_no_question_names_what_only_the_sample_holds(sample_catalog: Path):
    names = {name for (name,) in rows(sample_catalog, "SELECT name FROM entity_names")}
    for question in sql_files("questions"):
        named = set(re.findall(r"'([^']+)'", question.body)) & names
        assert not named, f"{question.name} has no answer elsewhere: {named}"
