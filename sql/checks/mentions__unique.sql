-- article_id, start_offset and end_offset are unique in mentions
-- What to do: two parts hold the same document; rebuild the collection that they belong to.
SELECT article_id, start_offset, end_offset, count(*) AS row_count
FROM mentions
GROUP BY article_id, start_offset, end_offset
HAVING count(*) > 1
