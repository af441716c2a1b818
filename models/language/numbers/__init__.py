"""Numeric statements: what a number counts, how firmly, when, where and of whom.

`statements` reads one article and composes the rest; every other module decides one thing:
`numerals` values, `units` unit words, `quantities` which spans are quantities, `traps` which
numbers are none, `periods` dates, `indicators`, `measures`, `statuses`, `links`, `bases`.
Candidates are found by one compiled pattern; everything after looks at a small window.
"""
