"""`python -m tests.golden`: print the rows of the golden documents; `--update` writes them."""

import argparse
import tempfile
from pathlib import Path

from tests.conftest import build_here
from tests.golden import DOCUMENTS, golden_file
from tests.golden.rendering import render
from warehouse.settings import SAMPLE


def main() -> None:
    """Build the sample, then print or write the rows of each golden document."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--update", action="store_true", help="write the golden files anew")
    update = arguments.parse_args().update
    with tempfile.TemporaryDirectory() as folder:
        catalog = build_here(SAMPLE, Path(folder) / "warehouse")
        for path in DOCUMENTS:
            text = render(catalog, path)
            if update:
                golden_file(path).write_text(text, "utf-8")
            else:
                print(text)


if __name__ == "__main__":
    main()
