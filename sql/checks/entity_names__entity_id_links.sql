-- every form of a name belongs to an entity
-- What to do: `entities` and `entity_names` were gathered from different mentions; run both again.
SELECT t.*
FROM entity_names AS t
ANTI JOIN entities AS p ON t.entity_id = p.entity_id
WHERE t.entity_id IS NOT NULL
