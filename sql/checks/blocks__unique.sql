-- article_id and ordinal are unique in blocks
-- What to do: two parts hold the same document; rebuild the collection that they belong to.
SELECT article_id, ordinal, count(*) AS row_count
FROM blocks
GROUP BY article_id, ordinal
HAVING count(*) > 1
