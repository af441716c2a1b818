"""`fangzhi build`: raw documents in, a published warehouse out."""

import click

from warehouse import build as stages
from warehouse.settings import Settings
from warehouse.store import Store


@click.command()
@click.argument("raw", required=False)
@click.option("--warehouse", metavar="DIR", help="Folder of the warehouse.")
@click.option("--executor", metavar="local[N]", help="What derives the parts.")
def build(raw: str | None, warehouse: str | None, executor: str | None) -> None:
    """Read the raw documents in RAW and publish what changed."""
    settings = Settings.resolve(raw, warehouse, executor)
    settings.require_raw()
    settings.require_writable()
    store = Store(settings.warehouse)
    store.prepare()
    with store.locked():
        plan = stages.plan(settings, store)
        for report in stages.derive_collections(settings, store, plan.parts):
            click.echo(
                f"{report.collection}: {report.document_count} documents, "
                f"{report.derived_count} of {report.part_count} parts derived"
            )
        stages.reduce(store)
        publication = stages.publish(store, stages.candidate(store))
    click.echo(f"Published {publication.snapshot}" if publication.changed else "Nothing changed.")
