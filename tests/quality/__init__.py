"""Quality: a built warehouse beside hand annotations, and the floors under which it must not fall.

`annotations` reads what a person saw, `built` what the warehouse holds, `scoring` compares them,
`figures` counts, `floors` keeps what was reached. The scorer's own tests are in test_scoring.py.
"""
