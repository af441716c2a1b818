-- document_id is unique in documents
-- What to do: two parts hold the same document; rebuild the collection that they belong to.
SELECT document_id, count(*) AS row_count
FROM documents
GROUP BY document_id
HAVING count(*) > 1
