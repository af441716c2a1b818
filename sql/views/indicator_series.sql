-- One row per indicator, place, period and status, over all articles that are no reposts.
-- Names of indicators are made comparable (table indicators) and units brought to one base (table
-- units). Statements without a place or without the end of a period stay in metric_facts. Where
-- several numbers compete, the one of the most telling measure is taken (a level before a change, a
-- change before a share or rank; what a change began with, as in 从53%提升到58%, and an average over
-- years come last), then the most frequent unit, an exact number before 约 or 余, the newest article,
-- and of its numbers the largest (the whole, not one of its parts). value_count and article_count
-- above 1 say that articles disagree.
--
-- Columns of metric_facts
--   indicator: comparable name of what is measured
--   value: the number taken, in `unit`
--   unit: base unit of comparison
--   growth_rate: year-on-year change in percent that is stated for the same indicator and period
--   statement_count: statements of this measure and unit; reposts are not counted
--   article_count: articles that make them
--   value_count: different numbers among them
--   lowest_value: smallest of them
--   highest_value: largest of them
--   printed_indicator: what is measured, in the words of the statement that was taken
--   printed: the number with its unit, as written there
--   taken_because: why this number was taken
--   metric_id: the statement that was taken
-- Stored by indicator, place_name, place_code, period_end, period_start, status, metric_id in groups of 10000
WITH
    statements AS (
        SELECT
            * EXCLUDE (name, indicator, text),
            name AS indicator,
            indicator AS printed_indicator,
            text AS printed
        FROM comparable_metrics
        WHERE name IS NOT NULL AND place_id IS NOT NULL AND period_end IS NOT NULL
    ),
    counted AS (
        SELECT
            *,
            count(*) OVER same_kind AS statement_count,
            count(DISTINCT article_id) OVER same_kind AS article_count,
            count(DISTINCT value) OVER same_kind AS value_count,
            min(value) OVER same_kind AS lowest_value,
            max(value) OVER same_kind AS highest_value,
            CASE measure
                WHEN 'level' THEN 1
                WHEN 'increase' THEN 2
                WHEN 'decrease' THEN 3
                WHEN 'share' THEN 4
                WHEN 'multiple' THEN 5
                WHEN 'rank' THEN 6
                ELSE 7
            END AS measure_order,
            CASE WHEN bound = 'exact' THEN 1 WHEN bound = 'approximate' THEN 2 ELSE 3 END
                AS bound_order
        FROM statements
        WINDOW same_kind AS (
            PARTITION BY
                indicator, place_id, period_start, period_end, status, measure, unit, is_start,
                is_over_years
        )
    ),
    taken AS (
        SELECT *
        FROM counted
        QUALIFY
            row_number() OVER (
                PARTITION BY indicator, place_id, period_start, period_end, status
                ORDER BY
                    is_start,
                    is_over_years,
                    measure_order,
                    statement_count DESC,
                    unit,
                    bound_order,
                    as_of DESC NULLS LAST,
                    article_id,
                    value DESC,
                    metric_id
            ) = 1
    ),
    rates AS (
        SELECT indicator, place_id, period_start, period_end, status, value AS growth_rate
        FROM statements
        WHERE
            measure = 'growth_rate' AND coalesce(comparison, 'yoy') = 'yoy' AND NOT is_over_years
        QUALIFY
            row_number() OVER (
                PARTITION BY indicator, place_id, period_start, period_end, status
                ORDER BY comparison NULLS LAST, as_of DESC NULLS LAST, metric_id
            ) = 1
    )
SELECT
    t.indicator,
    p.name AS place_name,
    p.place_code,
    t.period_start,
    t.period_end,
    t.status,
    t.measure,
    t.value,
    t.unit,
    r.growth_rate,
    t.statement_count,
    t.article_count,
    t.value_count,
    t.lowest_value,
    t.highest_value,
    CASE
        WHEN t.statement_count = 1 THEN 'the only statement'
        WHEN t.value_count = 1 THEN 'all statements agree'
        WHEN t.bound = 'exact' THEN 'exact, in the newest article'
        ELSE 'no exact number; in the newest article'
    END AS taken_because,
    t.printed_indicator,
    t.printed,
    t.metric_id
FROM taken AS t
JOIN entities AS p ON p.entity_id = t.place_id
LEFT JOIN rates AS r
    ON
        r.indicator = t.indicator
        AND r.place_id = t.place_id
        AND r.period_start IS NOT DISTINCT FROM t.period_start
        AND r.period_end = t.period_end
        AND r.status = t.status
