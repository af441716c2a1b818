-- every post is held by an entity
-- What to do: `mentions` does not hold that person, or `entities` is older; run it again.
SELECT t.*
FROM roles AS t
ANTI JOIN entities AS p ON t.person_id = p.entity_id
WHERE t.person_id IS NOT NULL
