-- every repost repeats an article
-- What to do: `reposts` is older than the articles; run `reposts` again.
SELECT t.*
FROM reposts AS t
ANTI JOIN articles AS p ON t.repost_of = p.article_id
WHERE t.repost_of IS NOT NULL
