-- One row per raw file that could not be read, and why.
--
-- Columns of documents
SELECT path, collection, byte_count, error
FROM documents
WHERE status = 'quarantined'
