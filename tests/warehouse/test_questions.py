"""The printed answers are those that the sample gives."""

from pathlib import Path

from tests.conftest import ROOT
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
