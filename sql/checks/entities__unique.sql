-- entity_id is unique in entities
-- What to do: two parts hold the same document; rebuild the collection that they belong to.
SELECT entity_id, count(*) AS row_count FROM entities GROUP BY entity_id HAVING count(*) > 1
