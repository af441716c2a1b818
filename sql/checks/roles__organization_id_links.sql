-- every body of a post is an entity
-- What to do: `entities` is older than `roles`, which it also gathers; run `entities` again.
SELECT t.*
FROM roles AS t
ANTI JOIN entities AS p ON t.organization_id = p.entity_id
WHERE t.organization_id IS NOT NULL
