"""A folder of pages that is written once and then only where something changed.

The folder keeps a manifest: what each file was made from. A file made from the same is left as it
is, one that is no longer wanted is removed, and files that the manifest does not know are never
touched.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from warehouse.errors import SettingsError

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Tally:
    """What a run left in the folder, and what it changed there."""

    file_count: int
    byte_count: int
    written: int
    removed: int


class Site:
    """The folder of a static site; `made_by` stands for the code and settings of its pages."""

    def __init__(self, root: Path, made_by: str) -> None:
        """Raises SettingsError if the folder holds anything that is not a site of ours."""
        manifest = root / MANIFEST
        if not manifest.exists() and root.exists() and (not root.is_dir() or any(root.iterdir())):
            raise SettingsError(
                f"{root} holds other files; choose an empty or a new folder: "
                "fangzhi report --out DIR"
            )
        root.mkdir(parents=True, exist_ok=True)
        if not manifest.exists():  # marks the folder as ours, also when this run is cut short
            manifest.write_text("{}", "utf-8")
        remembered = json.loads(manifest.read_text("utf-8"))
        self.root, self.made_by = root, made_by
        self.source: str | None = remembered.get("source")
        self.before: dict[str, str] = remembered.get("files", {})
        self.now: dict[str, str] = {}
        self.written = 0

    def is_made_from(self, source: object) -> bool:
        """Whether the last run made all of it from the same source, and nothing is missing."""
        return self.source == self._digest(source) and all(
            (self.root / path).exists() for path in self.before
        )

    def keeps(self, path: str, inputs: object) -> bool:
        """Whether a file is there that was made from these inputs; it belongs to the site."""
        self.now[path] = digest = self._digest(inputs)
        return self.before.get(path) == digest and (self.root / path).exists()

    def write(self, path: str, inputs: object, content: Callable[[], str | bytes]) -> None:
        """Write a file unless it was already made from the same inputs."""
        if self.keeps(path, inputs):
            return
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        made = content()
        file.write_bytes(made.encode() if isinstance(made, str) else made)
        self.written += 1

    def finish(self, source: object) -> Tally:
        """Remove what this run did not ask for, and remember what the files were made from."""
        unwanted = self.before.keys() - self.now.keys()
        for path in unwanted:
            (self.root / path).unlink(missing_ok=True)
        remembered = {"source": self._digest(source), "files": dict(sorted(self.now.items()))}
        (self.root / MANIFEST).write_text(json.dumps(remembered, indent=0), "utf-8")
        return self._tally(self.now, len(unwanted))

    def keep(self) -> Tally:
        """Leave everything as it is."""
        return self._tally(self.before, removed=0)

    def _tally(self, files: dict[str, str], removed: int) -> Tally:
        size = sum((self.root / path).stat().st_size for path in files)
        return Tally(len(files), size, self.written, removed)

    def _digest(self, inputs: object) -> str:
        """Stands for anything whose repr says all that matters of it."""
        return hashlib.blake2b(f"{self.made_by}\0{inputs!r}".encode(), digest_size=12).hexdigest()
