-- On which numbers do two articles disagree?
SELECT
    coalesce(f.initiative_name, f.organization_name, f.place_name) AS about,
    i.name AS indicator,
    f.period_end,
    min(f.value) AS lowest,
    max(f.value) AS highest,
    f.unit,
    count(DISTINCT f.article_id) AS article_count
FROM metric_facts AS f
JOIN indicators AS i USING (indicator)
WHERE f.status = 'actual' AND f.measure IN ('level', 'increase') AND f.period_end IS NOT NULL
GROUP BY about, i.name, f.period_start, f.period_end, f.unit, f.measure
HAVING about IS NOT NULL AND count(DISTINCT f.value) > 1 AND article_count > 1
ORDER BY article_count DESC, about, i.name, f.period_end
LIMIT 10
