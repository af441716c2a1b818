"""`fangzhi show`: one page that shows where its numbers and names were read."""

import tempfile
from pathlib import Path

import click
import duckdb

from warehouse.commands.options import language_option
from warehouse.pages.show import page_for
from warehouse.pages.wording import Language
from warehouse.settings import Settings


@click.command()
@click.argument("wanted", metavar="ARTICLE|METRIC|ENTITY|TITLE")
@click.option("--open", "opened", is_flag=True, help="Open the page in a browser.")
@click.option("--out", metavar="FILE", help="Write the page to FILE; - is standard output.")
@language_option
@click.option("--warehouse", metavar="DIR", help="Folder of the warehouse.")
def show(wanted: str, opened: bool, out: str | None, lang: str, warehouse: str | None) -> None:
    """Show an article, or an entity, with the evidence marked in the text.

    WANTED is an id (article, metric, entity), a title or a part of it, or a name. The page is one
    file that needs no network; without --out it lies in the folder for temporary files.
    """
    catalog = Settings.resolve(warehouse=warehouse).require_published()
    with duckdb.connect(catalog, read_only=True) as connection:
        name, page = page_for(connection, wanted, Language(lang))
    if out == "-":
        click.echo(page, nl=False)
        return
    path = Path(out) if out else Path(tempfile.mkdtemp(prefix="fangzhi-")) / f"{name}.html"
    path.write_text(page, "utf-8")
    click.echo(path)
    if opened:
        click.launch(str(path))
