-- Who heads what in a city?
WITH
    -- The city whose posts are best known; put another name here.
    city AS (
        SELECT place_name
        FROM people
        JOIN places ON name = place_name AND level = 'prefecture'
        GROUP BY place_name
        ORDER BY count(*) DESC, place_name
        LIMIT 1
    )
SELECT person, title, organization_name, last_seen_on, article_count
FROM people
JOIN city USING (place_name)
WHERE title IN ('市长', '书记', '党组书记', '局长', '主任')
ORDER BY organization_name, title, last_seen_on DESC NULLS LAST, person
LIMIT 10
