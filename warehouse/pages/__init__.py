"""Pages that show where every number and name was read.

Here belong the pages a person looks at: one article, one entity, and the site over the whole
warehouse. They read the published catalog and nothing else, and every text in them is escaped by
the template engine. Not here: what the pages state, which the models derive and the views join.
"""
