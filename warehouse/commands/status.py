"""`fangzhi status`: what is published, and since when."""

import click

from warehouse.settings import Settings
from warehouse.store import Store


@click.command()
@click.option("--warehouse", metavar="DIR", help="Folder of the warehouse.")
def status(warehouse: str | None) -> None:
    """Say what the published snapshot holds."""
    settings = Settings.resolve(warehouse=warehouse)
    settings.require_published()
    facts = Store(settings.warehouse).published_facts()
    click.echo(f"{settings.warehouse}: snapshot of {facts['published_at']}")
    for table, rows in facts["rows"].items():
        click.echo(f"  {table:16} {rows:>12,}")
