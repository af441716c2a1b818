"""Counts of hits, false finds and misses, by measure."""

from collections import defaultdict
from dataclasses import dataclass


@dataclass
class Figure:
    """Hits, false finds and misses of one measure."""

    hits: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def judgements(self) -> int:
        """How many things a reader sees that this measure asks for."""
        return self.hits + self.missed

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where there was nothing to find."""
        tries = 2 * self.hits + self.wrong + self.missed
        return 2 * self.hits / tries if tries else 1.0


class Figures(defaultdict[str, Figure]):
    """The measures by name, and what went wrong in words."""

    def __init__(self) -> None:
        super().__init__(Figure)
        self.errors: list[str] = []

    def found(self, measure: str, hit: bool, error: str) -> None:
        """Count something that a reader sees: found or missed."""
        self[measure].hits += hit
        self[measure].missed += not hit
        if not hit:
            self.errors.append(f"{measure} misses {error}")

    def invented(self, measure: str, error: str) -> None:
        """Count something that no reader sees."""
        self[measure].wrong += 1
        self.errors.append(f"{measure} invents {error}")

    def answered(self, measure: str, right: bool, error: str) -> None:
        """Count an answer that is right or wrong; as an F1 this is the rate of right ones."""
        self.found(measure, right, error)
        self[measure].wrong += not right
