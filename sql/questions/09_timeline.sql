-- What is said of a person, when, and in which words?
SELECT as_of, title, statement, sentence
FROM entity_timeline('韩柏年')
WHERE statement IS NOT NULL
LIMIT 5
