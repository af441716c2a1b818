"""Reads the SQL files of `sql/`: the statement, and the header comment that describes it."""

from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True)
class SqlFile:
    """One view, macro or check: `comment` is the header without dashes, `body` the SQL below."""

    name: str
    comment: str
    body: str


def sql_files(kind: str) -> list[SqlFile]:
    """All files of `sql/<kind>/` by name; kind is `views`, `macros` or `checks`.

    A kind of which there is no file yet has no folder either: git keeps no empty ones.
    """
    folder = files("sql").joinpath(kind)
    if not folder.is_dir():
        return []
    found = [file for file in folder.iterdir() if file.name.endswith(".sql")]
    return [
        _parse(file.name.removesuffix(".sql"), file.read_text("utf-8"))
        for file in sorted(found, key=lambda file: file.name)
    ]


def _parse(name: str, text: str) -> SqlFile:
    lines = text.splitlines()
    header = next((n for n, line in enumerate(lines) if not line.startswith("--")), len(lines))
    comment = "\n".join(line.removeprefix("--").strip() for line in lines[:header])
    return SqlFile(name, comment, "\n".join(lines[header:]).strip())
