"""`python -m tests.peers`: score the pipeline with the peers' own cases and scorer.

Arguments behind `--` go to the scorer, for example `--fails 40 --kind money`.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.conftest import SHARED
from tests.peers.predictions import load_cases, predict

FOLDER = SHARED / "evaluation" / "peers"


def main() -> None:
    """Write the predictions and hand them to the peers' scorer."""
    if not FOLDER.is_dir():
        sys.exit(f"no cases: {FOLDER} is not there")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "predictions.jsonl"
        with file.open("w", encoding="utf-8") as lines:
            for case_id, spans in predict(load_cases(FOLDER / "number_cases.jsonl")):
                lines.write(json.dumps({"case_id": case_id, "spans": spans}) + "\n")
        arguments = [sys.executable, str(FOLDER / "score_cases.py"), str(file), *sys.argv[1:]]
        sys.exit(subprocess.run(arguments, check=False).returncode)


if __name__ == "__main__":
    main()
