-- What did a programme achieve?
WITH
    -- The programme with most numbers; put another name here.
    programme AS (
        SELECT initiative_name
        FROM initiative_profile
        ORDER BY metric_count DESC, initiative_name
        LIMIT 1
    )
SELECT initiative_name, as_of, indicator, text, period_start, period_end
FROM metric_facts
JOIN programme USING (initiative_name)
WHERE status = 'actual'
ORDER BY as_of NULLS LAST, article_id, start_offset
LIMIT 12
