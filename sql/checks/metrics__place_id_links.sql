-- every place of a metric is an entity
-- What to do: `mentions` does not hold that place, or `entities` is older; run it again.
SELECT t.*
FROM metrics AS t
ANTI JOIN entities AS p ON t.place_id = p.entity_id
WHERE t.place_id IS NOT NULL
