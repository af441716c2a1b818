"""Benchmarks: how fast the stages are, always beside a peer that reads the same text in this run.

Figures are megabytes of UTF-8 a second on one core, the best of several rounds; they decide no
test.
"""
