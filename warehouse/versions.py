"""Code versions: a table's version changes exactly when something that affects its rows changes.

That is the source of its module, of every module under `models` that it imports, of the lexicon
files that those load by name, the versions of the libraries that read the text, and the versions
of the tables it is derived from. So a new unit makes `metrics` stale and leaves `articles` alone.
"""

import ast
import hashlib
import sys
from collections.abc import Iterator
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
    digest = hashlib.sha256(f"{STORAGE_FORMAT} {table}".encode())
    for parent in definition.parents:
        digest.update(f"{parent} {code_version(parent)}\n".encode())
    for file in sources(definition.derive.__module__):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    for library in _libraries(definition.derive.__module__):
        digest.update(library.encode())
    return digest.hexdigest()[:12]


def sources(module: str) -> list[Path]:
    """Files that affect what `module` computes: itself, what it imports here, its lexicons."""
    found: set[Path] = set()
    _collect(module, found)
    return sorted(found)


def _collect(module: str, found: set[Path]) -> None:
    file = Path(sys.modules[module].__file__ or "")
    if file in found:
        return
    found.add(file)
    tree = _parse(file)
    for name in _imports(tree):
        # The package itself lists all tables; importing it would tie every version to every file.
        if name != models.__name__:
            _collect(name, found)
    found.update(_lexicons(tree))


@cache
def _parse(file: Path) -> ast.Module:
    return ast.parse(file.read_bytes())


def _imports(tree: ast.Module) -> Iterator[str]:
    """Modules under `models` that a module imports, wherever the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        else:
            continue
        for name in names:
            if name.split(".")[0] == models.__name__ and name in sys.modules:
                yield name


def _lexicons(tree: ast.Module) -> Iterator[Path]:
    """Data files under the lexicon folder that a module names in a string of its own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            stem = node.value.rpartition(".")[0] or node.value
            if stem.replace("_", "").isalnum() and stem.isascii():
                yield from sorted(LEXICON.glob(f"{stem}.*"))


def _libraries(module: str) -> list[str]:
    """`name==version` of the installed libraries that the module's sources import."""
    roots = {
        name.split(".")[0]
        for file in sources(module)
        for node in ast.walk(_parse(file) if file.suffix == ".py" else ast.Module([], []))
        for name in _imported_roots(node)
    }
    found = []
    for root in sorted(roots):
        try:
            found.append(f"{root}=={version(root)}")
        except PackageNotFoundError:
            continue
    return found


def _imported_roots(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        return [node.module]
    return []
