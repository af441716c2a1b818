-- One row per news item; a newspaper page holds several.
--
-- Columns of reposts
SELECT a.*, r.repost_of
FROM stored.articles_parts AS a
LEFT JOIN reposts AS r USING (article_id)
