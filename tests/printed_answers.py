"""Answers that documentation prints under a query, against what the sample warehouse gives.

A Markdown file prints a query as a fenced block of language `sql` and, under it, its answer as a
table. `python -m tests.printed_answers FILE…` writes the answers anew.
"""

import re
import sys
import tempfile
from pathlib import Path

import duckdb

from tests.conftest import build_here
from warehouse.output import plain
from warehouse.settings import SAMPLE

QUERY_AND_ANSWER = re.compile(
    r"(?P<block>```sql\n(?P<query>(?:(?!```).)*)```\n)\n*(?:\|[^\n]*\n)*\n*", re.DOTALL
)


def with_true_answers(text: str, connection: duckdb.DuckDBPyConnection) -> str:
    """The Markdown text with the answer that the warehouse gives under each query."""

    def answered(match: re.Match[str]) -> str:
        answer = table(connection.sql(match["query"]))
        return f"{match['block']}\n{answer}\n"

    return QUERY_AND_ANSWER.sub(answered, text)


def table(result: duckdb.DuckDBPyRelation) -> str:
    """A result as a Markdown table; nulls are empty cells."""
    lines = [result.columns, ["---"] * len(result.columns)]
    lines += [
        ["" if cell is None else plain(cell).replace("|", "\\|") for cell in row]
        for row in result.fetchall()
    ]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def main(files: list[Path]) -> None:
    """Rewrite the answers in these files."""
    with tempfile.TemporaryDirectory() as folder:
        catalog = build_here(SAMPLE, Path(folder) / "warehouse")
        with duckdb.connect(catalog, read_only=True) as connection:
            for file in files:
                file.write_text(with_true_answers(file.read_text("utf-8"), connection), "utf-8")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
