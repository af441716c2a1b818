"""A reader that opens the catalog again and again until its standard input closes.

    python -m tests.warehouse.read_until_told CATALOG

Prints how often it read, and every reading that was not one whole snapshot: each build of the test
holds as many articles in one collection as in the other.
"""

import sys
import threading
from pathlib import Path

import polars as pl

from tests.conftest import rows

BALANCE = "select count(*) filter (collection = 'east') - count(*) filter (collection = 'west')"


def main(catalog: Path) -> None:
    """Read both ways that readers have: through the catalog, and the Parquet under current/."""
    told = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), told.set()), daemon=True).start()
    readings, faults = 0, []
    while not told.is_set():
        readings += 1
        try:
            ((balance,),) = rows(
                catalog, f"{BALANCE} from documents join articles using (document_id)"
            )
            current = (catalog.parent / "current").resolve()
            files = list((current / "documents").glob("*.parquet"))
            counts = pl.read_parquet(files)["collection"].value_counts()["count"].unique()
        except Exception as failure:
            faults.append(repr(failure))
            continue
        if balance or len(counts) != 1:
            faults.append(f"a mixture: {balance} {counts.to_list()}")
    print(readings, *faults, sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
