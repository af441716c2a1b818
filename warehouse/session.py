"""A reader's connection: it sees the published views and nothing else, and changes nothing."""

import re
from pathlib import Path

import duckdb

from warehouse.errors import QueryError

# A PIVOT is one statement to its writer; DuckDB makes several of it (MULTI).
_READING = {duckdb.StatementType.SELECT, duckdb.StatementType.MULTI}
# Where the parser gives up: at the last word if there is more to come.
_STUCK_AT = re.compile(r'unterminated|without selection list|at or near "(?P<word>[^\n]*)"')
_EXPLAIN = re.compile(r"\s*explain\s+(analyze\s+)?(\([^)]*\)\s*)?", re.IGNORECASE)


def open_reader(catalog: Path) -> duckdb.DuckDBPyConnection:
    """Open a published catalog read-only, without a way to files outside its warehouse."""
    connection = duckdb.connect(catalog, read_only=True)
    # Looking for extensions that are not bundled can hang for half a minute when offline.
    connection.execute("SET autoinstall_known_extensions = false")
    connection.execute("SET autoload_known_extensions = false")
    folder = str(catalog.parent).replace("'", "''")
    connection.execute(f"SET allowed_directories = ['{folder}/']")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def run(connection: duckdb.DuckDBPyConnection, query: str) -> duckdb.DuckDBPyRelation:
    """The result of the last statement of `query`.

    Raises QueryError, a sentence, if the SQL is wrong or would do anything but read.
    """
    try:
        _require_reading(connection, query)
        result = connection.sql(query)
    except duckdb.Error as error:
        raise QueryError.of(error) from None
    if result is None:
        raise QueryError("The query has no statement; write one, such as: from article_overview")
    return result


def is_complete(connection: duckdb.DuckDBPyConnection, query: str) -> bool:
    """Whether no more of `query` is to come: it parses, ends in a semicolon or an empty line, or is
    wrong before its end, which running it tells."""
    if query.rstrip(" ").endswith((";", "\n")):
        return True
    try:
        return bool(connection.extract_statements(query))
    except duckdb.Error as error:
        stuck = _STUCK_AT.search(str(error))
        return not (stuck and query.rstrip().endswith(stuck["word"] or ""))


def _require_reading(connection: duckdb.DuckDBPyConnection, query: str) -> None:
    for statement in connection.extract_statements(query):
        text = statement.query.strip()
        if statement.type == duckdb.StatementType.EXPLAIN:
            # EXPLAIN ANALYZE runs what it explains.
            _require_reading(connection, _EXPLAIN.sub("", text, count=1))
        elif statement.type not in _READING:
            raise QueryError(
                f"{statement.type.name} is refused, for this connection only reads; "
                "write the result of a query to a file with --out FILE"
            )
