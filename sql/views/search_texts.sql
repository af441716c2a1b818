-- One row per article, in groups so small that `search` can read single texts.
--
-- Columns of articles, search_articles
-- Stored by article_number in groups of 128
SELECT s.article_number, a.text
FROM search_articles AS s
JOIN articles AS a USING (article_id)
