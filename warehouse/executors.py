"""Where parts are derived: in this process, in a pool of processes, or on a Dask cluster."""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace

from warehouse.derivation import Outcome, Task, derive_part
from warehouse.errors import SettingsError
from warehouse.listing import RawFile
from warehouse.parts import part_of
from warehouse.settings import DASK, worker_count

# Below this a pool's start (about a second a process) costs more than it saves.
WORTH_A_POOL = 500_000  # bytes of raw files

DIED = "The process that read it died, perhaps for want of memory; try the file alone."


def derive_parts(
    tasks: list[Task], executor: str, derive: Callable[[Task], Outcome] = derive_part
) -> Iterator[Outcome]:
    """Derive the parts, yielding each as it is done, in no certain order.

    `executor` is `local[N]` or `dask://host:port`. Raises SettingsError for an unknown one,
    BrokenPromiseError if the rows of a part break their contract; parts that were done by then
    stay stored. A document whose worker dies is quarantined.
    """
    if executor.startswith(DASK):
        with dask_cluster(executor) as pool:
            yield from map_parts(pool, tasks, derive)
        return
    workers = worker_count(executor)
    small = sum(task.part.byte_count for task in tasks) < WORTH_A_POOL
    if workers == 1 or len(tasks) < 2 or small:
        yield from map(derive, tasks)
        return
    waiting = {task.part.digest: task for task in tasks}
    try:
        with process_pool(min(workers, len(tasks))) as pool:
            for outcome in map_parts(pool, tasks, derive):
                del waiting[outcome.digest]
                yield outcome
    except BrokenProcessPool:
        # Nobody says which part killed its worker, so the rest goes one at a time.
        for task in waiting.values():
            yield derive_alone(task, derive)


def map_parts(
    pool: Executor, tasks: list[Task], derive: Callable[[Task], Outcome]
) -> Iterator[Outcome]:
    """Run the tasks on any executor, the largest first, so that none is left alone at the end."""
    largest_first = sorted(tasks, key=lambda task: -task.part.byte_count)
    futures = [pool.submit(derive, task) for task in largest_first]
    try:
        for future in as_completed(futures):
            yield future.result()
    finally:
        for future in futures:
            future.cancel()


def derive_alone(task: Task, derive: Callable[[Task], Outcome] = derive_part) -> Outcome:
    """Derive one part in a process of its own; documents on which that dies are set aside."""
    try:
        return _run_alone(derive, task)
    except BrokenProcessPool:
        deadly = _find_deadly(task, task.part.files, derive)
        return _run_alone(derive, replace(task, set_aside=deadly))


def _find_deadly(
    task: Task, files: tuple[RawFile, ...], derive: Callable[[Task], Outcome]
) -> dict[str, str]:
    """document_id → sentence of the documents that kill the process which reads them, by halving.

    Each half is derived as a part of its own; what that stores belongs to nothing and is cleaned
    away after the next publication.
    """
    try:
        _run_alone(derive, replace(task, part=part_of(task.part.collection, files)))
    except BrokenProcessPool:
        if len(files) == 1:
            return {files[0].document_id: DIED}
        half = len(files) // 2
        return _find_deadly(task, files[:half], derive) | _find_deadly(task, files[half:], derive)
    return {}


def _run_alone(derive: Callable[[Task], Outcome], task: Task) -> Outcome:
    with process_pool(1) as pool:
        return pool.submit(derive, task).result()


@contextmanager
def process_pool(workers: int) -> Iterator[Executor]:
    """A pool of spawned processes of one polars thread each; a fork after polars would hang."""
    before = os.environ.get("POLARS_MAX_THREADS")
    os.environ["POLARS_MAX_THREADS"] = "1"
    try:
        with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
            yield pool
    finally:
        if before is None:
            del os.environ["POLARS_MAX_THREADS"]
        else:
            os.environ["POLARS_MAX_THREADS"] = before


@contextmanager
def dask_cluster(address: str) -> Iterator[Executor]:
    """The executor of a running Dask cluster; its workers see the same raw and warehouse folders.

    Raises SettingsError if the package is missing or no scheduler answers at `dask://host:port`.
    """
    try:
        from distributed import Client
    except ImportError as failure:
        raise SettingsError(
            f"{address} needs the package distributed; install it: pip install 'fangzhi[dask]'"
        ) from failure
    try:
        client = Client(address.replace(DASK, "tcp://", 1), timeout="10s")
    except OSError as failure:
        raise SettingsError(f"No Dask scheduler answers at {address}; start one there") from failure
    with client:
        yield client.get_executor()
