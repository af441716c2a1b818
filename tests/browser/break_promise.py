"""Runs the graph on a warehouse with a row that breaks a promise, for a browser to look at.

`python tests/browser/break_promise.py WAREHOUSE` lets the audit find one metric whose span does
not cut out its text; the run fails and nothing is published.
"""

import sys
from pathlib import Path

import dagster as dg
import polars as pl

from orchestration import resources
from orchestration.instance import dagster_instance
from orchestration.launch import run_build
from orchestration.resources import OpenWarehouse
from warehouse.audit import Finding
from warehouse.settings import Settings
from warehouse.sql_files import sql_files
from warehouse.store import Store

PROMISE = "metrics__spans"


class Unseen(Store):
    """A store that forgets what it published, so that the same rows must pass the audit again."""

    def published(self) -> Path | None:
        return None


def one_broken(files: dict[str, list[Path]]) -> list[Finding]:
    """What the audit of these files would find if its first metric had a wrong span."""
    check = next(check for check in sql_files("checks") if check.name == PROMISE)
    return [Finding(check, pl.read_parquet(files["metrics"][0], n_rows=1))]


def main(warehouse: str) -> None:
    """Fail one run; the UI over the same warehouse shows why."""
    resources.findings = one_broken
    settings = Settings.resolve(warehouse=warehouse)
    store = Unseen(settings.warehouse)
    with store.locked(), dagster_instance(settings.warehouse) as instance:
        opened = OpenWarehouse(settings, store)
        try:
            run_build(opened, instance, [])
        except dg.Failure:
            return
    raise SystemExit("the broken promise did not stop the run")


if __name__ == "__main__":
    main(sys.argv[1])
