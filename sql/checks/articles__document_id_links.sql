-- every article belongs to a document
-- What to do: the rows name a link that leads nowhere; find out why its target was not derived.
SELECT t.* FROM articles AS t ANTI JOIN documents AS p ON t.document_id = p.document_id WHERE t.document_id IS NOT NULL
