"""Fixtures that several test modules share: small raw folders and warehouses built from them."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from hypothesis import settings

from warehouse import build as stages
from warehouse.settings import SAMPLE, Settings
from warehouse.store import Store

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"

# Time decides nothing here: the first example of many loads lexicons, and machines differ.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """An empty raw folder."""
    folder = tmp_path / "raw"
    folder.mkdir()
    return folder


@pytest.fixture
def build_warehouse(tmp_path: Path) -> Callable[..., Path]:
    """Builds a raw folder in this process, without Dagster; returns the catalog's path."""

    def build(raw: Path, name: str = "warehouse", executor: str = "local[1]") -> Path:
        return build_here(raw, tmp_path / name, executor)

    return build


@pytest.fixture(scope="session")
def sample_catalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalog of the sample documents, built once a session."""
    return build_here(SAMPLE, tmp_path_factory.mktemp("sample") / "warehouse")


@pytest.fixture(scope="session")
def shared_catalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalog of the real documents beside the project; skips where there are none."""
    if not (SHARED / "raw").is_dir():
        pytest.skip("the real documents are not here: no ../shared/raw beside the project")
    return build_here(SHARED / "raw", tmp_path_factory.mktemp("shared") / "warehouse")


def build_here(raw: Path, warehouse: Path, executor: str = "local[1]") -> Path:
    """Builds a raw folder in this process, without Dagster; returns the catalog's path."""
    settings = Settings(raw=raw, warehouse=warehouse, executor=executor)
    settings.require_writable()
    store = Store(settings.warehouse)
    store.prepare()
    plan = stages.plan(settings, store)
    list(stages.derive_collections(settings, store, plan.parts))
    stages.reduce(store)
    stages.publish(store, stages.candidate(store))
    return settings.require_published()


def rows(catalog: Path, query: str) -> list[tuple]:
    """The rows of one query over a published catalog."""
    with duckdb.connect(catalog, read_only=True) as connection:
        return connection.execute(query).fetchall()
