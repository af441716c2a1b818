"""Reading: bytes → clean characters → reading order → articles.

`sources` decodes raw files, `drafts` cuts them into articles; the formats that they know have a
module each. Not here: anything about what the words mean.
"""
