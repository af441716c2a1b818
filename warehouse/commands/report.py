"""`fangzhi report`: a static site over the whole warehouse."""

from pathlib import Path

import click
import duckdb

from warehouse.commands.options import language_option
from warehouse.pages.report import write_report
from warehouse.pages.wording import Language
from warehouse.settings import MEGABYTE, Settings
from warehouse.store import Store


@click.command()
@click.option(
    "--out", metavar="DIR", default="report", show_default=True, help="Folder of the site."
)
@language_option
@click.option("--warehouse", metavar="DIR", help="Folder of the warehouse.")
def report(out: str, lang: str, warehouse: str | None) -> None:
    """Write a site that shows the whole warehouse and opens without a server.

    Its size is bounded whatever the size of the warehouse; run again, it rewrites only the pages
    whose rows changed.
    """
    settings = Settings.resolve(warehouse=warehouse)
    catalog = settings.require_published()
    snapshot = Store(settings.warehouse).published_facts()
    with duckdb.connect(catalog, read_only=True) as connection:
        written = write_report(connection, Path(out), Language(lang), snapshot)
    click.echo(
        f"{Path(out) / 'index.html'}: {written.file_count:,} files, "
        f"{written.byte_count / MEGABYTE:.1f} MB; {written.written:,} written, "
        f"{written.removed:,} removed"
    )
