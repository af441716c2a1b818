"""Where parts are derived: in this process, in a pool of processes, or on a Dask cluster."""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from contextlib import contextmanager

from warehouse.derivation import Outcome, Task, derive_part
from warehouse.settings import worker_count

# Below this a pool's start (about a second a process) costs more than it saves.
WORTH_A_POOL = 500_000  # bytes of raw files


def derive_parts(tasks: list[Task], executor: str) -> Iterator[Outcome]:
    """Derive the parts, yielding each as it is done, in no certain order.

    `executor` is `local[N]`. Raises SettingsError for an unknown one, BrokenPromiseError if the
    rows of a part break their contract; parts that were done by then stay stored.
    """
    workers = worker_count(executor)
    small = sum(task.part.byte_count for task in tasks) < WORTH_A_POOL
    if workers == 1 or len(tasks) < 2 or small:
        yield from map(derive_part, tasks)
        return
    with process_pool(min(workers, len(tasks))) as pool:
        yield from map_parts(pool, tasks)


def map_parts(
    pool: Executor, tasks: list[Task], derive: Callable[[Task], Outcome] = derive_part
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
