-- Which targets are behind?
SELECT indicator, place_name, target_on, target_value, actual_value, unit, progress
FROM targets
WHERE NOT is_met AND target_on IS NOT NULL
ORDER BY progress, indicator, target_on
LIMIT 10
