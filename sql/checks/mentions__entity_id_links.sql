-- every mention names an entity
-- What to do: the rows name a link that leads nowhere; find out why its target was not derived.
SELECT t.* FROM mentions AS t ANTI JOIN entities AS p ON t.entity_id = p.entity_id WHERE t.entity_id IS NOT NULL
