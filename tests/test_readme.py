"""The README tells the truth: the answers it prints, the commands and the paths it names."""

import re

import duckdb
import pytest

from tests.conftest import ROOT, build_here
from tests.printed_answers import with_true_answers
from warehouse.cli import COMMANDS
from warehouse.settings import SAMPLE

README = (ROOT / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    catalog = build_here(SAMPLE, tmp_path_factory.mktemp("readme") / "warehouse")
    with duckdb.connect(catalog, read_only=True) as connection:
        yield connection


def test_the_answers_printed_are_the_answers_given(sample):
    assert with_true_answers(README, sample) == README, "python -m tests.printed_answers README.md"


def test_the_commands_named_exist():
    assert set(re.findall(r"bin/fangzhi (\w+)", README)) <= set(COMMANDS)


def test_the_files_linked_exist():
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target
