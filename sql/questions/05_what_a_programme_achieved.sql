-- What did a programme achieve?
SELECT as_of, indicator, text, period_start, period_end
FROM metric_facts
WHERE initiative_name LIKE '%盐企通%' AND status = 'actual'
ORDER BY as_of NULLS LAST, article_id, start_offset
LIMIT 12
