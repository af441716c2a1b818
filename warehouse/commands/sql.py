"""`fangzhi sql`: read-only queries over the published warehouse."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from warehouse.errors import QueryError, SettingsError
from warehouse.settings import Settings

if TYPE_CHECKING:
    import duckdb

FORMATS = ("table", "csv", "json", "parquet")


class SqlCommand(click.Command):
    """A command whose argument may begin with a SQL comment, as the files of `sql/` do."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(
            ctx, [f"\n{arg}" if arg.startswith(("-- ", "--\n")) else arg for arg in args]
        )


@click.command(cls=SqlCommand)
@click.argument("query", required=False)
@click.option("--warehouse", metavar="DIR", help="Folder of the warehouse.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help="Default: a table on a terminal, plain tab-separated lines elsewhere, or as FILE ends.",
)
@click.option(
    "--out", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Write there."
)
def sql(query: str | None, warehouse: str | None, format_: str | None, out: Path | None) -> None:
    """Run QUERY against the views of the warehouse; without one, ask for queries until Ctrl-D.

    \b
    fangzhi sql "from article_overview limit 5"
    fangzhi sql "from search('5G基站')" --format json
    fangzhi sql "from metric_facts" --out metrics.parquet
    """
    # Imported when used: `fangzhi sql --help` need not wait for DuckDB.
    from warehouse.session import open_reader, run

    catalog = Settings.resolve(warehouse=warehouse).require_published()
    if query is None and not sys.stdin.isatty():
        query = sys.stdin.read()
    with open_reader(catalog) as connection:
        if query is None:
            from warehouse.prompt import ask

            ask(connection)
        else:
            deliver(run(connection, query), format_, out)


def deliver(result: "duckdb.DuckDBPyRelation", format_: str | None, out: Path | None) -> None:
    """Write the result where and how it was asked for."""
    import duckdb
    from rich.console import Console

    from warehouse import output

    try:
        if out:
            output.save(result, format_ or _format_of(out), out)
        elif format_ == "table" or (format_ is None and sys.stdout.isatty()):
            output.show_table(result, Console())
        elif format_ == "parquet":
            if sys.stdout.isatty():
                raise SettingsError("Parquet is no text for a terminal; add --out FILE")
            output.write_parquet(result, sys.stdout.buffer)
        else:
            output.TEXT_WRITERS[format_ or "plain"](result, sys.stdout)
    except duckdb.Error as error:
        raise QueryError.of(error) from None
    except BrokenPipeError:
        sys.stderr.close()  # the reader of the pipe has seen enough
    except OSError as failure:
        raise SettingsError(f"{out} cannot be written: {failure.strerror}") from failure


def _format_of(out: Path) -> str:
    suffix = out.suffix.removeprefix(".").lower()
    return suffix if suffix in ("csv", "json", "parquet") else "plain"
