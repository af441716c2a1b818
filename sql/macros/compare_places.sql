-- compare_places(indicator): the latest number of every place for an indicator, under its printed or
-- its comparable name. Numbers of the measure and unit that most places have come before others
-- (GDP in 元 before a growth rate); then the latest period first, then the largest value.
CREATE MACRO compare_places(indicator) AS TABLE
WITH
    asked AS (SELECT trim(indicator) AS printed),
    meant AS (
        SELECT coalesce(n.name, asked.printed) AS name
        FROM asked
        LEFT JOIN indicators AS n ON n.indicator = asked.printed
    ),
    points AS (
        SELECT *
        FROM indicator_series AS s
        WHERE s.status = 'actual' AND s.indicator IN (FROM meant)
    ),
    usual AS (
        SELECT measure, unit
        FROM points
        GROUP BY measure, unit
        ORDER BY count(DISTINCT place_name) DESC, measure = 'level' DESC, measure, unit
        LIMIT 1
    ),
    latest AS (
        SELECT p.*, (p.measure, p.unit) IN (SELECT (u.measure, u.unit) FROM usual AS u) AS is_usual
        FROM points AS p
        QUALIFY
            row_number() OVER (
                PARTITION BY p.place_name, p.place_code
                ORDER BY is_usual DESC, p.period_end DESC, p.period_start, p.metric_id
            ) = 1
    )
SELECT place_name, period_end, value, unit, growth_rate, metric_id
FROM latest
ORDER BY is_usual DESC, period_end DESC, value DESC, place_name
