-- One row per target: a number to be reached, beside the latest comparable actual. Comparable are
-- numbers of the same indicator, place, measure and base unit. If two bodies or two programmes are
-- named and differ, the numbers are not compared. What adds up over time (收入, 新增) is compared
-- only over periods of one length, or with the part of the target's period that is over: never a
-- sum of several years (“十四五”期间, 五年累计) with one year. An average yearly rate is compared
-- with such rates only. An actual counts if its period ends before the target's does, after three
-- years before the target was stated, and not after the date of its own article. A bare name (产值,
-- 占比) is compared only where the number before it in the sentence measures the same. The size of
-- an industry (新能源产业规模) is also compared with its latest revenue or output, also where the
-- target names no unit (过百亿). A target without a comparable actual is kept, with nulls.
--
-- Columns of metric_facts
--   target_value: the number to be reached, in `unit`
--   unit: base unit of comparison
--   text: the number to be reached, as written
--   target_on: last day of the period in which it is to be reached
--   actual_value: the latest number that was reached, in `unit`
--   actual_on: last day of the period of the actual; null where the text names none
--   actual_indicator: indicator of the actual as printed
--   actual_metric_id: metric_id of the actual
--   progress: actual_value ÷ target_value; above 1 the target is passed
--   is_ceiling: whether the number is not to be passed (不超过, 控制在; 失业率, 能耗)
--   is_met: whether the actual reaches the target, or stays below a ceiling
-- Stored by article_id, metric_id
WITH
    -- Patterns stand where they are used, not in a table: a constant is compiled once, not per row.
    statements AS MATERIALIZED (
        SELECT
            *,
            period_end - period_start AS days,
            regexp_matches(
                name, '^(.{1,2}|占.*比重|.{0,2}占比|总.{1,2}|(营业|销售)收入|政策措施|平均浓度)$'
            ) AS is_bare,
            -- Whose number it is, where one name serves several: 铁路, 民航; 城镇, 农村.
            regexp_extract_all(
                regexp_extract(lead, '[^，。；：]*$'),
                '铁路|公路|水路|民航|地铁|城镇|农村|农民|男|女|第?[一二三]产|规模以上|规上|限额以上|地方|中央|民营|国有|社会资本'
            ) AS parts,
            measure IN ('increase', 'decrease', 'growth_rate')
            OR measure = 'level'
            AND regexp_matches(
                name,
                '新增|新建|新改建|改造|建成|建设|实施|完成|培育|认定|累计|发放|开展|举办|培训|招引|签约|落地|投入|投资|引进|开工|成交|成果|总额|收入|支出|利润|产值|产量|增加值|销售|零售|进口|出口|贸易|用电|发电|发送|接待|旅客|游客|人次|流动|流量|吞吐|运量|票房|班次|列车|开行|脱贫|搬迁|造林|就业|交付'
            ) AS adds_up,
            lag(name) OVER (PARTITION BY article_id, sentence ORDER BY start_offset) AS name_before,
            -- 城镇和农村居民收入分别增长4%和6%: the second is compared with a second.
            CASE
                WHEN regexp_matches(lead, '分别[^，。；]*$')
                    THEN
                        row_number() OVER (
                            PARTITION BY article_id, sentence, place_id, name, measure, unit
                            ORDER BY start_offset
                        )
                ELSE 0
            END AS place_in_list,
            regexp_extract(name, '^.{2,}?(产业集群|产业链|产业|行业|集群|园区)') AS industry,
            regexp_matches(name, '(营业收入|销售收入|营收|产值|总产出)$') AS is_output,
            regexp_matches(name, '(产业集群|产业链|产业|行业|集群|园区)(总|产业)?(规模)?$') AS is_size
        FROM comparable_metrics
    ),
    wanted AS (
        SELECT
            *,
            -- A plan without a date is for a year.
            coalesce(period_end, CAST(as_of + INTERVAL 1 YEAR AS DATE)) AS due_on,
            measure <> 'decrease'
            AND (
                bound = 'at_most'
                OR measure = 'growth_rate' AND value < 0
                OR regexp_matches(
                    lead, '(控制在|控制到|不超过|不高于|低于|[降减]低?少?[到至]|下降[到至])[^，。；：]{0,8}$'
                )
                OR coalesce(
                    regexp_matches(
                        name, '失业率|能耗|排放|死亡|事故|浓度|消费价格|赤字|负债率|发生率|涨幅|空置率'
                    ),
                    false
                )
            ) AS is_ceiling
        FROM statements
        WHERE status = 'target'
    ),
    reached AS (
        SELECT
            *,
            -- What is known of no period is of the year before its article.
            coalesce(period_end, CAST(as_of - INTERVAL 1 YEAR AS DATE)) AS reached_on
        FROM statements
        WHERE
            status = 'actual'
            AND place_id IS NOT NULL
            AND NOT is_start
            AND coalesce(period_end <= as_of, true)
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
                AND coalesce(r.comparison = 'mom', false) = coalesce(w.comparison = 'mom', false)
                AND coalesce(r.organization_id = w.organization_id, true)
                AND coalesce(r.initiative_id = w.initiative_id, true)
                AND (r.parts = w.parts OR r.parts = [] OR w.parts = [])
                AND (0 IN (r.place_in_list, w.place_in_list) OR r.place_in_list = w.place_in_list)
                AND (NOT w.is_bare OR r.name_before = w.name_before)
        WHERE
            CASE
                WHEN w.measure IN ('share', 'rank', 'multiple') THEN true
                WHEN NOT w.adds_up THEN coalesce(r.days < 400, true)
                WHEN w.days > 0 AND r.days > 0
                    THEN
                        r.days BETWEEN w.days * 0.9 AND w.days * 1.1
                        OR r.period_start = w.period_start AND r.days < w.days
                WHEN w.days = 0 AND r.days = 0 THEN true
                -- A report on one year and on the plans for the next names them once for all.
                WHEN w.article_id = r.article_id
                    THEN
                        coalesce(w.days BETWEEN 300 AND 400, true)
                        AND coalesce(r.days BETWEEN 300 AND 400, true)
                ELSE false
            END
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
            AND coalesce(r.days < 400, true)
            AND CASE
                WHEN w.industry = '' THEN contains(w.sentence, r.industry)
                -- An article that goes on about its industry may put words before it.
                WHEN w.article_id = r.article_id THEN ends_with(w.industry, r.industry)
                ELSE w.industry = r.industry
            END
    ),
    in_time AS MATERIALIZED (
        SELECT
            c.metric_id,
            c.closeness,
            r.* EXCLUDE (metric_id),
            r.metric_id AS actual_metric_id
        FROM (FROM same_indicator UNION ALL FROM same_industry) AS c
        JOIN wanted AS w USING (metric_id)
        JOIN reached AS r ON r.metric_id = c.actual_metric_id
        WHERE
            coalesce(r.reached_on <= w.due_on, true)
            AND coalesce(r.reached_on >= w.as_of - INTERVAL 3 YEAR, true)
    ),
    -- What adds up and names no period may be the sum of the years that its article looks back on:
    -- the last words about time before it tell.
    undated AS (
        SELECT DISTINCT actual_metric_id, article_id, start_offset
        FROM in_time
        WHERE period_end IS NULL AND adds_up AND measure <> 'growth_rate'
    ),
    sums_of_years AS (
        SELECT u.actual_metric_id
        FROM undated AS u
        JOIN articles AS a USING (article_id)
        WHERE
            regexp_matches(
                regexp_extract(
                    substring(
                        a.text, greatest(u.start_offset - 4000, 0) + 1, least(u.start_offset, 4000)
                    ),
                    '(?s).*(五年来|5年来|五年累计|[这过]去?五年|近五年|十[一二三四五]五”?(时期|以来|期间|规划)?|[三四]年来|年均|累计|一年来|[一去今上本全]年|20[0-9]{2}年)',
                    1
                ),
                '五|累计|年均|^[345三四]年'
            )
    ),
    latest AS (
        SELECT t.metric_id, t.actual_metric_id, t.indicator, t.value, t.unit, t.period_end
        FROM in_time AS t
        ANTI JOIN sums_of_years USING (actual_metric_id)
        QUALIFY
            row_number() OVER (
                PARTITION BY t.metric_id
                ORDER BY
                    t.closeness,
                    t.reached_on DESC NULLS LAST,
                    t.as_of DESC NULLS LAST,
                    t.actual_metric_id
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
    w.is_ceiling,
    CASE WHEN w.is_ceiling THEN l.value <= w.value ELSE l.value >= w.value END AS is_met,
    w.article_id,
    w.metric_id,
    w.sentence
FROM wanted AS w
LEFT JOIN entities AS p ON p.entity_id = w.place_id
LEFT JOIN latest AS l USING (metric_id)
