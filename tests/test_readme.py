"""The README tells the truth: the answers it prints, the commands and the paths it names."""

import re

import duckdb

from tests.conftest import ROOT
from tests.printed_answers import with_true_answers
from warehouse.cli import COMMANDS
from warehouse.pages.lookup import find

README = (ROOT / "README.md").read_text("utf-8")


def test_the_answers_printed_are_the_answers_given(sample_catalog):
    with duckdb.connect(sample_catalog, read_only=True) as sample:
        answered = with_true_answers(README, sample)
    assert answered == README, "python -m tests.printed_answers README.md"


def test_the_commands_named_exist():
    assert set(re.findall(r"bin/fangzhi (\w+)", README)) <= set(COMMANDS)


def test_what_it_shows_is_one_thing_of_the_sample(sample_catalog):
    (wanted,) = re.findall(r"bin/fangzhi show (\S+)", README)
    with duckdb.connect(sample_catalog, read_only=True) as sample:
        assert find(sample, wanted)


def test_the_files_linked_exist():
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target
