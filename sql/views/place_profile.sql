-- One row per place that an article names: how much the warehouse knows about it.
-- Bodies and persons count for the division they belong to, not for those above it.
--
-- Columns of entities
--   place_name: canonical name of the place
--   level: level of the division; null for a place that is none (a harbour, a park)
--   article_count: articles that name it
--   metric_count: numeric statements about it
--   organization_count: bodies that belong to it
--   person_count: persons with a post in one of those bodies
--   latest_as_of: date of the newest article that names it
-- Stored by place_name, place_code, entity_id
WITH
    metric_counts AS (SELECT place_id, count(*) AS metric_count FROM metrics GROUP BY place_id),
    bodies AS (SELECT entity_id, place_code FROM entities WHERE type = 'organization'),
    organization_counts AS (
        SELECT place_code, count(*) AS organization_count FROM bodies GROUP BY place_code
    ),
    person_counts AS (
        SELECT b.place_code, count(DISTINCT r.person_id) AS person_count
        FROM roles AS r
        JOIN bodies AS b ON b.entity_id = r.organization_id
        GROUP BY b.place_code
    ),
    -- A village or a park may carry the code of the division around it; the division alone
    -- gathers the bodies.
    divisions AS (
        SELECT e.entity_id, d.place_code, d.level
        FROM entities AS e
        JOIN places AS d ON d.place_code = e.place_code
        -- Towns keep their longest printed form: 河口县北山镇.
        WHERE e.type = 'place' AND (ends_with(e.name, d.name) OR e.name = d.full_name)
    )
SELECT
    e.name AS place_name,
    e.place_code,
    d.level,
    e.article_count,
    coalesce(m.metric_count, 0) AS metric_count,
    coalesce(o.organization_count, 0) AS organization_count,
    coalesce(p.person_count, 0) AS person_count,
    e.last_seen_on AS latest_as_of,
    e.entity_id
FROM entities AS e
LEFT JOIN divisions AS d USING (entity_id)
LEFT JOIN metric_counts AS m ON m.place_id = e.entity_id
LEFT JOIN organization_counts AS o ON o.place_code = d.place_code
LEFT JOIN person_counts AS p ON p.place_code = d.place_code
WHERE e.type = 'place'
