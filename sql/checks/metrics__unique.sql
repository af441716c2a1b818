-- metric_id is unique in metrics
-- What to do: two parts hold the same document; rebuild the collection that they belong to.
SELECT metric_id, count(*) AS row_count
FROM metrics
GROUP BY metric_id
HAVING count(*) > 1
