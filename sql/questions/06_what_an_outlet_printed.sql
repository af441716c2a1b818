-- What did one outlet print on a topic?
WITH
    -- The programme that most articles name; put another topic here.
    topic AS (
        SELECT initiative_name FROM initiative_profile
        ORDER BY article_count DESC, initiative_name
        LIMIT 1
    ),
    found AS (
        SELECT a.outlet, s.*
        FROM search((FROM topic)) AS s
        JOIN article_overview AS a USING (article_id)
    )
SELECT outlet, as_of, title, snippet
FROM found
-- The outlet with most articles on it; put another name here.
WHERE outlet = (SELECT outlet FROM found GROUP BY outlet ORDER BY count(outlet) DESC, outlet LIMIT 1)
ORDER BY score DESC, article_id
LIMIT 5
