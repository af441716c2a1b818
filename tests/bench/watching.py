"""What a tick of the sensor costs over unchanged files: `python -m tests.bench.watching`.

Files are written to a temporary folder, listed once, and taken for derived. The tick then runs in
a process of its own, as the daemon's code server runs it: time of the tick alone, peak memory of
the whole process with Dagster and polars imported.
"""

import argparse
import multiprocessing
import resource
import sys
import tempfile
import time
from pathlib import Path

import dagster as dg

from orchestration.observation import observe
from orchestration.sensors import raw_folder_sensor
from warehouse.settings import Settings
from warehouse.store import PartEntry, Store

FILES_A_FOLDER = 1_000
# ru_maxrss counts kilobytes on Linux and bytes on macOS.
MEGABYTE = 1_000_000 if sys.platform == "darwin" else 1_000_000 / 1_024


def main() -> None:
    """Print seconds, megabytes and the sensor's sentence."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--files", type=int, default=100_000)
    count = parser.parse_args().files
    spawn = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder, "raw"), Path(folder, "warehouse"), "local[1]")
        for step in (_land, _take_for_derived, _tick):
            process = spawn.Process(target=step, args=(settings, count))
            process.start()
            process.join()


def _land(settings: Settings, count: int) -> None:
    for number in range(count):
        folder = settings.raw / "press" / f"{2000 + number // FILES_A_FOLDER}"
        if number % FILES_A_FOLDER == 0:
            folder.mkdir(parents=True)
        (folder / f"第{number:06}号报道.txt").write_text(f"某县新增基站{number}个。", "utf-8")


def _take_for_derived(settings: Settings, _count: int) -> None:
    settings.require_writable()
    store = Store(settings.warehouse)
    store.prepare()
    for name, parts in observe(settings, store).parts.items():
        entries = [PartEntry(part.digest, len(part.files), part.byte_count, {}) for part in parts]
        store.write_collection(name, entries)


def _tick(settings: Settings, count: int) -> None:
    sensor = raw_folder_sensor(lambda: settings)
    with dg.DagsterInstance.ephemeral() as instance:
        context = dg.build_sensor_context(instance, cursor="{}")
        before, started = _peak(), time.perf_counter()
        result = sensor(context)
        seconds = time.perf_counter() - started
    told = result.skip_message if isinstance(result, dg.SkipReason) else "requests runs"
    print(f"{count:,} files: {seconds:.2f} s, {_peak():.0f} MB at most ({before:.0f} before)")
    print(told)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE


if __name__ == "__main__":
    main()
