-- Which targets are behind?
SELECT indicator, place_name, target_on, target_value, actual_value, unit, progress
FROM targets
WHERE progress < 1 AND bound <> 'at_most' AND target_on IS NOT NULL
ORDER BY progress, indicator, target_on
LIMIT 10
