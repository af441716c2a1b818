"""Metrics beside their annotation: found, valued, read, and linked."""

from collections import Counter

from tests.quality.annotations import Row, fold, forms_of, in_words, readings, squeeze
from tests.quality.built import Built
from tests.quality.figures import Figures

READING = ("dimension", "bound", "measure", "comparison", "status")
LINKS = ("place", "organization", "initiative")
LIKE_ENOUGH = 0.6  # F1 over characters from which two wordings name the same indicator


def score_metrics(gold: Row, built: Built, pairs: dict[str, Row], figures: Figures) -> None:
    """Count numbers; one that is no annotated metric, or a trap, is invented."""
    free = built.metrics()
    matched = []
    for number in gold["metrics"]:
        metric = _take(number, pairs, free)
        if metric is not None:
            matched.append((number, metric))
        _score_value(number, metric, figures)
    for number in gold.get("ignored", []):
        _take(number, pairs, free)
    traps = [_take(number, pairs, free) for number in gold.get("not_metrics", [])]
    for metric in [*(metric for metric in traps if metric), *free]:
        for measure in ("metrics.span", "metrics.value_unit"):
            figures.invented(measure, f"{metric['text']} in {metric['sentence']}")
    forms = forms_of(gold["entities"])
    for number, metric in matched:
        named = f"{number['text']} ({number['indicator']})"
        _score_reading(number, metric, named, figures)
        _score_indicator(number, metric, named, figures)
        _score_period(number, metric, named, figures)
        for column in LINKS:
            _score_link(number, metric, column, forms, named, figures)
        _score_base(number, metric, named, figures)


def _take(number: Row, pairs: dict[str, Row], free: list[Row]) -> Row | None:
    """Remove from `free` and return the metric that overlaps the annotated number most."""
    article = pairs.get(number["article"])
    if article is None:
        return None
    context, text = squeeze(number["context"]), squeeze(number["text"])
    at = article["body"].find(context)
    if at < 0:
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


def _score_value(number: Row, metric: Row | None, figures: Figures) -> None:
    figures.found("metrics.span", metric is not None, f"{number['text']} in {number['context']}")
    right = metric is not None and _same_quantity(metric, number)
    got = metric and (metric["value"], metric["value_high"], metric["unit"])
    error = f"{number['text']} in {number['context']}, got {got}"
    figures.found("metrics.value_unit", right, error)
    figures["metrics.value_unit"].wrong += metric is not None and not right


def _score_reading(number: Row, metric: Row, named: str, figures: Figures) -> None:
    for column in READING:
        if number.get(f"{column}_certain", True):
            right = metric[column] in readings(number, column)
            error = f"{named}: {number.get(column)}, got {metric[column]}"
            figures.answered(f"metrics.{column}", right, error)


def _score_indicator(number: Row, metric: Row, named: str, figures: Figures) -> None:
    likeness = max(_likeness(text, metric["indicator"]) for text in readings(number, "indicator"))
    error = f"{named}, got {metric['indicator']}"
    figures.answered("metrics.indicator", likeness >= LIKE_ENOUGH, error)


def _score_period(number: Row, metric: Row, named: str, figures: Figures) -> None:
    if not number.get("period_certain", True):
        return
    wanted = (number.get("period_start"), number.get("period_end"))
    got = (in_words(metric["period_start"]), in_words(metric["period_end"]))
    figures.answered("metrics.period", wanted == got, f"{named}: {wanted}, got {got}")


def _score_link(
    number: Row,
    metric: Row,
    column: str,
    forms: dict[str, set[str]],
    named: str,
    figures: Figures,
) -> None:
    wanted = readings(number, column)
    if not number.get(f"{column}_certain", True) or not (any(wanted) or metric[column]):
        return
    allowed = set().union(*({fold(name)} | forms.get(fold(name), set()) for name in wanted))
    error = f"{named}: {number.get(column)}, got {metric[column]}"
    figures.answered(f"metrics.{column}", fold(metric[column]) in allowed, error)


def _score_base(number: Row, metric: Row, named: str, figures: Figures) -> None:
    if not number.get("base_context"):
        return
    printed = squeeze(number["base_context"]) + squeeze(number["context"])
    right = metric["base"] is not None and squeeze(metric["base"]) in printed
    error = f"{named}: {number['base_context']}, got {metric['base']}"
    figures.answered("metrics.base", right, error)


def _same_quantity(metric: Row, number: Row) -> bool:
    units = {unit or "" for unit in readings(number, "unit")}
    return (
        _same_number(metric["value"], number["value"])
        and _same_number(metric["value_high"], number.get("value_high"))
        and (not number.get("unit_certain", True) or (metric["unit"] or "") in units)
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
