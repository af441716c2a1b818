-- every initiative of a metric is an entity
-- What to do: `entities` is older than what names it; run `entities` again, then what reads it.
SELECT t.*
FROM metrics AS t
ANTI JOIN entities AS p ON t.initiative_id = p.entity_id
WHERE t.initiative_id IS NOT NULL
