-- quote_metric(metric_id): the number as printed, its sentence, and where that stands.
CREATE MACRO quote_metric(metric_id) AS TABLE
WITH asked AS (SELECT metric_id AS id)
SELECT f.text, f.sentence, f.title, f.outlet, f.as_of, f.path
FROM metric_facts AS f
JOIN asked ON asked.id = f.metric_id
