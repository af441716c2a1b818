-- every place of a metric is an entity
-- What to do: the rows name a link that leads nowhere; find out why its target was not derived.
SELECT t.* FROM metrics AS t ANTI JOIN entities AS p ON t.place_id = p.entity_id WHERE t.place_id IS NOT NULL
