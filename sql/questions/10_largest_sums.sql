-- Which are the largest sums of money, and where does it say so?
SELECT text, indicator, place_name, as_of, outlet, sentence, path
FROM metric_facts
WHERE dimension = 'money' AND measure = 'level' AND status = 'actual'
ORDER BY value DESC, metric_id
LIMIT 3
