-- One row per numeric statement of an article that is no repost, made comparable: the name of its
-- indicator (table indicators) and its value in one base unit (table units).
--
-- Columns of metrics
--   name: comparable name of the indicator; null where the text names none
--   value: the number in `unit`
--   unit: base unit of comparison
--   lead: what stands before the number in its sentence
--   is_start: whether the number is where a change began (从53%提升到58%: the 53%)
--   is_over_years: whether a rate is that of several years (年均增长)
--   as_of: day that the article speaks of
WITH
    placed AS (
        SELECT
            metric_id,
            coalesce(left(sentence, greatest(strpos(sentence, text) - 1, 0)), '') AS lead,
            substring(sentence, strpos(sentence, text) + length(text)) AS tail
        FROM metrics
    )
SELECT
    m.metric_id,
    m.article_id,
    m.start_offset,
    m.indicator,
    n.name,
    m.place_id,
    m.organization_id,
    m.initiative_id,
    m.measure,
    m.comparison,
    m.bound,
    m.status,
    m.period_start,
    m.period_end,
    m.text,
    m.sentence,
    l.lead,
    round(m.value * coalesce(u.factor, 1), 6) AS value,
    coalesce(u.base_unit, m.unit) AS unit,
    coalesce(
        regexp_matches(l.lead, '[从由][^，。；：到至]{0,24}$')
        AND regexp_matches(
            l.tail,
            '^[^，。；：]{0,24}?(提高|提升|上升|增长|增加|增|扩大|发展|跃升|下降|降低|降|减少|减|缩小|缩短|收窄|压减|压缩|回落|放缓|涨|跌|升|调整|达)(到|至|为|了?到)'
        ),
        false
    ) AS is_start,
    coalesce(m.comparison = 'period' OR regexp_matches(l.lead, '年均[^，。；]{0,20}$'), false)
        AS is_over_years,
    a.as_of
FROM metrics AS m
JOIN placed AS l USING (metric_id)
JOIN articles AS a USING (article_id)
LEFT JOIN indicators AS n USING (indicator)
LEFT JOIN units AS u USING (unit)
WHERE a.repost_of IS NULL
