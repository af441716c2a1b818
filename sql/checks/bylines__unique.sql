-- article_id and ordinal are unique in bylines
-- What to do: two parts hold the same document; rebuild the collection that they belong to.
SELECT article_id, ordinal, count(*) AS row_count
FROM bylines
GROUP BY article_id, ordinal
HAVING count(*) > 1
