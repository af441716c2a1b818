"""`fangzhi status`: what is published, since when, and what could not be read."""

from pathlib import Path

import click

from warehouse.settings import Settings
from warehouse.store import Store

REASONS_SHOWN = 10
COUNTED = ("documents", "articles", "metrics")


@click.command()
@click.option("--warehouse", metavar="DIR", help="Folder of the warehouse.")
def status(warehouse: str | None) -> None:
    """Say what the published snapshot holds, what was set aside, and what was published before."""
    settings = Settings.resolve(warehouse=warehouse)
    catalog = settings.require_published()
    store = Store(settings.warehouse)
    facts = store.published_facts()
    click.echo(f"{settings.warehouse}")
    click.echo(f"published {facts['published_at']}, snapshot {catalog.resolve().parent.name}\n")
    for table, rows in facts["rows"].items():
        click.echo(f"  {table:<16} {rows:>12,}")
    click.echo(f"\n{quarantine(catalog)}")
    click.echo("\nLast builds that published something:")
    for snapshot in store.history():
        counts = (f"{snapshot['rows'][table]:>9,} {table}" for table in COUNTED)
        click.echo("  ".join([f"  {snapshot['published_at']}", *counts]))


def quarantine(catalog: Path) -> str:
    """How many files could not be read, and the first of them with their reasons."""
    from warehouse.session import open_reader

    with open_reader(catalog) as connection:
        rows = connection.execute("SELECT path, error FROM quarantine ORDER BY path").fetchall()
    if not rows:
        return "Every file could be read."
    listed = [f"  {path}: {error}" for path, error in rows[:REASONS_SHOWN]]
    if len(rows) > REASONS_SHOWN:
        listed.append('  … all of them: fangzhi sql "from quarantine"')
    noun = "file" if len(rows) == 1 else "files"
    return "\n".join([f"{len(rows):,} {noun} could not be read:", *listed])
