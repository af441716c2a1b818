-- compare_places(indicator): the latest number of every place for an indicator, under its printed or
-- its comparable name; the latest period first, then the largest value.
CREATE MACRO compare_places(indicator) AS TABLE
WITH
    asked AS (SELECT trim(indicator) AS printed),
    meant AS (
        SELECT coalesce(n.name, asked.printed) AS name
        FROM asked
        LEFT JOIN indicators AS n ON n.indicator = asked.printed
    )
SELECT s.place_name, s.period_end, s.value, s.unit, s.growth_rate, s.metric_id
FROM indicator_series AS s
WHERE s.status = 'actual' AND s.indicator IN (FROM meant)
QUALIFY
    row_number() OVER (
        PARTITION BY s.place_name, s.place_code
        ORDER BY s.period_end DESC, s.period_start, s.metric_id
    ) = 1
ORDER BY s.period_end DESC, s.value DESC, s.place_name
