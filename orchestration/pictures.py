"""What the report shows of the warehouse as a whole, on the page of the published snapshot."""

from pathlib import Path

import dagster as dg
import duckdb

from orchestration.metadata import Metadata
from warehouse.pages.overview import articles_by_year, coverage
from warehouse.pages.reading import Row
from warehouse.pages.wording import Language, Wording

BAR = 40  # characters of the longest bar


def warehouse_pictures(catalog: Path) -> Metadata:
    """How complete the warehouse is, and how its articles spread over the years."""
    wording = Wording(Language.ENGLISH)
    with duckdb.connect(catalog, read_only=True) as connection:
        lines, years = coverage(connection), articles_by_year(connection, wording)
    return {
        "coverage": dg.MetadataValue.table([_record(line, wording) for line in lines]),
        "articles by year": dg.MetadataValue.md(_bars(years)),
    }


def _record(line: Row, wording: Wording) -> dg.TableRecord:
    share = f"{line['had'] / line['total']:.1%}" if line["total"] else "–"
    what = wording(line["measure"], "coverage")
    return dg.TableRecord({"what": what, "share": share, "had": line["had"], "of": line["total"]})


def _bars(years: list[Row]) -> str:
    """A Markdown table with a bar for each year."""
    most = max((year["value"] for year in years), default=1)
    rows = (
        f"| {year['day'][:4]} | {year['value']:,} | {'▇' * round(BAR * year['value'] / most)} |"
        for year in years
    )
    return "\n".join(["| year | articles | |", "|---|---:|---|", *rows])
