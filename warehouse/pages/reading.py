"""Rows of the published catalog, as the pages need them."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import duckdb

Row = dict[str, Any]


def rows(connection: duckdb.DuckDBPyConnection, query: str, **parameters: object) -> list[Row]:
    """The rows of one query, by column name."""
    found = connection.execute(query, parameters)
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, values, strict=True)) for values in found.fetchall()]


def rows_by_article(
    connection: duckdb.DuckDBPyConnection, query: str, article_ids: Sequence[str]
) -> dict[str, list[Row]]:
    """The rows of a query with the parameter `ids`, by their `article_id`, in the query's order."""
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows(connection, query, ids=list(article_ids)):
        grouped[row["article_id"]].append(row)
    return grouped
