-- What did one outlet print on a topic?
SELECT s.as_of, s.title, s.snippet
FROM search('海上风电') AS s
JOIN article_overview AS a USING (article_id)
WHERE a.outlet = '江左日报'
ORDER BY s.score DESC, s.article_id
