-- every body of a post is an entity
-- What to do: the rows name a link that leads nowhere; find out why its target was not derived.
SELECT t.* FROM roles AS t ANTI JOIN entities AS p ON t.organization_id = p.entity_id WHERE t.organization_id IS NOT NULL
