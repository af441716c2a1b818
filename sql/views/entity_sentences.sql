-- One row per entity and sentence that names it, with what the sentence states of it: posts that a
-- person holds, numbers about a place, a body or an initiative.
--
-- Columns of mentions, articles
--   mention: the first naming in the sentence, as written
--   sentence: the sentence around it
--   statement: posts and numbers that the sentence gives to the entity; null for a mere naming
--   start_offset: first code point of `mention` in articles.text
-- Stored by entity_id, as_of, article_id, start_offset in groups of 10000
WITH
    placed AS (
        SELECT
            m.article_id,
            m.entity_id,
            m.text AS mention,
            m.start_offset,
            b.start_offset AS block_start,
            b.text AS block,
            regexp_extract(
                substring(b.text, 1, m.start_offset - b.start_offset), '[^。！？!?\n]*$'
            ) AS before_it
        FROM mentions AS m
        ASOF JOIN blocks AS b
            ON m.article_id = b.article_id AND m.start_offset >= b.start_offset
    ),
    in_sentences AS (
        SELECT
            article_id,
            entity_id,
            mention,
            start_offset,
            start_offset - length(before_it) AS sentence_start,
            regexp_extract(
                substring(block, start_offset - length(before_it) - block_start + 1),
                '^[”’」』》）)]*([^。！？!?\n]+[。！？!?]*[”’」』》）)]*)',
                1
            ) AS sentence
        FROM placed
    ),
    once AS (
        SELECT *, sentence_start + length(sentence) AS sentence_end
        FROM in_sentences
        QUALIFY
            row_number() OVER (
                PARTITION BY article_id, entity_id, sentence_start ORDER BY start_offset
            ) = 1
    ),
    posts AS (
        SELECT
            r.article_id,
            r.person_id AS entity_id,
            r.start_offset,
            concat(o.name, r.title) AS statement
        FROM roles AS r
        LEFT JOIN entities AS o ON o.entity_id = r.organization_id
    ),
    numbers AS (
        SELECT
            article_id,
            unnest([place_id, organization_id, initiative_id]) AS entity_id,
            start_offset,
            concat_ws(' ', indicator, text) AS statement
        FROM metrics
    ),
    stated AS (
        SELECT
            s.article_id,
            s.entity_id,
            s.sentence_start,
            string_agg(DISTINCT f.statement, '；' ORDER BY f.statement) AS statement
        FROM once AS s
        JOIN (FROM posts UNION ALL FROM numbers) AS f
            ON
                f.article_id = s.article_id
                AND f.entity_id = s.entity_id
                AND f.start_offset >= s.sentence_start
                AND f.start_offset < s.sentence_end
        GROUP BY s.article_id, s.entity_id, s.sentence_start
    )
SELECT s.entity_id, a.as_of, s.article_id, s.start_offset, s.mention, s.sentence, f.statement
FROM once AS s
JOIN articles AS a USING (article_id)
LEFT JOIN stated AS f USING (article_id, entity_id, sentence_start)
