"""Scores a built warehouse against hand annotations: how much of what a reader sees it found.

Metrics are paired by the overlap of their spans, entities by any shared name, articles by the
marks that their bodies hold. What an annotation calls optional or ignored is neither hit nor fault.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import duckdb

from tests.quality.annotations import Row, fold, names_of, readings, squeeze
from tests.quality.built import Built
from tests.quality.figures import Figures

METRIC_COLUMNS = ("dimension", "bound", "measure", "comparison", "status")
HEAD_TEXTS = ("title", "kicker", "subtitle", "series", "outlet")
HEAD_FACTS = ("genre", "published_on", "dateline_on", "as_of", "as_of_precision")
LIKE_ENOUGH = 0.6  # F1 over characters from which two wordings name the same indicator


def score(catalog: Path, annotations: Iterable[Row]) -> Figures:
    """All measures over all annotated documents."""
    figures = Figures()
    with duckdb.connect(catalog, read_only=True) as connection:
        for annotation in annotations:
            DocumentScore(Built(connection, annotation["doc"]), annotation, figures).add()
    return figures


class DocumentScore:
    """Compares one document's rows with its annotation."""

    def __init__(self, built: Built, annotation: Row, figures: Figures) -> None:
        self.built, self.gold, self.figures = built, annotation, figures
        self.pairs = self._pair_articles()
        self.forms: defaultdict[str, set[str]] = defaultdict(set)
        for entity in annotation["entities"]:
            for form in names_of(entity):
                self.forms[form] |= names_of(entity)

    def add(self) -> None:
        """Count everything."""
        self._articles()
        self._metrics()
        self._entities()
        self._roles()

    def _marks(self, article: Row) -> list[str]:
        marks = [article["body_starts"], article["body_ends"], *article.get("must_contain", [])]
        return [squeeze(mark) for mark in marks if mark]

    def _pair_articles(self) -> dict[str, Row]:
        """Each annotated article with the built one that holds most of its marks."""
        pairs, free = {}, list(self.built.articles)
        for gold in self.gold["articles"]:
            marks = self._marks(gold)
            held = [sum(mark in article["body"] for mark in marks) for article in free]
            if any(held):
                pairs[gold["key"]] = free.pop(held.index(max(held)))
        return pairs

    def _articles(self) -> None:
        for gold in self.gold["articles"]:
            built = self.pairs.get(gold["key"])
            named = f"{self.gold['doc']}: {gold['title'] or gold['body_starts']}"
            self.figures.found("articles.found", built is not None, named)
            if built is not None:
                self._body(gold, built)
                self._head(gold, built)
                self._bylines(gold, built)
        paired = [article["article_id"] for article in self.pairs.values()]
        for article in self.built.articles:
            if article["article_id"] not in paired:
                self.figures.invented("articles.found", f"{self.gold['doc']}: {article['title']}")

    def _body(self, gold: Row, built: Row) -> None:
        for mark in self._marks(gold):
            self.figures.answered("articles.body_complete", mark in built["body"], mark)
        for mark in gold.get("must_not_contain", []):
            clean = squeeze(mark) not in built["body"]
            self.figures.answered("articles.body_clean", clean, f"unwanted {mark}")

    def _head(self, gold: Row, built: Row) -> None:
        for column in HEAD_TEXTS:
            if column != "title" and not gold.get(column) and not built[column]:
                continue
            right = fold(built[column]) in {fold(text) for text in readings(gold, column)}
            difference = f"{gold.get(column)!r}, got {built[column]!r}"
            self.figures.answered(f"articles.{column}", right, difference)
        for column in HEAD_FACTS:
            right = _text(built[column]) in map(_text, readings(gold, column))
            difference = f"{gold.get(column)!r}, got {_text(built[column])!r}"
            self.figures.answered(f"articles.{column}", right, difference)

    def _bylines(self, gold: Row, built: Row) -> None:
        wanted = {(squeeze(line["name"]), line["role"]) for line in gold.get("bylines", [])}
        credited = self.built.bylines(built["article_id"])
        for line in sorted(wanted, key=str):
            self.figures.found("bylines", line in credited, str(line))
        for line in sorted(credited - wanted, key=str):
            self.figures.invented("bylines", str(line))

    def _metrics(self) -> None:
        free = self.built.metrics()
        matched = []
        for gold in self.gold["metrics"]:
            metric = self._take(gold, free)
            self.figures.found("metrics.span", metric is not None, gold["context"])
            right = metric is not None and _same_quantity(metric, gold)
            got = metric and (metric["value"], metric["value_high"], metric["unit"])
            error = f"{gold['text']} in {gold['context']}, got {got}"
            self.figures.found("metrics.value_unit", right, error)
            if metric is not None:
                self.figures["metrics.value_unit"].wrong += not right
                matched.append((gold, metric))
        for ignored in self.gold.get("ignored", []):
            self._take(ignored, free)
        traps = [self._take(trap, free) for trap in self.gold.get("not_metrics", [])]
        for metric in [*(metric for metric in traps if metric), *free]:
            error = f"{metric['text']} in {metric['sentence']}"
            self.figures.invented("metrics.span", error)
            self.figures.invented("metrics.value_unit", error)
        for gold, metric in matched:
            self._metric_columns(gold, metric)

    def _take(self, gold: Row, free: list[Row]) -> Row | None:
        """Remove from `free` and return the metric that overlaps the annotated number most."""
        article = self.pairs.get(gold["article"])
        context, text = squeeze(gold["context"]), squeeze(gold["text"])
        at = article["body"].find(context) if article else -1
        if article is None or at < 0:
            return None
        start = at + context.find(text)
        end = start + len(text)

        def overlap(metric: Row) -> int:
            return min(end, metric["span"][1]) - max(start, metric["span"][0])

        near = [metric for metric in free if metric["article_id"] == article["article_id"]]
        best = max(near, key=overlap, default=None)
        if best is None or overlap(best) <= 0:
            return None
        free.remove(best)
        return best

    def _metric_columns(self, gold: Row, metric: Row) -> None:
        named = f"{gold['text']} ({gold['indicator']})"
        for column in METRIC_COLUMNS:
            if gold.get(f"{column}_certain", True):
                right = metric[column] in readings(gold, column)
                error = f"{named}: {gold.get(column)}, got {metric[column]}"
                self.figures.answered(f"metrics.{column}", right, error)
        likeness = max(_likeness(text, metric["indicator"]) for text in readings(gold, "indicator"))
        self.figures.answered(
            "metrics.indicator", likeness >= LIKE_ENOUGH, f"{named}, got {metric['indicator']}"
        )
        if gold.get("period_certain", True):
            wanted = (gold.get("period_start"), gold.get("period_end"))
            got = (_text(metric["period_start"]), _text(metric["period_end"]))
            self.figures.answered("metrics.period", wanted == got, f"{named}: {wanted}, got {got}")
        for column in ("place", "organization"):
            self._metric_link(gold, metric, column, named)

    def _metric_link(self, gold: Row, metric: Row, column: str, named: str) -> None:
        wanted = readings(gold, column)
        if not gold.get(f"{column}_certain", True) or not (any(wanted) or metric[column]):
            return
        allowed = set().union(*({fold(name)} | self.forms[fold(name)] for name in wanted))
        right = fold(metric[column]) in allowed
        error = f"{named}: {gold.get(column)}, got {metric[column]}"
        self.figures.answered(f"metrics.{column}", right, error)

    def _entities(self) -> None:
        built = self._built_entities()
        optional = [names_of(entity) for entity in self.gold.get("entities_optional", [])]
        used: set[str] = set()
        for gold in self._annotated_entities(optional):
            mine = {
                entity_id
                for entity_id, (kind, _, forms) in built.items()
                if kind in gold["types"] and forms & gold["forms"]
            }
            used |= mine
            error = f"{gold['type']} {gold['name']}"
            self.figures.found(f"entities.{gold['type']}", bool(mine), error)
            if mine:
                self.figures.answered("entities.one_id", len(mine) == 1, error)
                names = {fold(name) for name in readings(gold, "name")}
                right = any(fold(built[entity_id][1]) in names for entity_id in mine)
                got = sorted(built[entity_id][1] for entity_id in mine)
                self.figures.answered("entities.canonical_name", right, f"{error}, got {got}")
        for entity_id, (kind, name, forms) in sorted(built.items()):
            if entity_id not in used and not any(forms & accepted for accepted in optional):
                self.figures.invented(f"entities.{kind}", name)

    def _built_entities(self) -> dict[str, tuple[str, str, set[str]]]:
        """entity_id → type, canonical name and every folded form of it in this document."""
        found: dict[str, tuple[str, str, set[str]]] = {}
        for row in self.built.mentions():
            known = found.setdefault(
                row["entity_id"], (row["type"], row["name"], {fold(row["name"])})
            )
            known[2].add(fold(row["text"]))
        return found

    def _annotated_entities(self, optional: list[set[str]]) -> list[Row]:
        """One row per thing that bodies name; what only heads name joins the optional ones."""
        merged: dict[tuple[str, str], Row] = {}
        for entity in self.gold["entities"]:
            if entity.get("header_only"):
                optional.append(names_of(entity))
                continue
            start = {**entity, "forms": set(), "types": {entity["type"]}}
            one = merged.setdefault((entity["type"], entity["name"]), start)
            one["forms"] |= names_of(entity)
            one["types"] |= set(entity.get("type_alternatives", []))
        return list(merged.values())

    def _roles(self) -> None:
        built = {
            (fold(role["person"]), fold(role["organization"]), fold(role["title"]))
            for role in self.built.roles()
        }
        wanted = {
            (role["person"], role["organization"], role["title"]): role
            for role in self.gold.get("roles", [])
        }
        optional = self.gold.get("roles_optional", [])
        for measure, whole in (("roles.person_title", False), ("roles.full", True)):
            for key, role in wanted.items():
                hit = any(self._fits(found, role, whole) for found in built)
                self.figures.found(measure, hit, str(key))
            for found in sorted(built):
                known = any(self._fits(found, role, whole) for role in wanted.values())
                if not known and not any(self._fits(found, role, False) for role in optional):
                    self.figures.invented(measure, str(found))

    def _fits(self, found: tuple[str, str, str], role: Row, whole: bool) -> bool:
        """Whether a built role is the annotated one; its organisation counts if `whole`."""
        person, organization, title = found
        if person != fold(role["person"]) or title not in map(fold, readings(role, "title")):
            return False
        bodies = [fold(name) for name in readings(role, "organization")]
        return not whole or any(organization in {body} | self.forms[body] for body in bodies)


def _text(value: object) -> str | None:
    """A date or a word as annotations write it."""
    return None if value is None else str(value)[:10]


def _same_quantity(metric: Row, gold: Row) -> bool:
    units = {unit or "" for unit in readings(gold, "unit")}
    return (
        _same_number(metric["value"], gold["value"])
        and _same_number(metric["value_high"], gold.get("value_high"))
        and (not gold.get("unit_certain", True) or (metric["unit"] or "") in units)
    )


def _same_number(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-6 * max(1.0, abs(a), abs(b))


def _likeness(a: str | None, b: str | None) -> float:
    """F1 over the characters of two phrases."""
    left, right = Counter(squeeze(a)), Counter(squeeze(b))
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0
