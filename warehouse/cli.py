"""The command `fangzhi`: finds the command asked for; errors become a sentence and a status.

Commands are named as text and imported when used: `fangzhi sql` then need not wait for Dagster, nor
`fangzhi --help` for any of them; and those that drive Dagster can live above this package without
an import that points upward.
"""

import importlib
import sys
from typing import NamedTuple

import click

from warehouse.errors import BrokenPromiseError, SettingsError


class Entry(NamedTuple):
    """A command as the list of commands has it: where its function is, and what it does."""

    module: str
    summary: str


COMMANDS = {
    "build": Entry("orchestration.commands.build", "Read raw documents; publish what changed."),
    "show": Entry(
        "warehouse.commands.show", "A page that shows where numbers and names were read."
    ),
    "report": Entry("warehouse.commands.report", "The whole warehouse as a site of files."),
    "sql": Entry("warehouse.commands.sql", "Query the views; without a query, at a prompt."),
    "status": Entry("warehouse.commands.status", "What is published, and what was set aside."),
    "rollback": Entry("orchestration.commands.rollback", "Readers see an earlier snapshot again."),
    "ui": Entry("orchestration.commands.ui", "Run and watch builds from Dagster in a browser."),
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        return getattr(importlib.import_module(COMMANDS[cmd_name].module), cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="fangzhi")
def fangzhi() -> None:
    """Read raw Chinese press text into a warehouse of articles, entities and metrics.

    \b
    FANGZHI_RAW        folder of raw documents (default: what the warehouse was built
                       from, else the sample that ships with the project)
    FANGZHI_WAREHOUSE  folder of the warehouse (default: data/warehouse)
    FANGZHI_EXECUTOR   local[N]: N worker processes (default: one a core)

    Exit status: 0 done, 1 the data broke a promise, 2 usage or settings.
    """


def main() -> None:
    """Run the command line; errors become one sentence on standard error."""
    try:
        fangzhi(standalone_mode=False)
    except BrokenPromiseError as broken:
        _leave(f"Nothing was published. {broken}", 1)
    except SettingsError as error:
        _leave(str(error), 2)
    except OSError as error:
        _leave(
            f"{error.strerror or error}: {error.filename or 'no file named'}; mend it, run again.",
            2,
        )
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        _leave("Stopped.", 130)


def _leave(sentence: str, status: int) -> None:
    print(sentence, file=sys.stderr)
    sys.exit(status)
