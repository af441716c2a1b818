-- One row per target: a number to be reached, beside the latest actual of the same indicator, place,
-- measure and base unit. If two bodies are named and differ, the numbers are not compared. The size
-- of an industry (新能源产业规模) is also compared with its latest revenue or output, also where the
-- target names no unit (过百亿). A rate over several years (年均增长) is compared with such rates only.
-- An actual whose period ends after the date of its article is none yet. A target that has no actual
-- yet is kept, with nulls.
--
-- Columns of metric_facts
--   target_value: the number to be reached, in `unit`
--   unit: base unit of comparison
--   text: the number to be reached, as written
--   target_on: last day of the period in which it is to be reached
--   actual_value: the latest number that was reached, in `unit`
--   actual_on: last day of the period of the actual
--   actual_indicator: indicator of the actual as printed
--   actual_metric_id: metric_id of the actual
--   progress: actual_value ÷ target_value; above 1 the target is passed
-- Stored by article_id, metric_id
WITH
    statements AS (
        SELECT
            m.metric_id,
            m.article_id,
            m.start_offset,
            m.indicator,
            n.name,
            m.place_id,
            m.organization_id,
            m.measure,
            coalesce(m.comparison = 'period', false)
            OR coalesce(
                regexp_matches(
                    left(m.sentence, greatest(strpos(m.sentence, m.text) - 1, 0)),
                    '年均[^，。；]{0,20}$'
                ),
                false
            ) AS is_over_years,
            m.bound,
            m.status,
            m.period_end,
            m.text,
            m.sentence,
            round(m.value * coalesce(u.factor, 1), 6) AS value,
            coalesce(u.base_unit, m.unit) AS unit,
            regexp_extract(n.name, '^.{2,}?(产业集群|产业链|产业|行业|集群|园区)') AS industry,
            regexp_matches(n.name, '(营业收入|销售收入|营收|产值|总产出)$') AS is_output,
            regexp_matches(n.name, '(产业集群|产业链|产业|行业|集群|园区)(总|产业)?(规模)?$') AS is_size,
            a.as_of
        FROM metrics AS m
        LEFT JOIN indicators AS n USING (indicator)
        JOIN articles AS a USING (article_id)
        LEFT JOIN units AS u USING (unit)
        WHERE a.repost_of IS NULL
    ),
    wanted AS (SELECT * FROM statements WHERE status = 'target'),
    reached AS (
        SELECT *
        FROM statements
        WHERE status = 'actual' AND place_id IS NOT NULL AND coalesce(period_end <= as_of, true)
    ),
    same_indicator AS (
        SELECT w.metric_id, r.metric_id AS actual_metric_id, 1 AS closeness
        FROM wanted AS w
        JOIN reached AS r
            ON
                r.name = w.name
                AND r.place_id = w.place_id
                AND r.measure = w.measure
                AND r.is_over_years = w.is_over_years
                AND r.unit = w.unit
                AND coalesce(r.organization_id = w.organization_id, true)
    ),
    same_industry AS (
        SELECT w.metric_id, r.metric_id AS actual_metric_id, 2 AS closeness
        FROM wanted AS w
        JOIN reached AS r
            ON
                r.place_id = w.place_id
                AND r.measure = w.measure
                AND coalesce(r.unit = w.unit, true)
        WHERE
            w.is_size
            AND r.is_output
            AND r.industry <> ''
            AND CASE
                WHEN w.industry = '' THEN contains(w.sentence, r.industry)
                -- An article that goes on about its industry may put words before it.
                WHEN w.article_id = r.article_id THEN ends_with(w.industry, r.industry)
                ELSE w.industry = r.industry
            END
    ),
    latest AS (
        SELECT
            c.metric_id,
            r.metric_id AS actual_metric_id,
            r.indicator,
            r.value,
            r.unit,
            r.period_end
        FROM (FROM same_indicator UNION ALL FROM same_industry) AS c
        JOIN reached AS r ON r.metric_id = c.actual_metric_id
        QUALIFY
            row_number() OVER (
                PARTITION BY c.metric_id
                ORDER BY
                    c.closeness,
                    coalesce(r.period_end, r.as_of) DESC NULLS LAST,
                    r.as_of DESC NULLS LAST,
                    r.metric_id
            ) = 1
    )
SELECT
    coalesce(w.name, w.indicator) AS indicator,
    p.name AS place_name,
    w.value AS target_value,
    coalesce(w.unit, l.unit) AS unit,
    w.measure,
    w.bound,
    w.text,
    w.period_end AS target_on,
    l.value AS actual_value,
    l.period_end AS actual_on,
    l.indicator AS actual_indicator,
    l.actual_metric_id,
    round(l.value / nullif(w.value, 0), 4) AS progress,
    w.article_id,
    w.metric_id,
    w.sentence
FROM wanted AS w
LEFT JOIN entities AS p ON p.entity_id = w.place_id
LEFT JOIN latest AS l USING (metric_id)
