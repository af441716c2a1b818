"""What pages of articles and entities are made from, digested where the rows are.

A report compares these digests with those of its last run before it reads anything: a page whose
rows did not change costs no row.
"""

import hashlib
from collections.abc import Iterable

import duckdb

from warehouse.pages.links import Links
from warehouse.pages.reading import rows

# Every row of an article, whatever its table. Rows of one table differ by their keys, so that no
# two cancel out.
_ARTICLE_DIGESTS = """
    CREATE OR REPLACE TEMP TABLE article_digests AS
    WITH parts AS (
        SELECT article_id, hash(a, outlet IN (SELECT unnest($outlets))) AS part
        FROM articles AS a
        UNION ALL SELECT article_id, hash(m) FROM mentions AS m
        UNION ALL SELECT article_id, hash(m) FROM metrics AS m
        UNION ALL SELECT article_id, hash(r) FROM roles AS r
        UNION ALL SELECT article_id, hash(b) FROM bylines AS b
        UNION ALL SELECT article_id, hash(b) FROM (SELECT * EXCLUDE (text) FROM blocks) AS b
    )
    SELECT article_id, bit_xor(part) AS digest FROM parts GROUP BY article_id
"""
_NAMED_IN = """
    CREATE OR REPLACE TEMP TABLE named_in AS
    SELECT entity_id, article_id FROM mentions
    UNION SELECT place_id, article_id FROM metrics
    UNION SELECT organization_id, article_id FROM metrics
    UNION SELECT initiative_id, article_id FROM metrics
    UNION SELECT person_id, article_id FROM roles
    UNION SELECT organization_id, article_id FROM roles
"""
# The page of an article tells of an entity's other articles only where the entity has no page.
_OF_ARTICLES = """
    WITH shown AS (SELECT unnest($entities) AS entity_id),
    named AS (
        SELECT n.article_id,
            bit_xor(hash(e.entity_id, CASE WHEN s.entity_id IS NULL THEN hash(e) END)) AS digest
        FROM named_in AS n
        JOIN entities AS e USING (entity_id)
        LEFT JOIN shown AS s USING (entity_id)
        WHERE n.article_id IN (SELECT unnest($articles))
        GROUP BY n.article_id
    )
    SELECT d.article_id AS id, hash(d.digest, n.digest, o.title) AS digest
    FROM article_digests AS d
    JOIN articles AS a USING (article_id)
    LEFT JOIN articles AS o ON o.article_id = a.repost_of
    LEFT JOIN named AS n ON n.article_id = d.article_id
    WHERE d.article_id IN (SELECT unnest($articles))
"""
_OF_ENTITIES = """
    WITH shown AS (SELECT unnest($articles) AS article_id),
    told AS (
        SELECT n.entity_id, bit_xor(hash(n.article_id, d.digest, s.article_id IS NULL)) AS digest
        FROM named_in AS n
        JOIN article_digests AS d USING (article_id)
        LEFT JOIN shown AS s USING (article_id)
        WHERE n.entity_id IN (SELECT unnest($entities))
        GROUP BY n.entity_id
    ),
    forms AS (
        SELECT entity_id, bit_xor(hash(n)) AS digest FROM entity_names AS n GROUP BY entity_id
    )
    SELECT e.entity_id AS id, hash(e, t.digest, f.digest) AS digest
    FROM entities AS e
    LEFT JOIN told AS t USING (entity_id)
    LEFT JOIN forms AS f USING (entity_id)
    WHERE e.entity_id IN (SELECT unnest($entities))
"""

Digests = dict[str, int]


def digest_of(names: Iterable[str]) -> str:
    """Stands for many names where only it matters whether they are the same."""
    return hashlib.blake2b("\n".join(names).encode(), digest_size=12).hexdigest()


def digest_pages(connection: duckdb.DuckDBPyConnection, links: Links) -> tuple[Digests, Digests]:
    """What the pages of these articles, and those of these entities, are made from, by id."""
    connection.execute(_ARTICLE_DIGESTS, {"outlets": sorted(links.outlets)})
    connection.execute(_NAMED_IN)
    shown = {"articles": sorted(links.articles), "entities": sorted(links.entities)}
    of_articles, of_entities = (
        {row["id"]: row["digest"] for row in rows(connection, query, **shown)}
        for query in (_OF_ARTICLES, _OF_ENTITIES)
    )
    return of_articles, of_entities
