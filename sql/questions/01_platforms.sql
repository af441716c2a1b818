-- Which platforms and mechanisms for complaints close what share of their cases?
SELECT l.subject, l.place_name, l.period_end, l.raised, l.resolved, l.rate, l.rate_basis
FROM closed_loops AS l
JOIN initiative_profile AS i ON i.entity_id = l.subject_id
ORDER BY l.rate DESC NULLS LAST, l.period_end DESC NULLS LAST, l.subject, l.raised
LIMIT 10
