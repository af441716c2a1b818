"""Dagster: the graph, its checks, its sensors and the commands that run it.

Nothing belongs here that could run without Dagster. Every definition comes from the tables in
`models`: a table added there is an asset, with its columns, checks and place in the graph, without
an edit here.
"""
