-- entity_id is unique in entities
-- What to do: two files of `entities` are read as one; run `entities` again.
SELECT entity_id, count(*) AS row_count
FROM entities
GROUP BY entity_id
HAVING count(*) > 1
