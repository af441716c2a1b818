-- One row per article, numbered by date: what `search` shows of it.
--
-- Columns of articles
--   article_number: position among all articles by as_of and article_id; another one after a rebuild
--   word_count: words of title and text
-- Stored by article_number
WITH lengths AS (
    SELECT article_id, sum(term_count)::INTEGER AS word_count FROM terms GROUP BY article_id
)
SELECT
    (row_number() OVER (ORDER BY a.as_of NULLS FIRST, a.article_id))::INTEGER AS article_number,
    a.article_id,
    a.title,
    a.as_of,
    coalesce(l.word_count, 0) AS word_count
FROM articles AS a
LEFT JOIN lengths AS l USING (article_id)
