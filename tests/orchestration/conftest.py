"""Fixtures for the graph: a warehouse that is open, and a history that leaves no trace."""

from collections.abc import Callable, Iterator
from pathlib import Path

import dagster as dg
import pytest

from orchestration.launch import run_build
from orchestration.observation import stale_collections
from orchestration.resources import OpenWarehouse
from warehouse.settings import Settings
from warehouse.store import Store


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    """Dagster's history, in memory."""
    with dg.DagsterInstance.ephemeral() as ephemeral:
        yield ephemeral


@pytest.fixture
def opened(raw: Path, tmp_path: Path) -> Callable[[], OpenWarehouse]:
    """Opens the warehouse of the raw folder, as a new run would."""

    def open_warehouse() -> OpenWarehouse:
        settings = Settings(raw=raw, warehouse=tmp_path / "warehouse", executor="local[1]")
        settings.require_writable()
        store = Store(settings.warehouse)
        store.prepare()
        return OpenWarehouse(settings, store)

    return open_warehouse


@pytest.fixture
def two_collections(raw: Path) -> Path:
    """A raw folder with one document in each of two collections."""
    for name in ("east", "west"):
        (raw / name).mkdir()
        (raw / name / "a.txt").write_text(f"{name}：某县新增基站12个。", "utf-8")
    return raw


def build_stale(
    warehouse: OpenWarehouse, instance: dg.DagsterInstance, accept_loss: bool = False
) -> list[str]:
    """Build what is stale and publish; returns the collections that were derived."""
    stale = stale_collections(warehouse.plan.parts, warehouse.store)
    run_build(warehouse, instance, stale, accept_loss)
    return stale
