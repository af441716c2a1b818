"""The command line itself: what it lists without loading it, and how each kind of error ends."""

import subprocess
import sys

import click
import pytest

from tests.conftest import ROOT
from warehouse import cli
from warehouse.cli import COMMANDS, fangzhi, main
from warehouse.errors import BrokenPromiseError, SettingsError

HEAVY = ("dagster", "duckdb", "polars")


def test_every_command_listed_is_there_and_says_what_it_does():
    context = click.Context(fangzhi)
    for name in COMMANDS:
        command = fangzhi.get_command(context, name)
        assert command is not None
        assert command.name == name
        assert command.help


def test_help_lists_every_command_without_waiting_for_libraries():
    script = (
        "import sys; from warehouse.cli import fangzhi; fangzhi(['--help'], standalone_mode=False);"
        f"print(sorted(set({HEAVY}) & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    *lines, loaded = ran.stdout.splitlines()
    assert loaded == "[]"
    listed = [line.split()[0] for line in lines[lines.index("Commands:") + 1 :]]
    assert listed == list(COMMANDS)


@pytest.mark.parametrize(
    ("error", "status", "sentence"),
    [
        (
            BrokenPromiseError("metrics", "spans", 3, ["12个"]),
            1,
            "Nothing was published. metrics: the promise “spans” is broken by 3 rows:\n  12个\n",
        ),
        (SettingsError("Name a folder"), 2, "Name a folder\n"),
        (
            PermissionError(13, "Permission denied", "/raw/a.txt"),
            2,
            "Permission denied: /raw/a.txt; mend it, run again.\n",
        ),
        (click.UsageError("No such option"), 2, "Error: No such option\n"),
        (KeyboardInterrupt(), 130, "Stopped.\n"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else None,
)
def test_an_error_ends_in_a_sentence_and_its_status(monkeypatch, capsys, error, status, sentence):
    def fail(**_: object) -> None:
        raise error

    monkeypatch.setattr(cli, "fangzhi", fail)
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == status
    assert capsys.readouterr().err == sentence


def test_a_mistake_of_ours_is_not_taken_for_one_of_the_operator(monkeypatch):
    def fail(**_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(cli, "fangzhi", fail)
    with pytest.raises(ZeroDivisionError):
        main()
