"""`fangzhi rollback`: readers see an earlier snapshot again."""

from pathlib import Path

import click
import dagster as dg

from orchestration.instance import dagster_instance
from orchestration.specs import PUBLISHED
from warehouse.errors import SettingsError
from warehouse.settings import Settings
from warehouse.store import Store


@click.command()
@click.option("--to", "name", metavar="SNAPSHOT", help="Snapshot (default: the one before).")
@click.option("--list", "listed", is_flag=True, help="Name the snapshots and do nothing.")
@click.option("--warehouse", metavar="DIR", help="Folder of the warehouse.")
def rollback(name: str | None, listed: bool, warehouse: str | None) -> None:
    """Publish an earlier snapshot again; what it replaces is not published again by itself."""
    settings = Settings.resolve(warehouse=warehouse)
    settings.require_published()
    store = Store(settings.warehouse)
    if listed:
        for folder in store.snapshot_folders():
            click.echo(_line(store, folder))
        return
    with store.locked():
        snapshot = snapshot_to(store, name)
        before = store.published()
        store.roll_back(snapshot)
        with dagster_instance(settings.warehouse) as instance:
            instance.report_runless_asset_event(_event(store, snapshot, before))
    click.echo(f"Published again: {_line(store, snapshot).strip()}")


def snapshot_to(store: Store, name: str | None) -> Path:
    """The snapshot of that name, or the one before the published; raises SettingsError if none."""
    folders = store.snapshot_folders()
    if name:
        found = [folder for folder in folders if folder.name == name]
        what = f"There is no snapshot {name}"
    else:
        published = store.published()
        found = [folder for folder in folders if published and folder.name < published.name][-1:]
        what = "There is no snapshot before the published one"
    if not found:
        raise SettingsError(f"{what}; see which there are: fangzhi rollback --list")
    return found[0]


def _line(store: Store, folder: Path) -> str:
    facts = store.facts(folder)
    mark = "*" if folder == store.published() else " "
    documents = facts.get("rows", {}).get("documents", 0)
    return f"{mark} {folder.name}  {facts.get('published_at', '')}  {documents:,} documents"


def _event(store: Store, snapshot: Path, before: Path | None) -> dg.AssetMaterialization:
    """What the page of `published` shows of the rollback."""
    return dg.AssetMaterialization(
        PUBLISHED,
        description=f"Rolled back to {snapshot.name}",
        tags={"dagster/data_version": store.published_facts()["fingerprint"]},
        metadata={
            "snapshot": dg.MetadataValue.path(str(snapshot)),
            "rolled back from": before.name if before else "",
        },
    )
