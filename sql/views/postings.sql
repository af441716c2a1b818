-- One row per word and article that holds it, sorted by word: the index that `search` reads.
--
-- Columns of terms, search_articles
-- Stored by term, article_number in groups of 20000
SELECT t.term, a.article_number, t.term_count
FROM terms AS t
JOIN search_articles AS a USING (article_id)
