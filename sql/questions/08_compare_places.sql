-- How do places compare?
SELECT place_name, period_end, value, unit, growth_rate FROM compare_places('GDP')
