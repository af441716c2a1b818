-- every body of a metric is an entity
-- What to do: neither `mentions` nor `roles` hold that body, or `entities` is older; run it again.
SELECT t.*
FROM metrics AS t
ANTI JOIN entities AS p ON t.organization_id = p.entity_id
WHERE t.organization_id IS NOT NULL
