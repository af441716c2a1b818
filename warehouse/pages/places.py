"""The places of the report as a tree: divisions inside divisions, other places inside them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import duckdb

from warehouse.pages.reading import Row, rows

# Counts of a division take in everything inside it. An article that names both a city and one of
# its counties is one article of the city, so articles are counted, never summed.
_DIVISIONS = """
    WITH RECURSIVE lineage AS (
        SELECT place_code AS inner_code, place_code AS outer_code FROM places
        UNION ALL
        SELECT l.inner_code, p.parent_code
        FROM lineage AS l JOIN places AS p ON p.place_code = l.outer_code
        WHERE p.parent_code IS NOT NULL
    ),
    located AS (
        SELECT entity_id, place_code FROM entities
        WHERE type = 'place' AND place_code IS NOT NULL
    ),
    named AS (
        SELECT DISTINCT l.place_code, m.article_id
        FROM mentions AS m JOIN located AS l USING (entity_id)
    ),
    article_counts AS (
        SELECT l.outer_code AS place_code, count(DISTINCT n.article_id) AS article_count
        FROM named AS n JOIN lineage AS l ON l.inner_code = n.place_code
        GROUP BY l.outer_code
    ),
    metric_counts AS (
        SELECT l.outer_code AS place_code, count(*) AS metric_count
        FROM metrics AS m
        JOIN located AS e ON e.entity_id = m.place_id
        JOIN lineage AS l ON l.inner_code = e.place_code
        GROUP BY l.outer_code
    )
    SELECT d.place_code, d.parent_code, d.name, d.level, a.article_count,
        coalesce(m.metric_count, 0) AS metric_count
    FROM article_counts AS a
    JOIN places AS d USING (place_code)
    LEFT JOIN metric_counts AS m USING (place_code)
    ORDER BY a.article_count DESC, d.place_code
"""
_NAMED = """
    SELECT entity_id, place_name AS name, place_code, level, article_count, metric_count
    FROM place_profile
    WHERE place_code IS NOT NULL
    ORDER BY article_count DESC, place_name, entity_id
    LIMIT $limit
"""


@dataclass(frozen=True)
class Place:
    """A place and those inside it, the most named first; its counts take in what is inside."""

    name: str
    level: str | None  # null for a place that is no division (a harbour, a park)
    place_code: str
    entity_id: str | None  # null for a division that is only there for what lies inside it
    article_count: int
    metric_count: int
    inside: list["Place"] = field(default_factory=list)

    @property
    def key(self) -> str:
        """What tells it from all other places."""
        return self.entity_id or self.place_code

    def tree(self) -> Iterator["Place"]:
        """Itself and all that lies inside it, in reading order."""
        yield self
        for place in self.inside:
            yield from place.tree()


def read_places(connection: duckdb.DuckDBPyConnection, limit: int) -> list[Place]:
    """The provinces, with all that the `limit` most named places need to stand in a tree."""
    named = rows(connection, _NAMED, limit=limit)
    of_division = {row["place_code"]: row["entity_id"] for row in named if row["level"]}
    found = {row["place_code"]: row for row in rows(connection, _DIVISIONS)}
    kept = _with_what_holds_them({row["place_code"] for row in named}, found)
    children: dict[str | None, list[Row]] = defaultdict(list)
    for code, row in found.items():
        if code in kept:
            children[row["parent_code"]].append(row | {"entity_id": of_division.get(code)})
    others: dict[str, list[Place]] = defaultdict(list)
    for row in named:
        if row["level"] is None:
            others[row["place_code"]].append(Place(**row))

    def place(row: Row) -> Place:
        code = row["place_code"]
        inside = [*map(place, children[code]), *others[code]]
        counts = {name: row[name] for name in ("article_count", "metric_count")}
        return Place(row["name"], row["level"], code, row["entity_id"], **counts, inside=inside)

    return [place(row) for row in children[None]]


def _with_what_holds_them(codes: set[str], divisions: dict[str, Row]) -> set[str]:
    """The codes, and those of every division above them."""
    kept: set[str] = set()
    for code in codes:
        above: str | None = code
        while above is not None and above not in kept:
            kept.add(above)
            above = divisions[above]["parent_code"]
    return kept
