"""Quality must not fall, on the annotated sample and on the real documents where they are."""

from pathlib import Path

import pytest

from tests.quality.annotations import load_annotations
from tests.quality.floors import SETS, AnnotatedSet, fallen, pinned
from tests.quality.scoring import score

SAMPLE_SET, SHARED_SET = SETS


def test_the_sample_is_read_as_well_as_before(sample_catalog: Path) -> None:
    _require_floors(SAMPLE_SET, sample_catalog)


def test_the_real_documents_are_read_as_well_as_before(shared_catalog: Path) -> None:
    if not SHARED_SET.present:
        pytest.skip("the annotations are not here: no ../shared/evaluation/gold")
    _require_floors(SHARED_SET, shared_catalog)


def _require_floors(annotated: AnnotatedSet, catalog: Path) -> None:
    """Fails with every measure that fell, and with what would lead to its cause."""
    table = pinned()[annotated.name]
    assert table["annotations"] == annotated.digest(), (
        f"The annotations of {annotated.name} changed: pin its floors with python -m tests.quality"
    )
    figures = score(catalog, load_annotations(annotated.annotations))
    assert not fallen(figures, table["floors"]), (
        "\n".join(fallen(figures, table["floors"]))
        + "\nSee what is missed and invented with python -m tests.quality --errors 40"
    )
