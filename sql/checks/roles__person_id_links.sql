-- every post is held by an entity
-- What to do: the rows name a link that leads nowhere; find out why its target was not derived.
SELECT t.* FROM roles AS t ANTI JOIN entities AS p ON t.person_id = p.entity_id WHERE t.person_id IS NOT NULL
