-- One row per numeric statement, with the names behind its links and where it was printed.
--
-- Columns of metrics, articles, documents, entities
--   place_name: canonical name of the place that the number is about
--   organization_name: canonical name of the body that does or has what is counted
--   initiative_name: name of the programme that governs the number's clause
--   base_value: value of the level that a growth rate, share or change qualifies
--   base_unit: unit of base_value
-- Stored by as_of, article_id, start_offset
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
