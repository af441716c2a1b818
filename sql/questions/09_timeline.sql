-- What is said of a person, when, and in which words?
SELECT as_of, title, mention, statement, sentence
FROM
    -- The mayor whom most articles name; put another name here.
    entity_timeline((
        SELECT person
        FROM people
        WHERE title = '市长'
        GROUP BY person
        ORDER BY sum(article_count) DESC, person
        LIMIT 1
    ))
WHERE statement IS NOT NULL
LIMIT 5
