-- every mention belongs to an article
-- What to do: a part holds rows of an article that it lacks; rebuild its collection.
SELECT t.*
FROM mentions AS t
ANTI JOIN articles AS p ON t.article_id = p.article_id
WHERE t.article_id IS NOT NULL
