-- search(query): the 50 articles that answer a query best, best first, each with its best sentence.
-- Every known word inside the query counts, also where words overlap (中国人民, 人民); a single
-- character counts only where no longer word covers it. Words are weighed by BM25 (k1 = 1.2,
-- b = 0.75). An article with the whole query as its title, in its title or in its text gains more
-- than words alone can give, as much as they can, or half of that.
CREATE MACRO search(query) AS TABLE
WITH
    asked AS (SELECT trim(query) AS phrase, lower(trim(query)) AS lowered),
    spellings AS (
        SELECT DISTINCT unnest([phrase, upper(phrase), lowered]) AS words FROM asked
    ),
    pieces AS (
        SELECT
            starts.n AS starts_at,
            starts.n + lengths.n - 1 AS ends_at,
            substring(words, starts.n::INTEGER, lengths.n::INTEGER) AS term,
            substring(words, greatest(starts.n - 1, 1)::INTEGER, 2) AS left_edge,
            substring(words, (starts.n + lengths.n - 1)::INTEGER, 2) AS right_edge
        FROM spellings
        CROSS JOIN range(1, 201) AS starts(n)
        CROSS JOIN range(1, 16) AS lengths(n)
        WHERE starts.n + lengths.n - 1 <= length(words)
    ),
    -- No piece begins or ends within a number or a Latin word.
    words AS MATERIALIZED (
        SELECT p.starts_at, p.ends_at, s.term, s.article_count
        FROM term_statistics AS s
        JOIN pieces AS p USING (term)
        WHERE
            NOT (p.starts_at > 1 AND regexp_full_match(p.left_edge, '[A-Za-z0-9]{2}'))
            AND NOT regexp_full_match(p.right_edge, '[A-Za-z0-9]{2}')
    ),
    query_terms AS MATERIALIZED (
        SELECT
            w.term,
            ln(1 + (t.article_count - w.article_count + 0.5) / (w.article_count + 0.5)) AS weight,
            t.usual_length
        FROM words AS w
        CROSS JOIN (
            SELECT count(*) AS article_count, avg(word_count) AS usual_length FROM search_articles
        ) AS t
        WHERE
            length(w.term) > 1
            OR NOT EXISTS (
                FROM words AS longer
                WHERE
                    longer.starts_at <= w.starts_at
                    AND longer.ends_at >= w.ends_at
                    AND length(longer.term) > 1
            )
        GROUP BY w.term, w.article_count, t.article_count, t.usual_length
    ),
    word_matches AS MATERIALIZED (
        SELECT
            p.article_number,
            sum(
                q.weight * p.term_count * 2.2
                / (p.term_count + 0.3 + 0.9 * a.word_count / q.usual_length)
            ) AS bm25
        FROM postings AS p
        JOIN query_terms AS q USING (term)
        JOIN search_articles AS a USING (article_number)
        GROUP BY p.article_number
    ),
    best_by_words AS (
        SELECT article_number
        FROM word_matches
        ORDER BY round(bm25, 6) DESC, article_number DESC
        LIMIT 50
    ),
    best_by_title AS (
        SELECT a.article_number
        FROM search_articles AS a
        JOIN asked ON contains(a.title, asked.phrase)
        WHERE asked.phrase <> ''
        ORDER BY length(a.title), a.article_number DESC
        LIMIT 20
    ),
    candidates AS MATERIALIZED (FROM best_by_words UNION FROM best_by_title),
    found AS (
        SELECT
            a.article_number,
            a.article_id,
            a.title,
            a.as_of,
            t.text,
            coalesce(m.bm25, 0)
            + (SELECT coalesce(sum(weight), 0) FROM query_terms)
            * CASE
                WHEN lower(a.title) = asked.lowered THEN 3
                WHEN contains(lower(a.title), asked.lowered) THEN 1
                WHEN contains(lower(t.text), asked.lowered) THEN 0.5
                ELSE 0
            END AS score
        FROM candidates AS c
        JOIN search_articles AS a USING (article_number)
        JOIN search_texts AS t USING (article_number)
        LEFT JOIN word_matches AS m USING (article_number)
        CROSS JOIN asked
    ),
    best AS MATERIALIZED (
        SELECT *
        FROM found
        ORDER BY round(score, 6) DESC, as_of DESC NULLS LAST, article_id
        LIMIT 50
    ),
    sentences AS (
        SELECT
            article_number,
            unnest(regexp_extract_all(text, '[^。！？\n]+[。！？]?')) AS sentence,
            generate_subscripts(regexp_extract_all(text, '[^。！？\n]+[。！？]?'), 1) AS ordinal
        FROM best
    ),
    told AS (
        SELECT
            s.article_number,
            s.ordinal,
            any_value(s.sentence) AS sentence,
            coalesce(sum(q.weight), 0) AS weight,
            coalesce(min(strpos(s.sentence, q.term)), 1) AS first_word_at
        FROM sentences AS s
        LEFT JOIN query_terms AS q ON contains(s.sentence, q.term)
        GROUP BY s.article_number, s.ordinal
    ),
    snippets AS (
        SELECT
            article_number,
            trim(substring(sentence, greatest(first_word_at - 40, 1), 160)) AS snippet
        FROM told
        QUALIFY
            row_number() OVER (
                PARTITION BY article_number ORDER BY round(weight, 6) DESC, ordinal
            ) = 1
    )
SELECT b.article_id, b.title, b.as_of, round(b.score, 6) AS score, s.snippet
FROM best AS b
LEFT JOIN snippets AS s USING (article_number)
ORDER BY b.score DESC, b.as_of DESC NULLS LAST, b.article_id
