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
    pieces AS (
        SELECT
            article_id,
            start_offset AS block_start,
            generate_subscripts(found, 1) AS number,
            unnest(found) AS sentence
        FROM (
            SELECT
                article_id,
                start_offset,
                regexp_extract_all(
                    text, '[^。！？!?\n]*[。！？!?\n]+[”’」』》）)]*|[^。！？!?\n]+'
                ) AS found
            FROM blocks
        )
    ),
    sentences AS (
        SELECT
            row_number() OVER () AS sentence_number,
            article_id,
            (block_start + sum(length(sentence)) OVER until_it - length(sentence))::INTEGER
                AS sentence_start,
            sentence
        FROM pieces
        WINDOW until_it AS (PARTITION BY article_id, block_start ORDER BY number)
    ),
    named AS (
        SELECT
            m.entity_id,
            s.sentence_number,
            min(m.start_offset) AS start_offset,
            arg_min(m.text, m.start_offset) AS mention
        FROM mentions AS m
        ASOF JOIN sentences AS s
            ON m.article_id = s.article_id AND m.start_offset >= s.sentence_start
        GROUP BY m.entity_id, s.sentence_number
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
            unnest(list_distinct([place_id, organization_id, initiative_id])) AS entity_id,
            start_offset,
            concat_ws(' ', indicator, text) AS statement
        FROM metrics
    ),
    stated AS (
        SELECT
            f.entity_id,
            s.sentence_number,
            string_agg(DISTINCT f.statement, '；' ORDER BY f.statement) AS statement
        FROM (FROM posts UNION ALL FROM numbers) AS f
        ASOF JOIN sentences AS s
            ON f.article_id = s.article_id AND f.start_offset >= s.sentence_start
        GROUP BY f.entity_id, s.sentence_number
    )
SELECT n.entity_id, a.as_of, s.article_id, n.start_offset, n.mention, s.sentence, f.statement
FROM named AS n
JOIN sentences AS s USING (sentence_number)
JOIN articles AS a USING (article_id)
LEFT JOIN stated AS f USING (entity_id, sentence_number)
