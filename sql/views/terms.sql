-- One row per article and word.
--
--   tf_idf: term_count × ln(articles ÷ articles that hold the word)
SELECT
    t.article_id,
    t.term,
    t.term_count,
    t.term_count * ln((SELECT count(*) FROM stored.articles_parts) / s.article_count) AS tf_idf
FROM stored.terms_parts AS t
JOIN term_statistics AS s USING (term)
