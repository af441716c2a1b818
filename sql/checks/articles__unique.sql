-- article_id is unique in articles
-- What to do: two parts hold the same document; rebuild the collection that they belong to.
SELECT article_id, count(*) AS row_count
FROM articles
GROUP BY article_id
HAVING count(*) > 1
