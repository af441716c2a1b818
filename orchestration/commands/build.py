"""`fangzhi build`: raw documents in, a published warehouse out, as runs of the Dagster graph."""

import time

import click
import dagster as dg

from orchestration.commands.progress import reporter_for, summary
from orchestration.instance import dagster_instance
from orchestration.launch import run_build
from orchestration.observation import stale_collections
from orchestration.resources import OpenWarehouse
from warehouse.errors import BrokenPromiseError
from warehouse.origin import remember_raw_folder
from warehouse.settings import Settings
from warehouse.store import Store


@click.command()
@click.argument("raw", required=False)
@click.option("--warehouse", metavar="DIR", help="Folder of the warehouse.")
@click.option("--executor", metavar="local[N]|dask://HOST:PORT", help="What derives the parts.")
@click.option("--accept-loss", is_flag=True, help="Publish even if much of it is gone.")
@click.option("--accept-raw", is_flag=True, help="Take RAW for the raw folder from now on.")
def build(
    raw: str | None,
    warehouse: str | None,
    executor: str | None,
    accept_loss: bool,
    accept_raw: bool,
) -> None:
    """Read the raw documents in RAW and publish what changed."""
    started = time.perf_counter()
    settings = Settings.resolve(raw, warehouse, executor)
    settings.require_raw()
    settings.require_executor()
    settings.require_writable()
    store = Store(settings.warehouse)
    store.prepare()
    with store.locked(), dagster_instance(settings.warehouse) as instance:
        if accept_raw:
            remember_raw_folder(settings.warehouse, settings.raw)
        opened, before = OpenWarehouse(settings, store), store.published()
        stale = stale_collections(opened.plan.parts, store)
        with reporter_for(opened.plan, stale, store) as opened.reporter:
            _run(opened, instance, stale, accept_loss)
        summary(opened, stale, time.perf_counter() - started, before)


def _run(
    warehouse: OpenWarehouse, instance: dg.DagsterInstance, stale: list[str], accept_loss: bool
) -> None:
    try:
        run_build(warehouse, instance, stale, accept_loss)
    except dg.Failure as failure:
        if isinstance(failure.__cause__, BrokenPromiseError):
            raise failure.__cause__ from failure
        raise
