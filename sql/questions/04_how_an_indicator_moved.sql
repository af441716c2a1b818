-- How did an indicator move?
WITH
    -- The indicator with most points in one place; put other names here.
    asked AS (
        SELECT indicator, place_name
        FROM indicator_series
        WHERE measure IN ('level', 'increase') AND length(indicator) > 3 AND place_code IS NOT NULL
        GROUP BY indicator, place_name
        ORDER BY count(DISTINCT period_end) DESC, sum(article_count) DESC, indicator, place_name
        LIMIT 1
    )
SELECT indicator, place_name, period_end, status, value, unit, growth_rate, statement_count
FROM indicator_series
JOIN asked USING (indicator, place_name)
ORDER BY period_end, status, value
LIMIT 12
