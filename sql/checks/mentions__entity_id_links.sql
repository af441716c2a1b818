-- every mention names an entity
-- What to do: `entities` is older than what names it; run `entities` again, then what reads it.
SELECT t.*
FROM mentions AS t
ANTI JOIN entities AS p ON t.entity_id = p.entity_id
WHERE t.entity_id IS NOT NULL
