-- One row per numeric statement, with the names behind its links and where it was printed.
-- base_value and base_unit are those of the level that a growth rate, share or change qualifies.
SELECT
    m.*,
    p.name AS place_name,
    p.place_code,
    o.name AS organization_name,
    i.name AS initiative_name,
    b.value AS base_value,
    b.unit AS base_unit,
    a.title,
    a.outlet,
    a.as_of,
    d.path,
    a.url
FROM metrics AS m
JOIN articles AS a USING (article_id)
JOIN documents AS d USING (document_id)
LEFT JOIN entities AS p ON p.entity_id = m.place_id
LEFT JOIN entities AS o ON o.entity_id = m.organization_id
LEFT JOIN entities AS i ON i.entity_id = m.initiative_id
LEFT JOIN metrics AS b ON b.metric_id = m.base_metric_id
