"""Floors: what a build reached over an annotated set when that was last pinned.

`floors.toml` beside this module has a table for each set: the digest of its annotations, and a
floor for each measure. `python -m tests.quality` raises floors to what is reached now and never
lowers one. Lowering is an edit by hand, of the floor and of `lowered`, which gives the reason.
"""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT, SHARED
from tests.quality.figures import Figure, Figures
from warehouse.settings import SAMPLE

FILE = Path(__file__).parent / "floors.toml"
# What a change elsewhere may cost a measure before somebody has to look: this, and one judgement.
SLACK = 0.02
# Fewer judgements than this say nothing about a rate.
FEWEST = 5


@dataclass(frozen=True)
class AnnotatedSet:
    """Raw documents, some of which are annotated."""

    name: str
    raw: Path
    annotations: Path

    @property
    def present(self) -> bool:
        """Whether both folders are here; the real documents are not in every clone."""
        return self.raw.is_dir() and self.annotations.is_dir()

    def digest(self) -> str:
        """Identity of the annotations: changed judgements need newly pinned floors."""
        digest = hashlib.sha256()
        for file in sorted(self.annotations.glob("*.json")):
            digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
        return digest.hexdigest()[:16]


SETS = (
    AnnotatedSet("sample", SAMPLE, ROOT / "tests" / "gold_sample"),
    AnnotatedSet("shared", SHARED / "raw", SHARED / "evaluation" / "gold"),
)


def pinned() -> dict[str, dict]:
    """The tables of floors.toml; empty if nothing was pinned yet."""
    return tomllib.loads(FILE.read_text("utf-8")) if FILE.exists() else {}


def fallen(figures: Figures, floors: dict[str, float]) -> list[str]:
    """A sentence for each measure under its floor."""
    return [
        f"{measure} fell to {figures[measure].f1:.3f}, its floor is {floor}"
        for measure, floor in floors.items()
        if figures[measure].f1 < floor
    ]


def raised(figures: Figures, floors: dict[str, float]) -> dict[str, float]:
    """The floors, each raised to what was reached less the slack."""
    reached = {
        measure: _floor_under(figure)
        for measure, figure in figures.items()
        if figure.judgements >= FEWEST and _floor_under(figure) > 0
    }
    return {
        measure: max(floors.get(measure, 0.0), reached.get(measure, 0.0))
        for measure in sorted(floors.keys() | reached.keys())
    }


def _floor_under(figure: Figure) -> float:
    return int((figure.f1 - SLACK - 1 / figure.judgements) * 100) / 100


def render(tables: dict[str, dict]) -> str:
    """The text of floors.toml."""
    lines = [
        "# What the build must not fall under; `python -m tests.quality` pins it, and only raises.",
        "# To lower a floor, edit it and say why under `lowered` of its set: measure = reason.",
    ]
    for name, table in tables.items():
        lines += ["", f"[{name}]", f'annotations = "{table["annotations"]}"']
        for part in ("floors", "lowered"):
            lines += ["", f"[{name}.{part}]"]
            lines += [
                f'"{key}" = {value if part == "floors" else _quoted(value)}'
                for key, value in table.get(part, {}).items()
            ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
