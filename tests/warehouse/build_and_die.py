"""A build that kills its own process before its Nth change to a name in the file system.

    python -m tests.warehouse.build_and_die RAW WAREHOUSE N

Prints nothing and is killed by SIGKILL, or, if it makes fewer changes, prints how many it made.
"""

import os
import signal
import sys
from pathlib import Path

from tests.conftest import build_here

CHANGES = ("replace", "rename", "link", "symlink", "unlink", "rmdir", "mkdir")


def main(raw: Path, warehouse: Path, deadly: int) -> None:
    """Build, counting changes; die at once before change number `deadly`, counted from 1."""
    made = 0

    def counted(change):
        def count_or_die(*arguments, **options):
            nonlocal made
            made += 1
            if made == deadly:
                os.kill(os.getpid(), signal.SIGKILL)
            return change(*arguments, **options)

        return count_or_die

    for name in CHANGES:
        setattr(os, name, counted(getattr(os, name)))
    build_here(raw, warehouse)
    print(made)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
