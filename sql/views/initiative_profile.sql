-- One row per initiative: whose it is, and how much is said and counted of it.
-- Place and body are those that most of its numbers are about, else the division it belongs to.
--
-- Columns of entities
--   initiative_name: canonical name of the initiative
--   place_name: the place that most of its numbers are about
--   organization_name: the body that most of its numbers count for
--   metric_count: numeric statements that it governs
-- Stored by initiative_name, entity_id
WITH
    place_votes AS (
        SELECT m.initiative_id, p.name, count(*) AS votes
        FROM metrics AS m
        JOIN entities AS p ON p.entity_id = m.place_id
        GROUP BY m.initiative_id, p.name
    ),
    body_votes AS (
        SELECT m.initiative_id, o.name, count(*) AS votes
        FROM metrics AS m
        JOIN entities AS o ON o.entity_id = m.organization_id
        GROUP BY m.initiative_id, o.name
    ),
    place_names AS (
        SELECT initiative_id, name
        FROM place_votes
        QUALIFY row_number() OVER (PARTITION BY initiative_id ORDER BY votes DESC, name) = 1
    ),
    body_names AS (
        SELECT initiative_id, name
        FROM body_votes
        QUALIFY row_number() OVER (PARTITION BY initiative_id ORDER BY votes DESC, name) = 1
    ),
    metric_counts AS (
        SELECT initiative_id, count(*) AS metric_count FROM metrics GROUP BY initiative_id
    )
SELECT
    e.name AS initiative_name,
    coalesce(p.name, d.name) AS place_name,
    b.name AS organization_name,
    e.article_count,
    coalesce(m.metric_count, 0) AS metric_count,
    e.first_seen_on,
    e.last_seen_on,
    e.entity_id
FROM entities AS e
LEFT JOIN place_names AS p ON p.initiative_id = e.entity_id
LEFT JOIN body_names AS b ON b.initiative_id = e.entity_id
LEFT JOIN places AS d ON d.place_code = e.place_code
LEFT JOIN metric_counts AS m ON m.initiative_id = e.entity_id
WHERE e.type = 'initiative'
