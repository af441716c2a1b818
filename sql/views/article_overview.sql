-- One row per article: what it is, how much was read out of it, and who made it.
--
-- Columns of articles, documents
--   metric_count: numeric statements read out of it
--   entity_count: different persons, bodies, places and other things it names
--   byline: the names of those who made it, in printed order
-- Stored by as_of, article_id
WITH
    metric_counts AS (SELECT article_id, count(*) AS metric_count FROM metrics GROUP BY article_id),
    entity_counts AS (
        SELECT article_id, count(DISTINCT entity_id) AS entity_count FROM mentions GROUP BY article_id
    ),
    names AS (
        SELECT article_id, name, min(ordinal) AS ordinal FROM bylines GROUP BY article_id, name
    ),
    credits AS (
        SELECT article_id, string_agg(name, '、' ORDER BY ordinal) AS byline
        FROM names
        GROUP BY article_id
    )
SELECT
    a.article_id,
    a.title,
    a.outlet,
    a.as_of,
    a.genre,
    a.char_count,
    coalesce(m.metric_count, 0) AS metric_count,
    coalesce(e.entity_count, 0) AS entity_count,
    c.byline,
    d.path
FROM articles AS a
JOIN documents AS d USING (document_id)
LEFT JOIN metric_counts AS m USING (article_id)
LEFT JOIN entity_counts AS e USING (article_id)
LEFT JOIN credits AS c USING (article_id)
