"""Cells of the report's tables: what is shown, what it sorts by, where it leads.

A cell is a text, a number or null; or [text, sort key, address] where these differ, and
[text, sort key, address, start, end] where a part of the text is marked.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from warehouse.pages.links import Links
from warehouse.pages.reading import Row
from warehouse.pages.wording import Wording

Cell = str | int | float | list | None

# Characters of a sentence that a table shows before and after the number in it.
BEFORE, AFTER = 24, 44


@dataclass(frozen=True)
class Column:
    """One column of a table: the key of its heading, its cells, and how they look."""

    heading: str
    cell: Callable[[Row], Cell]
    look: str = (
        "plain"  # plain, number, date, path, progress or sentence: a class of the style sheet
    )


@dataclass(frozen=True)
class Columns:
    """Makes the columns of a table in one language and one site."""

    t: Wording
    links: Links

    def plain(self, heading: str, field: str | None = None) -> Column:
        """A text as it is."""
        name = field or heading
        return Column(heading, lambda row: row[name])

    def path(self) -> Column:
        """Where a raw file lies."""
        return Column("source_file", lambda row: row["path"], "path")

    def number(self, heading: str, field: str | None = None) -> Column:
        """A count."""
        name = field or heading
        return Column(heading, lambda row: row[name], "number")

    def day(self, heading: str, field: str | None = None) -> Column:
        """A date."""
        name = field or heading
        return Column(heading, lambda row: _iso(row[name]), "date")

    def coded(self, heading: str, field: str, vocabulary: str) -> Column:
        """A value of a closed vocabulary, worded."""
        return Column(heading, lambda row: self.t.coded(row[field], vocabulary))

    def size(self, heading: str = "byte_count") -> Column:
        """How large a file is, in the unit that suits it."""
        return Column(
            heading, lambda row: [self.t.size(row["byte_count"]), row["byte_count"]], "number"
        )

    def quantity(self, heading: str, value: str) -> Column:
        """A number with its unit, sorted by the number."""

        def cell(row: Row) -> Cell:
            return [self.t.quantity(row[value], None, row["unit"]), row[value]]

        return Column(heading, cell, "number")

    def printed(self, heading: str, text: str, value: str) -> Column:
        """A number as it is printed, sorted by its value in the base unit."""
        return Column(heading, lambda row: [row[text], row[value]], "number")

    def percent(self, heading: str, field: str, factor: float = 1) -> Column:
        """A rate in percent; `factor` is what turns the field into one."""
        return Column(heading, lambda row: _percent(row[field], factor, decimals=1), "number")

    def progress(self, heading: str = "progress") -> Column:
        """How much of a goal is reached, drawn as a bar, and whether it is met.

        What is not to be passed has no bar: less is better, and 92% says nothing.
        """

        def cell(row: Row) -> Cell:
            if row["is_met"] is None:
                return None
            kind = "ceiling" if row["is_ceiling"] else "goal"
            outcome = self.t(f"{kind}_{'met' if row['is_met'] else 'missed'}", "outcomes")
            if row["is_ceiling"] or row["progress"] is None:
                return [outcome, None]
            return [f"{row['progress'] * 100:.0f}% {outcome}", row["progress"]]

        return Column(heading, cell, "progress")

    def entity(self, heading: str, name: str, entity_id: str) -> Column:
        """A name that leads to the page of the entity."""
        return Column(heading, lambda row: _linked(row[name], self.links.entity(row[entity_id])))

    def title(self, heading: str = "title") -> Column:
        """The title of an article, that leads to it."""

        def cell(row: Row) -> Cell:
            text = row["title"] or self.t("untitled")
            return _linked(text, self.links.article(row["article_id"]))

        return Column(heading, cell)

    def sentence(self, heading: str = "sentence") -> Column:
        """What stands around a number in its sentence; the number leads to its article."""

        def cell(row: Row) -> Cell:
            address = self.links.article(row["article_id"], row["metric_id"])
            text, start, end = excerpt(row["sentence"], row["text"])
            return [text, row["sentence"][:BEFORE], address, start, end]

        return Column(heading, cell, "sentence")

    def indicator(self, heading: str = "indicator") -> Column:
        """An indicator that leads to its page."""

        def cell(row: Row) -> Cell:
            return _linked(row["indicator"], self.links.indicator(row["indicator"]))

        return Column(heading, cell)

    def outlet(self, heading: str = "outlet") -> Column:
        """The name of an outlet, that leads to its page; a word for articles that print none."""

        def cell(row: Row) -> Cell:
            return _linked(row["outlet"] or self.t("no_outlet"), self.links.outlet(row["outlet"]))

        return Column(heading, cell)


def excerpt(sentence: str, number: str) -> tuple[str, int, int]:
    """The part of a sentence around a number, and where the number stands in it."""
    at = max(sentence.find(number), 0)
    end = at + len(number)
    first = 0 if at <= BEFORE * 1.25 else at - BEFORE
    last = len(sentence) if len(sentence) - end <= AFTER * 1.25 else end + AFTER
    before, after = "…" if first else "", "…" if last < len(sentence) else ""
    shift = len(before) - first
    return f"{before}{sentence[first:last]}{after}", at + shift, end + shift


def table(columns: Iterable[Column], rows: Iterable[Row]) -> list[list[Cell]]:
    """All cells, row by row."""
    cells = [column.cell for column in columns]
    return [[cell(row) for cell in cells] for row in rows]


def _linked(text: str | None, address: str | None) -> Cell:
    return [text, text, address] if address else text


def _percent(value: float | None, factor: float, decimals: int) -> Cell:
    return None if value is None else [f"{value * factor:.{decimals}f}%", value]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
