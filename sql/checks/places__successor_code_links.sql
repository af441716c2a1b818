-- every division that ended became a division
-- What to do: a code in models/lexicon/divisions.tsv or former_divisions.tsv is wrong; mend it.
SELECT t.*
FROM places AS t
ANTI JOIN places AS p ON t.successor_code = p.place_code
WHERE t.successor_code IS NOT NULL
