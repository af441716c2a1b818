-- article_id and term are unique in terms
-- What to do: two parts hold the same document; rebuild the collection that they belong to.
SELECT article_id, min(term) AS term
FROM terms
GROUP BY article_id
-- A file holds each key once, so an article in two files repeats its first term too: to compare
-- the first two is a tenth of the work of counting all terms.
HAVING min(term, 2)[1] = min(term, 2)[2]
