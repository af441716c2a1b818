"""Dagster: the graph, its checks, its sensors and the commands that run it.

Nothing belongs here that could run without Dagster.
"""
