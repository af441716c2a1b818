"""`python -m tests.quality`: score the sample and the real documents, and raise the floors.

With `--errors N` it prints the first N differences of each set and pins nothing.
"""

import argparse
import tempfile
from pathlib import Path

from tests.conftest import build_here
from tests.quality.annotations import load_annotations
from tests.quality.figures import Figures
from tests.quality.floors import FILE, SETS, AnnotatedSet, pinned, raised, render
from tests.quality.scoring import score


def main() -> None:
    """Build and score each set that is here; without `--errors`, pin what was reached."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--errors", type=int, default=0, help="print N differences, pin nothing")
    errors = arguments.parse_args().errors
    tables = pinned()
    for annotated in SETS:
        if not annotated.present:
            print(f"{annotated.name}: not here, its floors stay")
            continue
        figures = score_anew(annotated)
        print_figures(annotated.name, figures, errors)
        table = tables.setdefault(annotated.name, {})
        table["annotations"] = annotated.digest()
        table["floors"] = raised(figures, table.get("floors", {}))
    if not errors:
        FILE.write_text(render(tables), "utf-8")


def score_anew(annotated: AnnotatedSet) -> Figures:
    """Figures of a warehouse built for this alone."""
    with tempfile.TemporaryDirectory() as folder:
        catalog = build_here(annotated.raw, Path(folder) / "warehouse")
        return score(catalog, load_annotations(annotated.annotations))


def print_figures(name: str, figures: Figures, errors: int) -> None:
    """A line for each measure, then the first differences."""
    print(f"\n{name}")
    for measure, figure in sorted(figures.items()):
        print(f"  {measure:28} {figure.f1:.3f}  n={figure.judgements}")
    for error in figures.errors[:errors]:
        print(f"    {error}")


if __name__ == "__main__":
    main()
