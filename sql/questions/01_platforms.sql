-- Which complaints platforms close what share of their cases?
SELECT subject, place_name, period_end, raised, resolved, rate, rate_basis
FROM closed_loops
WHERE subject LIKE '%平台%' AND resolved IS NOT NULL
ORDER BY rate DESC, period_end DESC NULLS LAST, subject, raised
