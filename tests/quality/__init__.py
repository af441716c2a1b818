"""Quality: a built warehouse beside hand annotations, and the floors under which it must not fall.

`annotations` reads what a person saw, `built` what the warehouse holds; `articles`, `metrics` and
`entities` compare them under `scoring`, `figures` counts, `floors` keeps what was reached.
"""
