-- every repost repeats an article
-- What to do: the rows name a link that leads nowhere; find out why its target was not derived.
SELECT t.* FROM reposts AS t ANTI JOIN articles AS p ON t.repost_of = p.article_id WHERE t.repost_of IS NOT NULL
