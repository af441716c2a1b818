"""`fangzhi sql` and `fangzhi status`: what they print, what they refuse, and how they say it."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.conftest import ROOT, build_here
from warehouse.prompt import names
from warehouse.session import is_complete, open_reader


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse of two documents, one of them unreadable."""
    folder = tmp_path_factory.mktemp("sql")
    raw = folder / "raw"
    raw.mkdir()
    (raw / "a.txt").write_text("河口港去年新增泊位12个。", "utf-8")
    (raw / "b.txt").write_bytes(b"\x00\xff\xfe\x00" * 64)
    return build_here(raw, folder / "warehouse").parent


def fangzhi(*arguments: str, warehouse: Path, text: str | None = None):
    return subprocess.run(
        [sys.executable, "-m", "warehouse", *arguments, "--warehouse", str(warehouse)],
        cwd=ROOT, input=text, capture_output=True, text=True, check=False,
    )  # fmt: skip


ROWS = "SELECT 1 AS n, '河口，港' AS name, 2.0 AS share UNION ALL SELECT 2, NULL, 0.5 ORDER BY n"


def test_a_pipe_gets_plain_lines(warehouse: Path):
    ran = fangzhi("sql", ROWS, warehouse=warehouse)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == "n\tname\tshare\n1\t河口，港\t2.0\n2\t\t0.5\n"


def test_csv_reads_back(warehouse: Path):
    ran = fangzhi("sql", ROWS, "--format", "csv", warehouse=warehouse)
    assert list(csv.reader(ran.stdout.splitlines())) == [
        ["n", "name", "share"],
        ["1", "河口，港", "2.0"],
        ["2", "", "0.5"],
    ]


def test_json_is_one_array(warehouse: Path):
    ran = fangzhi("sql", ROWS, "--format", "json", warehouse=warehouse)
    assert json.loads(ran.stdout) == [
        {"n": 1, "name": "河口，港", "share": 2},
        {"n": 2, "name": None, "share": 0.5},
    ]


def test_dates_decimals_and_line_feeds_leave_as_every_program_reads_them(warehouse: Path):
    query = "SELECT DATE '2024-06-12' AS day, 0.50 AS share, 3::DECIMAL AS n, 'a\tb\nc' AS words"
    (record,) = json.loads(fangzhi("sql", query, "--format", "json", warehouse=warehouse).stdout)
    assert record == {"day": "2024-06-12", "share": 0.5, "n": 3, "words": "a\tb\nc"}
    lines = fangzhi("sql", query, warehouse=warehouse).stdout.splitlines()
    assert lines[1].split("\t")[-1] == "a b c"


@pytest.mark.parametrize("format_", ["csv", "json"])
def test_no_rows_are_still_valid_output(warehouse: Path, format_: str):
    ran = fangzhi("sql", "SELECT 1 AS n LIMIT 0", "--format", format_, warehouse=warehouse)
    assert ran.stdout == {"csv": "n\n", "json": "[]\n"}[format_]


def test_a_table_aligns_wide_characters(warehouse: Path):
    query = "SELECT * FROM (VALUES ('港口', 1), ('port', 12)) AS t(name, n)"
    lines = fangzhi("sql", query, "--format", "table", warehouse=warehouse).stdout.splitlines()
    assert [line.rstrip() for line in lines] == [
        "name    n",
        "─────────",
        "港口    1",
        "port   12",
        "2 rows",
    ]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [("9150000000.0", "9,150,000,000"), ("12345.5::DOUBLE", "12,345.5"), ("2024", "2024")],
)
def test_a_table_groups_the_digits_of_large_numbers(warehouse: Path, cell: str, shown: str):
    ran = fangzhi("sql", f"SELECT {cell} AS n", "--format", "table", warehouse=warehouse)
    assert ran.stdout.splitlines()[2].strip() == shown


def test_what_is_too_wide_for_a_table_is_shown_row_by_row(warehouse: Path):
    columns = ", ".join(f"{n} AS column_{n}" for n in range(40))
    ran = fangzhi("sql", f"SELECT {columns}", "--format", "table", warehouse=warehouse)
    lines = [line.rstrip() for line in ran.stdout.splitlines()]
    assert lines[0].startswith("row 1 ")
    assert lines[1:4] == ["column_0   0", "column_1   1", "column_2   2"]
    assert lines[-1] == "1 row"


