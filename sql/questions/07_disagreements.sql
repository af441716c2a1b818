-- On which numbers do two articles disagree?
SELECT about, indicator, period_end, lowest, highest, unit, article_count
FROM (
    SELECT
        place_name AS about,
        indicator,
        period_end,
        lowest_value AS lowest,
        highest_value AS highest,
        unit,
        article_count
    FROM indicator_series
    WHERE
        status = 'actual'
        AND measure = 'level'
        AND value_count > 1
        AND article_count > 1
    UNION ALL
    SELECT subject, min(matter), period_end, min(raised), max(raised), unit, count(DISTINCT article_id)
    FROM closed_loops
    GROUP BY subject, period_end, unit
    HAVING min(raised) < max(raised) AND count(DISTINCT article_id) > 1
)
ORDER BY article_count DESC, about, indicator, period_end
LIMIT 10
