"""Renders the rows of one document as text: names instead of ids, one row a line, in order."""

from pathlib import Path

import duckdb

ARTICLES = """
    select a.* from articles a join documents d using (document_id)
    where d.path = $path order by a.ordinal
"""
BYLINES = "select name, role from bylines where article_id = $article order by ordinal"
BLOCKS = """
    select kind, speaker, heading, text from blocks where article_id = $article order by ordinal
"""
METRICS = """
    select m.*, p.name as place, o.name as organization, i.name as initiative, b.text as base
    from metrics m
    left join entities p on p.entity_id = m.place_id
    left join entities o on o.entity_id = m.organization_id
    left join entities i on i.entity_id = m.initiative_id
    left join metrics b on b.metric_id = m.base_metric_id
    where m.article_id = $article order by m.start_offset
"""
MENTIONS = """
    select m.text, m.start_offset, e.type, e.name from mentions m join entities e using (entity_id)
    where m.article_id = $article order by m.start_offset, m.end_offset, e.type
"""
ROLES = """
    select p.name as person, o.name as organization, r.title from roles r
    join entities p on p.entity_id = r.person_id
    left join entities o on o.entity_id = r.organization_id
    where r.article_id = $article order by r.start_offset, r.title, organization
"""
HEAD = (
    *("kicker", "title", "subtitle", "series", "series_number", "genre", "outlet", "url"),
    *("published_on", "dateline_on", "dateline_place", "as_of", "as_of_precision", "as_of_basis"),
    "continues_on",
)
READING = ("dimension", "bound", "measure", "comparison", "status")
LINKS = ("place", "organization", "initiative", "base")


def render(catalog: Path, path: str) -> str:
    """Every row of the document at `path`, as text."""
    with duckdb.connect(catalog, read_only=True) as connection:
        document = _rows(connection, "select * from documents where path = $path", path=path)[0]
        lines = [
            f"{path}: {document['media_type']}, {document['encoding']}, {document['status']}",
        ]
        for article in _rows(connection, ARTICLES, path=path):
            lines += ["", f"======== article {article['ordinal']}", *_head(article)]
            for name, query, line in SECTIONS:
                rows = _rows(connection, query, article=article["article_id"])
                lines += ["", f"-- {name}", *map(line, rows)]
    return "\n".join(lines) + "\n"


def _rows(connection: duckdb.DuckDBPyConnection, query: str, **parameters: object) -> list[dict]:
    cursor = connection.execute(query, parameters)
    columns = [column[0] for column in cursor.description or []]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def _head(article: dict) -> list[str]:
    """The columns that are known; one that appears or goes is a line in the diff."""
    return [f"{name}: {article[name]}" for name in HEAD if article[name] is not None]


def _byline(row: dict) -> str:
    return f"{row['role'] or 'no role'}: {row['name']}"


def _block(row: dict) -> str:
    speaker = f" {row['speaker']}" if row["speaker"] else ""
    under = f" under {row['heading']}" if row["heading"] else ""
    return f"[{row['kind']}{speaker}{under}] {row['text']}"


def _metric(row: dict) -> str:
    """The number and how it was read, then where it stands."""
    high = f"…{row['value_high']:.12g}" if row["value_high"] is not None else ""
    number = f"{row['value']:.12g}{high} {row['unit'] or 'no unit'}"
    period = f"{row['period_start'] or '?'}…{row['period_end'] or '?'} ({row['period_text']})"
    reading = " ".join(str(row[column] or "-") for column in READING)
    links = ", ".join(f"{name} {row[name]}" for name in LINKS if row[name])
    return (
        f"{row['text']} = {number} | {row['indicator']} | {reading} | {period} | {links}\n"
        f"    @{row['start_offset']} {row['sentence']}"
    )


def _mention(row: dict) -> str:
    return f"{row['type']} {row['name']} @{row['start_offset']} {row['text']}"


def _role(row: dict) -> str:
    return f"{row['person']}: {row['title']} of {row['organization'] or 'no named body'}"


SECTIONS = (
    ("bylines", BYLINES, _byline),
    ("blocks", BLOCKS, _block),
    ("metrics", METRICS, _metric),
    ("mentions", MENTIONS, _mention),
    ("roles", ROLES, _role),
)
