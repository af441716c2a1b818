"""Code versions: a table's version changes exactly when something that affects its rows changes.

That is the source of its module, of every module under `models` that it imports, of the lexicon
files that those load by name, the versions of the libraries that read the text, and the versions
of the tables it is derived from. So a new unit makes `metrics` stale and leaves `articles` alone.
"""

import ast
import hashlib
import sys
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import models
from models import TABLES
from models.language.lexicon import FOLDER as LEXICON

# Part of every version: raise it when stored files change although no derivation did.
STORAGE_FORMAT = "1"


@cache
def code_version(table: str) -> str:
    """Twelve hex digits for a stored or passing table; `raw_files` has none of its own."""
    if table not in TABLES:
        return ""
    definition = TABLES[table]
    digest = hashlib.sha256(f"{STORAGE_FORMAT} {table} {definition.row_group}".encode())
    for parent in definition.parents:
        digest.update(f"{parent} {code_version(parent)}\n".encode())
    for file in sources(definition.derive.__module__):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    for library in _libraries(definition.derive.__module__):
        digest.update(library.encode())
    return digest.hexdigest()[:12]


@cache
def sources(module: str) -> tuple[Path, ...]:
    """Files that affect what `module` computes: itself, what it imports here, its lexicons."""
    found: set[Path] = set()
    _collect(module, found)
    return tuple(sorted(found))


def _collect(module: str, found: set[Path]) -> None:
    file = Path(sys.modules[module].__file__ or "")
    if file in found:
        return
    found.add(file)
    facts = _facts(file)
    for name in facts.imports:
        # The package itself lists all tables; importing it would tie every version to every file.
        if name in sys.modules and name.split(".")[0] == models.__name__ != name:
            _collect(name, found)
    for word in facts.words:
        found.update(_lexicon_files().get(word, ()))


@dataclass(frozen=True)
class _Facts:
    """What a module names: modules that it imports, and words that may be names of lexicons."""

    imports: tuple[str, ...]
    words: tuple[str, ...]


@cache
def _facts(file: Path) -> _Facts:
    imports: list[str] = []
    words: list[str] = []
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            imports += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            imports += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            words.append(node.value.rpartition(".")[0] or node.value)
    return _Facts(tuple(imports), tuple(words))


@cache
def _lexicon_files() -> dict[str, list[Path]]:
    """Data files of the lexicon folder by name without ending."""
    files: dict[str, list[Path]] = {}
    for file in sorted(LEXICON.iterdir()):
        if file.suffix not in (".py", ".md"):
            files.setdefault(file.stem, []).append(file)
    return files


def _libraries(module: str) -> list[str]:
    """`name==version` of the installed libraries that the module's sources import."""
    imported = (
        name for file in sources(module) if file.suffix == ".py" for name in _facts(file).imports
    )
    return [
        known
        for root in sorted({name.split(".")[0] for name in imported})
        if (known := _installed(root))
    ]


@cache
def _installed(root: str) -> str | None:
    try:
        return f"{root}=={version(root)}"
    except PackageNotFoundError:
        return None
