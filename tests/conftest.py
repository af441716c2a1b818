"""Fixtures that several test modules share: small raw folders and warehouses built from them."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from warehouse import build as stages
from warehouse.settings import Settings
from warehouse.store import Store

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """An empty raw folder."""
    folder = tmp_path / "raw"
    folder.mkdir()
    return folder


@pytest.fixture
def build_warehouse(tmp_path: Path) -> Callable[..., Path]:
    """Builds a raw folder in this process, without Dagster; returns the catalog's path."""

    def build(raw: Path, name: str = "warehouse") -> Path:
        settings = Settings(raw=raw, warehouse=tmp_path / name, executor="local[1]")
        settings.require_writable()
        store = Store(settings.warehouse)
        store.prepare()
        plan = stages.plan(settings, store)
        list(stages.derive_collections(settings, store, plan.parts))
        stages.reduce(store)
        stages.publish(store, stages.candidate(store))
        return settings.require_published()

    return build


def rows(catalog: Path, query: str) -> list[tuple]:
    """The rows of one query over a published catalog."""
    with duckdb.connect(catalog, read_only=True) as connection:
        return connection.execute(query).fetchall()
