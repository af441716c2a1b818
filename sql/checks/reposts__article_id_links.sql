-- every repost is an article
-- What to do: `reposts` is older than the articles; run `reposts` again.
SELECT t.*
FROM reposts AS t
ANTI JOIN articles AS p ON t.article_id = p.article_id
WHERE t.article_id IS NOT NULL
