-- One row per table: how large, how complete and how recent it is.
-- The figures come from the footers of the Parquet files as published.
--
-- Columns of documents
--   table_name: name of the table
--   row_count: rows
--   column_count: columns of its files
--   null_share: share of all its cells that hold no value, from 0 to 1
--   latest_as_of: date of the newest article that it says something about
--   byte_count: size of its files
-- Stored by table_name
WITH
    dated AS (
        SELECT 'articles' AS table_name, max(as_of) AS latest_as_of FROM articles
        UNION ALL
        SELECT 'documents', max(as_of) FROM articles SEMI JOIN documents USING (document_id)
        UNION ALL
        SELECT 'blocks', max(as_of) FROM articles SEMI JOIN blocks USING (article_id)
        UNION ALL
        SELECT 'bylines', max(as_of) FROM articles SEMI JOIN bylines USING (article_id)
        UNION ALL
        SELECT 'mentions', max(as_of) FROM articles SEMI JOIN mentions USING (article_id)
        UNION ALL
        SELECT 'metrics', max(as_of) FROM articles SEMI JOIN metrics USING (article_id)
        UNION ALL
        SELECT 'reposts', max(as_of) FROM articles SEMI JOIN reposts USING (article_id)
        UNION ALL
        SELECT 'roles', max(as_of) FROM articles SEMI JOIN roles USING (article_id)
        UNION ALL
        SELECT 'terms', max(as_of) FROM search_articles WHERE word_count > 0
        UNION ALL
        SELECT 'entities', max(last_seen_on) FROM entities
    )
SELECT
    f.table_name,
    f.row_count,
    f.column_count,
    round(f.null_count / nullif(f.row_count * f.column_count, 0), 4) AS null_share,
    d.latest_as_of,
    f.byte_count
FROM stored.footers AS f
LEFT JOIN dated AS d USING (table_name)
