-- every metric belongs to an article
-- What to do: the rows name a link that leads nowhere; find out why its target was not derived.
SELECT t.* FROM metrics AS t ANTI JOIN articles AS p ON t.article_id = p.article_id WHERE t.article_id IS NOT NULL
