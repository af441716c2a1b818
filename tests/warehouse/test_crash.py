"""A build killed at any instant leaves one whole snapshot, and the next build finishes the work."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, build_here, rows


def run_build(raw: Path, warehouse: Path, deadly: int) -> subprocess.CompletedProcess:
    module = "tests.warehouse.build_and_die"
    command = [sys.executable, "-m", module, str(raw), str(warehouse), str(deadly)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture
def half(raw, tmp_path):
    """A raw folder of one document, built, to which a second document was added since."""
    (raw / "a.txt").write_text("某县新增基站12个。", "utf-8")
    catalog = build_here(raw, tmp_path / "warehouse")
    (raw / "b.txt").write_text("某市新增基站30个。", "utf-8")
    return catalog


def test_a_build_killed_at_any_change_leaves_the_old_snapshot_or_the_new(half, raw, tmp_path):
    changes = int(run_build(raw, tmp_path / "other", 10**6).stdout)
    # Every step of an incremental build is met; those before publication in strides.
    steps = [*range(1, changes, max(1, changes // 8)), *range(changes - 6, changes + 1)]
    seen = []
    for deadly in steps:
        died = run_build(raw, half.parent, deadly).returncode == -signal.SIGKILL
        ((articles,),) = rows(half, "select count(*) from articles")
        seen.append((articles, died))
        assert articles in (1, 2)
        if articles == 2:
            break
    assert seen[0] == (1, True), "the first kill must come before anything is published"
    assert rows(build_here(raw, half.parent), "select count(*) from articles") == [(2,)]


def test_readers_see_whole_snapshots_while_builds_publish(raw, tmp_path):
    def add(number: int) -> Path:
        for collection in ("east", "west"):
            (raw / collection).mkdir(exist_ok=True)
            text = f"{collection}某县新增基站{number}个。"
            (raw / collection / f"{number}.txt").write_text(text, "utf-8")
        return build_here(raw, tmp_path / "warehouse")

    catalog = add(10)
    command = [sys.executable, "-m", "tests.warehouse.read_until_told", str(catalog)]
    reader = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    for number in range(11, 17):
        add(number)
    said, _ = reader.communicate("")
    readings, *faults = said.split("\n")
    assert int(readings) > 0
    assert [fault for fault in faults if fault] == []
