-- Who heads what in a city?
SELECT person, title, organization_name, last_seen_on, article_count
FROM people
WHERE place_name = '盐城市' AND title IN ('市长', '书记', '党组书记', '局长', '主任')
ORDER BY organization_name, title, last_seen_on DESC NULLS LAST, person
