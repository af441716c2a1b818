"""The tables of the report: one page each, read from one view of the catalog.

A section is data. Its query asks for `$limit` rows at most, in the order that matters to a reader,
and its page says how many there are in all.
"""

from collections.abc import Callable
from dataclasses import dataclass

from warehouse.pages.cells import Column, Columns


@dataclass(frozen=True)
class Section:
    """One table of the report. Its title and explanation are texts named after it."""

    name: str
    query: str  # rows in reading order; `$limit` at most
    total: str  # how many rows there are in all
    columns: Callable[[Columns], tuple[Column, ...]]
    template: str = "table.html.j2"  # what its page shows besides the table


ARTICLES = Section(
    "articles",
    "SELECT * FROM article_overview ORDER BY as_of DESC NULLS LAST, article_id LIMIT $limit",
    "SELECT count(*) FROM article_overview",
    lambda c: (
        c.title(),
        c.outlet(),
        c.day("as_of"),
        c.coded("genre", "genre", "Genre"),
        c.number("metric", "metric_count"),
        c.number("entity", "entity_count"),
        c.number("characters", "char_count"),
        c.plain("bylines", "byline"),
        c.path(),
    ),
)

INDICATORS = Section(
    "indicators",
    """
    SELECT indicator, count(*) AS point_count, count(DISTINCT place_name) AS place_count,
        sum(statement_count)::BIGINT AS statement_count, min(period_end) AS first_day,
        max(period_end) AS last_day
    FROM indicator_series
    GROUP BY indicator
    ORDER BY point_count DESC, statement_count DESC, indicator
    LIMIT $limit
    """,
    "SELECT count(DISTINCT indicator) FROM indicator_series",
    lambda c: (
        c.indicator(),
        c.number("points", "point_count"),
        c.number("places", "place_count"),
        c.number("statements", "statement_count"),
        c.day("first_seen_on", "first_day"),
        c.day("last_seen_on", "last_day"),
    ),
)

TARGETS = Section(
    "targets",
    """
    SELECT t.*, a.text AS actual_text
    FROM targets AS t LEFT JOIN metrics AS a ON a.metric_id = t.actual_metric_id
    ORDER BY t.actual_value IS NULL, t.target_on DESC NULLS LAST, t.metric_id
    LIMIT $limit
    """,
    "SELECT count(*) FROM targets",
    lambda c: (
        c.indicator(),
        c.plain("place", "place_name"),
        c.printed("target", "text", "target_value"),
        c.day("target_on"),
        c.printed("actual", "actual_text", "actual_value"),
        c.day("actual_on"),
        c.progress(),
        c.sentence(),
    ),
)

LOOPS = Section(
    "loops",
    """
    SELECT l.*, m.text FROM closed_loops AS l JOIN metrics AS m USING (metric_id)
    ORDER BY l.period_end DESC NULLS LAST, metric_id
    LIMIT $limit
    """,
    "SELECT count(*) FROM closed_loops",
    lambda c: (
        c.entity("subject", "subject", "subject_id"),
        c.plain("matter"),
        c.plain("place", "place_name"),
        c.day("until", "period_end"),
        c.quantity("raised", "raised"),
        c.quantity("resolved", "resolved"),
        c.percent("rate", "rate"),
        c.coded("rate_basis", "rate_basis", "rate_bases"),
        c.sentence(),
    ),
)

PEOPLE = Section(
    "people",
    """
    SELECT * FROM people
    ORDER BY article_count DESC, last_seen_on DESC NULLS LAST, person, title,
        organization_name, person_id
    LIMIT $limit
    """,
    "SELECT count(*) FROM people",
    lambda c: (
        c.entity("person", "person", "person_id"),
        c.plain("post", "title"),
        c.entity("organization", "organization_name", "organization_id"),
        c.plain("place", "place_name"),
        c.day("first_seen_on"),
        c.day("last_seen_on"),
        c.number("articles", "article_count"),
    ),
)

PLACES = Section(
    "places",
    """
    SELECT p.*, above.full_name AS inside
    FROM place_profile AS p
    LEFT JOIN places AS d USING (place_code)
    LEFT JOIN places AS above
        ON above.place_code = CASE WHEN p.level IS NULL THEN p.place_code ELSE d.parent_code END
    ORDER BY article_count DESC, place_name, place_code
    LIMIT $limit
    """,
    "SELECT count(*) FROM place_profile",
    lambda c: (
        c.entity("place", "place_name", "entity_id"),
        c.coded("level", "level", "PlaceLevel"),
        c.plain("inside"),
        c.plain("place_code"),
        c.number("articles", "article_count"),
        c.number("metric", "metric_count"),
        c.number("organizations", "organization_count"),
        c.number("people", "person_count"),
        c.day("last_seen_on", "latest_as_of"),
    ),
    template="places.html.j2",
)

INITIATIVES = Section(
    "initiatives",
    """
    SELECT * FROM initiative_profile
    ORDER BY article_count DESC, metric_count DESC, initiative_name, place_name
    LIMIT $limit
    """,
    "SELECT count(*) FROM initiative_profile",
    lambda c: (
        c.entity("initiative", "initiative_name", "entity_id"),
        c.plain("place", "place_name"),
        c.plain("organization", "organization_name"),
        c.number("articles", "article_count"),
        c.number("metric", "metric_count"),
        c.day("first_seen_on"),
        c.day("last_seen_on"),
    ),
)

OUTLETS = Section(
    "outlets",
    """
    SELECT outlet, count(*) AS article_count, sum(metric_count)::BIGINT AS metric_count,
        min(as_of) AS first_seen_on, max(as_of) AS last_seen_on
    FROM article_overview
    GROUP BY outlet
    ORDER BY article_count DESC, outlet
    LIMIT $limit
    """,
    "SELECT count(DISTINCT outlet) + bool_or(outlet IS NULL)::INTEGER FROM article_overview",
    lambda c: (
        c.outlet(),
        c.number("articles", "article_count"),
        c.number("metric", "metric_count"),
        c.day("first_seen_on"),
        c.day("last_seen_on"),
    ),
)

QUARANTINE = Section(
    "quarantine",
    "SELECT * FROM quarantine ORDER BY path LIMIT $limit",
    "SELECT count(*) FROM quarantine",
    lambda c: (
        c.path(),
        c.size(),
        c.plain("error"),
    ),
)

HEALTH = Section(
    "health",
    "SELECT * FROM table_health ORDER BY table_name LIMIT $limit",
    "SELECT count(*) FROM table_health",
    lambda c: (
        c.plain("table", "table_name"),
        c.number("row_count"),
        c.number("column_count"),
        c.percent("null_share", "null_share", factor=100),
        c.day("last_seen_on", "latest_as_of"),
        c.size(),
    ),
    template="health.html.j2",
)

SECTIONS = (
    ARTICLES,
    PLACES,
    INDICATORS,
    TARGETS,
    LOOPS,
    PEOPLE,
    INITIATIVES,
    OUTLETS,
    QUARANTINE,
    HEALTH,
)
