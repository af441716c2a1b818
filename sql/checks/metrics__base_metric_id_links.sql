-- the level that a rate qualifies is a metric
-- What to do: the rows name a link that leads nowhere; find out why its target was not derived.
SELECT t.* FROM metrics AS t ANTI JOIN metrics AS p ON t.base_metric_id = p.metric_id WHERE t.base_metric_id IS NOT NULL
