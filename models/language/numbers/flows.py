"""Whether a number adds up over time (收入) or is a state at a day (户数)."""

from models.language.numbers import cues
from models.language.numbers.statement import Clause, Statement


def is_flow(
    measure: str, clause: Clause, indicator: str | None, previous: Statement | None
) -> bool:
    """Whether the number adds up over time (收入) or is a state at a day (户数)."""
    if previous is not None and indicator is not None and indicator == previous.indicator:
        return previous.flow
    if measure in ("growth_rate", "increase", "decrease"):
        return True
    return cues.has("flow", clause.left) or (indicator is not None and cues.has("flow", indicator))
