-- every article belongs to a document
-- What to do: a part holds articles of a document that it lacks; rebuild its collection.
SELECT t.*
FROM articles AS t
ANTI JOIN documents AS p ON t.document_id = p.document_id
WHERE t.document_id IS NOT NULL
