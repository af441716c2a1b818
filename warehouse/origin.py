"""Which raw folder a warehouse was built from, so that another one is not taken for it.

`<warehouse>/raw.json` holds the folder's path, and the path relative to the warehouse: both hold
when nothing moved, the second also when both were moved together.
"""

import json
import os
from pathlib import Path

from warehouse.errors import SettingsError


def raw_folder_of(warehouse: Path) -> Path | None:
    """The raw folder that the warehouse was built from; None if it was not built yet."""
    known = _read(warehouse)
    return next((path for path in known if path.is_dir()), known[0] if known else None)


def remember_raw_folder(warehouse: Path, raw: Path) -> None:
    """Make `raw` the folder that this warehouse is built from."""
    content = {"path": str(raw), "relative": os.path.relpath(raw, warehouse)}
    beside = warehouse / ".raw.json.writing"
    beside.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    beside.replace(warehouse / "raw.json")


def require_same_raw_folder(warehouse: Path, raw: Path) -> None:
    """Raises SettingsError if the warehouse was built from another folder than `raw`."""
    known = _read(warehouse)
    if known and raw.resolve() not in [path.resolve() for path in known]:
        raise SettingsError(
            f"The warehouse {warehouse} was built from {known[0]}, not from {raw}. If the raw "
            f"files moved there, run: fangzhi build {raw} --accept-raw. If they are other files, "
            "build them elsewhere, with --warehouse DIR"
        )


def _read(warehouse: Path) -> list[Path]:
    """The paths that the folder may have: as it was, and as it is if both were moved."""
    file = warehouse / "raw.json"
    if not file.exists():
        return []
    content = json.loads(file.read_text("utf-8"))
    return [Path(content["path"]), Path(os.path.normpath(warehouse / content["relative"]))]
