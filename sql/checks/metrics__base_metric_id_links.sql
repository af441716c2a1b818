-- the level that a rate qualifies is a metric
-- What to do: models/language/numbers/bases.py chose a base that was left out; mend it.
SELECT t.*
FROM metrics AS t
ANTI JOIN metrics AS p ON t.base_metric_id = p.metric_id
WHERE t.base_metric_id IS NOT NULL
