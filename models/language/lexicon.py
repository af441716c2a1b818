"""Reads lexicon files: words as data, each entry with examples it must accept and refuse.

A lexicon is a TOML file under `models/lexicon/`. Code asks for it by name with a literal
(`load("units")`), which is also how a table's code version knows which words affect it.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "lexicon"


@cache
def load(name: str) -> dict[str, Any]:
    """The parsed lexicon `name`; raises FileNotFoundError or tomllib.TOMLDecodeError."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
