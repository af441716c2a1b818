-- One row per person, title and body: who held which post, and between which articles it is seen.
-- The dates are those of articles that state the post, not of appointment or departure.
--
-- Columns of roles, entities
--   person: canonical name of the person
--   organization_name: canonical name of the body; null where the post names none (总书记)
--   place_name: the division that the body belongs to
-- Stored by person, person_id, title, organization_name, organization_id
SELECT
    p.name AS person,
    r.person_id,
    r.title,
    o.name AS organization_name,
    r.organization_id,
    d.name AS place_name,
    min(a.as_of) AS first_seen_on,
    max(a.as_of) AS last_seen_on,
    count(DISTINCT r.article_id) AS article_count
FROM roles AS r
JOIN entities AS p ON p.entity_id = r.person_id
LEFT JOIN entities AS o ON o.entity_id = r.organization_id
LEFT JOIN places AS d ON d.place_code = o.place_code
JOIN articles AS a ON a.article_id = r.article_id
GROUP BY p.name, r.person_id, r.title, o.name, r.organization_id, d.name
