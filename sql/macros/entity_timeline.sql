-- entity_timeline(name): every sentence that names an entity, oldest article first, with what it
-- states of the entity. Any form of the name does; a form that several entities share gives all.
CREATE MACRO entity_timeline(name) AS TABLE
WITH
    asked AS (SELECT trim(name) AS form),
    meant AS (
        SELECT n.entity_id FROM entity_names AS n JOIN asked ON asked.form = n.name
        UNION
        SELECT e.entity_id FROM entities AS e JOIN asked ON asked.form = e.name
    )
SELECT s.as_of, s.article_id, a.title, s.mention, s.sentence, s.statement, s.entity_id
FROM entity_sentences AS s
JOIN article_overview AS a USING (article_id)
WHERE s.entity_id IN (FROM meant)
ORDER BY s.as_of NULLS LAST, s.article_id, s.start_offset
