"""Scores a built warehouse against hand annotations: how much of what a reader sees it found.

Metrics are paired by the overlap of their spans, entities by any shared name, articles by the
marks that their bodies hold. What an annotation calls optional or ignored is neither hit nor fault.
"""

from collections.abc import Iterable
from pathlib import Path

import duckdb

from tests.quality.annotations import Row
from tests.quality.articles import pair_articles, score_articles
from tests.quality.built import Built
from tests.quality.entities import score_entities, score_roles
from tests.quality.figures import Figures
from tests.quality.metrics import score_metrics


def score(catalog: Path, annotations: Iterable[Row]) -> Figures:
    """All measures over all annotated documents."""
    figures = Figures()
    with duckdb.connect(catalog, read_only=True) as connection:
        for gold in annotations:
            built = Built(connection, gold["doc"])
            pairs = pair_articles(gold, built)
            score_articles(gold, built, pairs, figures)
            score_metrics(gold, built, pairs, figures)
            score_entities(gold, built, figures)
            score_roles(gold, built, figures)
    return figures
