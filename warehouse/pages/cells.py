"""Cells of the report's tables: what is shown, what it sorts by, where it leads.

A cell is a text, a number or null; or [text, sort key, address] where these differ.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from warehouse.pages.links import Links
from warehouse.pages.reading import Row
from warehouse.pages.wording import Wording

Cell = str | int | float | list | None


@dataclass(frozen=True)
class Column:
    """One column of a table: the key of its heading, its cells, and how they look."""

    heading: str
    cell: Callable[[Row], Cell]
    look: str = "plain"  # plain, number, date, progress or sentence: a class of the style sheet


@dataclass(frozen=True)
class Columns:
    """Makes the columns of a table in one language and one site."""

    t: Wording
    links: Links

    def plain(self, heading: str, field: str | None = None) -> Column:
        """A text as it is."""
        name = field or heading
        return Column(heading, lambda row: row[name])

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

    def quantity(self, heading: str, value: str, unit: str = "unit") -> Column:
        """A number with its unit, sorted by the number."""

        def cell(row: Row) -> Cell:
            return [self.t.quantity(row[value], None, row[unit]), row[value]]

        return Column(heading, cell, "number")

    def percent(self, heading: str, field: str, factor: float = 1) -> Column:
        """A rate in percent; `factor` is what turns the field into one."""
        return Column(heading, lambda row: _percent(row[field], factor, decimals=1), "number")

    def progress(self, heading: str, field: str) -> Column:
        """A share of a goal, drawn as a bar."""
        return Column(heading, lambda row: _percent(row[field], 100, decimals=0), "progress")

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
        """The sentence that states a number, that leads to the number in its article."""

        def cell(row: Row) -> Cell:
            address = self.links.article(row["article_id"], row["metric_id"])
            return _linked(row["sentence"], address)

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