def test_out_takes_its_format_from_the_name(warehouse: Path, tmp_path: Path):
    ran = fangzhi("sql", ROWS, "--out", str(tmp_path / "rows.parquet"), warehouse=warehouse)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert pq.read_table(tmp_path / "rows.parquet").column("name").to_pylist() == ["河口，港", None]


def test_a_query_may_come_from_a_pipe(warehouse: Path):
    ran = fangzhi("sql", warehouse=warehouse, text="SELECT count(*) AS n FROM documents")
    assert ran.stdout == "n\n2\n"


def test_a_query_may_begin_with_a_comment(warehouse: Path):
    ran = fangzhi("sql", "-- How many?\nSELECT count(*) AS n FROM documents", warehouse=warehouse)
    assert (ran.stdout, ran.stderr) == ("n\n2\n", "")


REFUSED = [
    ("SELECT * FROM articel", 'did you mean "articles"'),
    ("SELECT chars FROM articles", '"char_count"'),
    ("SELECT * FROM serch('港口')", 'did you mean "search"'),
    ("SELEC 1", 'syntax error at or near "SELEC"'),
    ("SELECT error('no such luck')", "no such luck"),
    ("", "no statement"),
    ("COPY (SELECT 1) TO '{folder}/out.csv'", "COPY is refused"),
    ("EXPLAIN ANALYZE COPY (SELECT 1) TO '{folder}/out.csv'", "COPY is refused"),
    ("CREATE TABLE t AS SELECT 1", "CREATE is refused"),
    ("DROP VIEW articles", "DROP is refused"),
    ("ATTACH '{folder}/other.db'", "ATTACH is refused"),
    ("SET enable_external_access = true", "SET is refused"),
    ("SELECT 1; DELETE FROM articles", "DELETE is refused"),
    ("FROM read_text('/etc/hostname')", "disabled by configuration"),
    ("FROM read_text('{folder}/../raw/a.txt')", "disabled by configuration"),
    ("FROM glob('/*')", "disabled by configuration"),
]


@pytest.mark.parametrize(("query", "reason"), REFUSED)
def test_what_is_refused_is_said_in_one_sentence(warehouse: Path, query: str, reason: str):
    before = sorted(warehouse.rglob("*"))
    ran = fangzhi("sql", query.format(folder=warehouse), warehouse=warehouse)
    assert ran.returncode == 2
    assert reason in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert "Traceback" not in ran.stderr
    assert sorted(warehouse.rglob("*")) == before


def test_an_unwritable_file_is_said_in_one_sentence(warehouse: Path):
    ran = fangzhi("sql", ROWS, "--out", "/nowhere/rows.csv", warehouse=warehouse)
    assert ran.returncode == 2
    assert ran.stderr == "/nowhere/rows.csv cannot be written: No such file or directory\n"


def test_no_warehouse_is_said_in_one_sentence(tmp_path: Path):
    ran = fangzhi("sql", ROWS, warehouse=tmp_path)
    assert ran.returncode == 2
    assert "build one first" in ran.stderr


def test_completion_knows_views_macros_and_columns(warehouse: Path):
    with open_reader(warehouse / "fangzhi.duckdb") as connection:
        offered = names(connection)
    assert {"metric_facts", "search(", "place_name"} <= offered.keys()
    assert all(offered.values())


@pytest.mark.parametrize(
    ("typed", "runs"),
    [
        ("FROM articles", True),
        ("SELECT count(*) FROM", False),
        ("SELECT count(*) FROM;", True),
        ("SELECT count(*) FROM\n", True),  # Enter twice
        ("SELECT", False),
        ("FROM search('海上", False),
        ("WITH newest AS (SELECT 1)", False),
        ("descibe articles now", True),  # wrong before its end
    ],
)
def test_enter_runs_what_nothing_can_follow(warehouse: Path, typed: str, runs: bool):
    with open_reader(warehouse / "fangzhi.duckdb") as connection:
        assert is_complete(connection, typed) is runs


def test_status_says_what_is_published_and_what_was_set_aside(warehouse: Path):
    ran = fangzhi("status", warehouse=warehouse)
    assert ran.returncode == 0
    assert "documents                   2" in ran.stdout
    assert "1 file could not be read:\n  b.txt: " in ran.stdout
