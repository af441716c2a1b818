"""The map over parts survives its workers, in pools of real processes."""

import os
import signal
from pathlib import Path

import polars as pl
import pytest

from warehouse import executors
from warehouse.derivation import PART_TABLES, Outcome, Task, derive_part
from warehouse.errors import SettingsError
from warehouse.executors import DIED, derive_parts
from warehouse.listing import scan
from warehouse.parts import part_of
from warehouse.store import Store


def derive_or_die(task: Task) -> Outcome:
    """Derives like the real thing, but a document named deadly kills the process."""
    deadly = [file for file in task.part.files if file.path.startswith("deadly")]
    if any(file.document_id not in task.set_aside for file in deadly):
        os.kill(os.getpid(), signal.SIGKILL)
    return derive_part(task)


def tasks_for(raw: Path, tmp_path: Path, names: list[list[str]]) -> tuple[Store, list[Task]]:
    for name in (name for group in names for name in group):
        (raw / name).write_text(f"{name}。某县新增基站12个。", "utf-8")
    store = Store(tmp_path / "warehouse")
    store.root.mkdir()
    store.prepare()
    files = {file.path: file for file in scan(raw).collections["."]}
    parts = [part_of(".", [files[name] for name in group]) for group in names]
    return store, [Task(raw, store.root, part, PART_TABLES) for part in parts]


@pytest.fixture
def pools_for_everything(monkeypatch):
    """Pools even for tests' small parts."""
    monkeypatch.setattr(executors, "WORTH_A_POOL", 0)


def test_a_document_that_kills_its_worker_is_quarantined_alone(raw, tmp_path, pools_for_everything):
    names = [["a.txt", "deadly.txt", "z.txt"], ["b.txt"]]
    store, tasks = tasks_for(raw, tmp_path, names)
    outcomes = list(derive_parts(tasks, "local[2]", derive_or_die))
    documents = pl.concat(
        store.read_parts("documents", [outcome.keys["documents"]]) for outcome in outcomes
    ).collect()
    errors = dict(documents.select("path", "error").iter_rows())
    assert errors == {"a.txt": None, "b.txt": None, "deadly.txt": DIED, "z.txt": None}


def test_a_dask_cluster_gives_the_bytes_that_a_pool_gives(raw, tmp_path, pools_for_everything):
    distributed = pytest.importorskip("distributed")
    store, tasks = tasks_for(raw, tmp_path, [["a.txt"], ["b.txt"]])
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, dashboard_address=None, protocol="tcp"
    ) as cluster:
        address = cluster.scheduler_address.replace("tcp://", "dask://")
        there = list(derive_parts(tasks, address))
    files = [store.part("articles", outcome.keys["articles"]) for outcome in there]
    before = [file.read_bytes() for file in sorted(files)]
    for file in files:
        file.unlink()
    list(derive_parts(tasks, "local[2]"))
    assert [file.read_bytes() for file in sorted(files)] == before


def test_a_cluster_that_does_not_answer_is_a_setting_to_correct():
    with pytest.raises(SettingsError, match="No Dask scheduler answers"):
        list(derive_parts([], "dask://127.0.0.1:9"))


@pytest.mark.parametrize("executor", ["local[0]", "local", "spark://host"])
def test_an_unknown_executor_is_named(executor):
    with pytest.raises(SettingsError, match="unknown; use local"):
        list(derive_parts([], executor))
