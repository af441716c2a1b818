-- How did an indicator move?
SELECT period_end, status, value, unit, growth_rate, statement_count, value_count
FROM indicator_series
WHERE indicator = '新建5G基站' AND place_name = '盐城市'
ORDER BY period_end, status
