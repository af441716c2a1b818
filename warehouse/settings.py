"""Settings: from the command line, else the environment, else a default.

They are read when asked for, never at import.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from warehouse.errors import SettingsError
from warehouse.origin import raw_folder_of

SAMPLE = Path(__file__).parent / "raw"
MEGABYTE = 1_000_000
DASK = "dask://"


@dataclass(frozen=True)
class Settings:
    """Where raw files lie, where the warehouse stands, and what does the work."""

    raw: Path
    warehouse: Path
    executor: str
    document_limit: int = 16 * MEGABYTE  # bytes; a larger file is quarantined, not read

    @classmethod
    def resolve(
        cls, raw: str | None = None, warehouse: str | None = None, executor: str | None = None
    ) -> "Settings":
        """Settings with absolute paths.

        FANGZHI_WAREHOUSE defaults to `data/warehouse` below the working directory, FANGZHI_RAW to
        what that warehouse was built from, else the sample that ships with the project, and
        FANGZHI_EXECUTOR to one process a core.
        """
        folder = Path(
            warehouse or os.environ.get("FANGZHI_WAREHOUSE") or "data/warehouse"
        ).absolute()
        documents = raw or os.environ.get("FANGZHI_RAW") or raw_folder_of(folder) or SAMPLE
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
        return cls(
            raw=Path(documents).absolute(),
            warehouse=folder,
            executor=executor or os.environ.get("FANGZHI_EXECUTOR") or f"local[{cores or 1}]",
        )

    def require_raw(self) -> None:
        """Raises SettingsError unless the raw folder can be listed."""
        if not self.raw.is_dir():
            raise SettingsError(
                f"The raw folder {self.raw} is no folder; name an existing one: fangzhi build RAW"
            )
        if not os.access(self.raw, os.R_OK | os.X_OK):
            raise SettingsError(
                f"The raw folder {self.raw} cannot be listed; check its permissions"
            )

    def require_executor(self) -> None:
        """Raises SettingsError for an unknown executor, also where there is nothing to derive."""
        if not self.executor.startswith(DASK):
            worker_count(self.executor)

    def require_writable(self) -> None:
        """Creates the warehouse folder; raises SettingsError if nothing can be written there."""
        try:
            self.warehouse.mkdir(parents=True, exist_ok=True)
            probe = self.warehouse / f".write-probe-{os.getpid()}"
            probe.touch()
            probe.unlink()
        except OSError as failure:
            raise SettingsError(
                f"The warehouse folder {self.warehouse} cannot be written ({failure.strerror}); "
                "choose another with --warehouse DIR"
            ) from failure

    def require_published(self) -> Path:
        """Path of the catalog; raises SettingsError if nothing was published there yet."""
        catalog = self.warehouse / "fangzhi.duckdb"
        if not catalog.exists():
            raise SettingsError(
                f"No warehouse is published in {self.warehouse}; build one first: fangzhi build RAW"
            )
        return catalog


def worker_count(executor: str) -> int:
    """N of `local[N]`; raises SettingsError for anything else."""
    match = re.fullmatch(r"local\[(\d+)\]", executor)
    if not match or int(match[1]) < 1:
        raise SettingsError(
            f"The executor {executor!r} is unknown; use local[N] or dask://host:port"
        )
    return int(match[1])
