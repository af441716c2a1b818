"""Reads the SQL files of `sql/`: the statement, and the header comment that describes it.

A header says what a row is and what its columns mean, and may end in how the rows are stored:

    -- One row per target metric.
    --
    -- Columns of metrics, articles
    --   target_on: last day on which the target is due
    -- Stored by article_id, target_on in groups of 10000
"""

import re
from dataclasses import dataclass, field
from importlib.resources import files

from models import ROW_GROUP

_COLUMNS_OF = re.compile(r"Columns of (?P<relations>[\w, ]+)")
_COLUMN = re.compile(r"  (?P<name>\w+): (?P<text>.+)")
_CONTINUED = re.compile(r"   +(?P<text>.+)")
_STORED_BY = re.compile(r"Stored by (?P<order>[\w, ]+?)( in groups of (?P<group>\d+))?")


@dataclass(frozen=True)
class Storage:
    """How the rows of a view are kept as files: sorted by `order`, `row_group` rows at a time.

    `order` decides the place of every row, so that the same rows give the same bytes. Small row
    groups let a query that looks up a few rows leave the rest unread.
    """

    order: tuple[str, ...]
    row_group: int = ROW_GROUP


@dataclass(frozen=True)
class SqlFile:
    """One view, macro, check or question.

    `comment` is the prose of the header, `columns` what it says of columns, `columns_of` the
    relations whose descriptions hold for the others, `storage` null for what is computed when
    it is read, `body` the SQL below.
    """

    name: str
    comment: str
    body: str
    columns: dict[str, str] = field(default_factory=dict)
    columns_of: tuple[str, ...] = ()
    storage: Storage | None = None


def sql_files(kind: str) -> list[SqlFile]:
    """All files of `sql/<kind>/` by name; kind is `views`, `macros`, `checks` or `questions`.

    A kind of which there is no file yet has no folder either: git keeps no empty ones.
    """
    folder = files("sql").joinpath(kind)
    if not folder.is_dir():
        return []
    found = [file for file in folder.iterdir() if file.name.endswith(".sql")]
    return [
        parse(file.name.removesuffix(".sql"), file.read_text("utf-8"))
        for file in sorted(found, key=lambda file: file.name)
    ]


def parse(name: str, text: str) -> SqlFile:
    """Tell the header from the statement, and the header's prose from what it says of columns."""
    lines = text.splitlines()
    end = next((n for n, line in enumerate(lines) if not line.startswith("--")), len(lines))
    prose: list[str] = []
    columns: dict[str, str] = {}
    columns_of: tuple[str, ...] = ()
    storage = None
    for line in (line.removeprefix("--").removeprefix(" ").rstrip() for line in lines[:end]):
        if found := _COLUMNS_OF.fullmatch(line):
            columns_of = _names(found["relations"])
        elif found := _STORED_BY.fullmatch(line):
            storage = Storage(_names(found["order"]), int(found["group"] or ROW_GROUP))
        elif found := _COLUMN.fullmatch(line):
            columns[found["name"]] = found["text"]
        elif columns and (found := _CONTINUED.fullmatch(line)):
            last = next(reversed(columns))
            columns[last] += f" {found['text']}"
        else:
            prose.append(line)
    body = "\n".join(lines[end:]).strip().removesuffix(";")
    return SqlFile(name, "\n".join(prose).strip(), body, columns, columns_of, storage)


def _names(listed: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in listed.split(","))
