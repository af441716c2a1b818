-- One row per news item; a newspaper page holds several.
--
-- Columns of reposts
SELECT a.*, r.repost_of
FROM stored.articles AS a
LEFT JOIN stored.reposts AS r USING (article_id)
