-- every span of metrics cuts its own text out of its article
-- What to do: the offsets belong to another text than the published one; look at the derivation.
SELECT t.*
FROM metrics AS t
JOIN articles AS a USING (article_id)
WHERE substring(a.text, t.start_offset + 1, t.end_offset - t.start_offset) IS DISTINCT FROM t.text
