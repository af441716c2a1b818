"""The static site over the whole warehouse: bounded in size, rewritten only where it changed."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.pages import overview
from warehouse.pages.article import read_articles
from warehouse.pages.cells import Columns, table
from warehouse.pages.digests import Digests, digest_of, digest_pages
from warehouse.pages.entity import Limits as EntityLimits
from warehouse.pages.entity import read_entities
from warehouse.pages.evidence import render_article, word_evidence
from warehouse.pages.indicators import IndicatorPage, chosen_indicators, read_indicators
from warehouse.pages.links import (
    Links,
    article_address,
    entity_address,
    indicator_address,
    outlet_address,
    province_address,
    tree_address,
)
from warehouse.pages.outlets import OutletPage, read_outlets
from warehouse.pages.places import Place, read_places
from warehouse.pages.reading import Row, rows
from warehouse.pages.rendering import HERE, STYLES, page_of_site, render
from warehouse.pages.sections import SECTIONS, Section
from warehouse.pages.site import Site, Tally
from warehouse.pages.wording import Language, Wording

SCRIPTS = ("site.js", "table.js", "chart.js", "article.js")
VENDORED = ("vendor/d3.min.js", "vendor/plot.min.js", "vendor/LICENSES.txt")
CHART_SCRIPTS = ("vendor/d3.min.js", "vendor/plot.min.js", "chart.js")
SECTION_NAMES = tuple(section.name for section in SECTIONS)


@dataclass(frozen=True)
class Limits:
    """What bounds the size of a report, whatever the size of the warehouse."""

    table_rows: int = 10_000
    articles: int = 2_000
    article_megabytes: int = 150  # of all their pages together
    entities: int = 1_000
    divisions: int = 1_500  # besides those among the entities
    indicators: int = 300
    outlets: int = 200
    points: int = 200  # of one indicator
    sentences: int = 50  # of one entity
    titles: int = 100_000  # in the search index
    names: int = 50_000


def write_report(
    connection: duckdb.DuckDBPyConnection,
    root: Path,
    language: Language,
    snapshot: Row,
    limits: Limits | None = None,
) -> Tally:
    """Write the site into `root`, or bring the one that is there up to date.

    `snapshot` holds the facts of the published snapshot, above all its fingerprint: as long as
    that stays, so does the site. Raises SettingsError if `root` holds other files.
    """
    limits = limits or Limits()
    site = Site(root, _made_by(language))
    source = (snapshot.get("fingerprint"), limits)
    if site.is_made_from(source):
        return site.keep()
    _Writer(connection, site, Wording(language), limits).write(snapshot.get("published_at", ""))
    return site.finish(source)


def _made_by(language: Language) -> str:
    """Changes with the code, the templates and the language of the pages."""
    digest = hashlib.sha256(f"{language} {duckdb.__version__}".encode())
    for file in sorted(HERE.rglob("*")):
        if file.suffix in {".py", ".j2", ".toml", ".css", ".js"}:
            digest.update(file.read_bytes())
    return digest.hexdigest()


class _Writer:
    """Reads the catalog and writes one site."""

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        site: Site,
        wording: Wording,
        limits: Limits,
    ) -> None:
        self.connection, self.site, self.t, self.limits = connection, site, wording, limits

    def write(self, published_at: str) -> None:
        names = chosen_indicators(self.connection, self.limits.indicators)
        indicators = list(read_indicators(self.connection, names, self.limits.points, self.t))
        outlets = list(read_outlets(self.connection, self.limits.outlets))
        provinces = read_places(self.connection, self.limits.table_rows)
        links = Links(
            articles=frozenset(self._chosen_articles(indicators)),
            entities=frozenset(self._chosen_entities()),
            indicators=frozenset(names),
            outlets=frozenset(page.name for page in outlets),
            divisions=frozenset(
                place.place_code
                for province in provinces
                for place in province.tree()
                if place.level
            ),
        )
        self._write_assets()
        above = self._above_tables(provinces, links)
        totals = {
            section.name: self._write_section(section, links, above.get(section.name, {}))
            for section in SECTIONS
        }
        for province in provinces:
            self._write_province(province, links)
        for outlet in outlets:
            self._write_outlet(outlet, links)
        of_articles, of_entities = digest_pages(self.connection, links)
        self._write_articles(links, of_articles)
        self._write_entities(links, of_entities)
        for page in indicators:
            self._write_indicator(page, links)
        self._write_search(links)
        self._write_index(totals, published_at)

    def _above_tables(self, provinces: list[Place], links: Links) -> dict[str, dict[str, object]]:
        """What the page of a section shows besides its table, by section."""
        in_tree = {
            place.key: tree_address(place.place_code)
            if place.level
            else links.entity(place.entity_id)
            for province in provinces
            for place in (province, *province.inside)
        }
        return {
            "places": {"provinces": provinces, "addresses": in_tree},
            "health": {"coverage": overview.coverage(self.connection)},
        }

    def _chosen_articles(self, indicators: list[IndicatorPage]) -> list[str]:
        """Articles that points lead to, then the newest, as many as the limits allow."""
        cited = {
            statement.article["article_id"] for page in indicators for statement in page.statements
        }
        chosen = rows(
            self.connection,
            _ARTICLES_TO_SHOW,
            cited=sorted(cited),
            limit=self.limits.articles,
            byte_limit=self.limits.article_megabytes * 1_000_000,
        )
        return [row["article_id"] for row in chosen]

    def _chosen_entities(self) -> list[str]:
        """The entities, and the divisions, that most articles name, within the limits."""
        limits = {"limit": self.limits.entities, "divisions": self.limits.divisions}
        return [row["entity_id"] for row in rows(self.connection, _ENTITIES_TO_SHOW, **limits)]

    def _write_assets(self) -> None:
        for name in (*STYLES, *SCRIPTS, *VENDORED):
            content = (HERE / "assets" / name).read_bytes()
            self.site.write(f"assets/{name}", "", lambda content=content: content)

    def _write_section(self, section: Section, links: Links, above: dict[str, object]) -> int:
        """Write a section's page and its rows; returns how many rows there are in all.

        `above` is what its page shows above the table.
        """
        found = rows(self.connection, section.query, limit=self.limits.table_rows)
        (total,) = rows(self.connection, f"SELECT ({section.total}) AS total")
        columns = section.columns(Columns(self.t, links))
        cells = table(columns, found)
        data = f"data/{section.name}.js"
        self.site.write(data, cells, lambda: _script("fangzhi.rows", section.name, cells))
        frame = page_of_site("", SECTION_NAMES, "table.js", data=data, current=section.name)
        values = {"shown": len(found), "total": total["total"], **above}
        self.site.write(
            f"{section.name}.html",
            values,
            lambda: render(
                section.template, self.t, frame, name=section.name, columns=columns, **values
            ),
        )
        return total["total"]

    def _write_articles(self, links: Links, digests: Digests) -> None:
        frame = page_of_site("../", SECTION_NAMES, "article.js", current="articles")
        changed = [
            article_id
            for article_id in sorted(links.articles)
            if not self.site.keeps(article_address(article_id), digests[article_id])
        ]
        for batch in _batches(changed):
            for page in read_articles(self.connection, batch):
                evidence = word_evidence(page, self.t, links, "../")
                self.site.write(
                    article_address(page.article_id),
                    digests[page.article_id],
                    lambda page=page, evidence=evidence: render_article(
                        page, evidence, self.t, frame, links
                    ),
                )

    def _write_entities(self, links: Links, digests: Digests) -> None:
        frame = page_of_site("../", SECTION_NAMES)
        sentences = self.limits.sentences
        limits = EntityLimits(mentions=sentences, numbers=sentences)
        # Pages link each other, so that each depends on which of them there are.
        there = digest_of([*sorted(links.entities), *sorted(links.divisions)])
        inputs = {entity_id: (digest, there) for entity_id, digest in digests.items()}
        changed = [
            entity_id
            for entity_id in sorted(links.entities)
            if not self.site.keeps(entity_address(entity_id), inputs[entity_id])
        ]
        for page in read_entities(self.connection, changed, limits):
            values = {"page": page, "links": links}
            self.site.write(
                entity_address(page.entity_id),
                inputs[page.entity_id],
                lambda values=values: render("entity.html.j2", self.t, frame, **values),
            )

    def _write_indicator(self, page: IndicatorPage, links: Links) -> None:
        scripts = CHART_SCRIPTS if page.charts else ()
        frame = page_of_site("../", SECTION_NAMES, *scripts, current="indicators")
        linked = [s.article["article_id"] in links.articles for s in page.statements]
        self.site.write(
            indicator_address(page.indicator),
            (page, linked),
            lambda: render("indicator.html.j2", self.t, frame, page=page, links=links),
        )

    def _write_province(self, province: Place, links: Links) -> None:
        frame = page_of_site("../", SECTION_NAMES, current="places")
        addresses = {place.key: links.entity(place.entity_id) for place in province.tree()}
        values = {"place": province, "addresses": addresses}
        self.site.write(
            province_address(province.place_code),
            values,
            lambda: render("place.html.j2", self.t, frame, **values),
        )

    def _write_outlet(self, page: OutletPage, links: Links) -> None:
        chart = overview.year_points(page.years, self.t, "../", page.name)
        scripts = CHART_SCRIPTS if len(chart) > 1 else ()
        frame = page_of_site("../", SECTION_NAMES, *scripts, current="outlets")
        linked = [
            *(links.article(row["article_id"]) for row in page.articles),
            *(links.entity(row["entity_id"]) for named in page.names.values() for row in named),
            *(links.indicator(row["indicator"]) for row in page.indicators),
        ]
        values = {"page": page, "chart": chart, "links": links}
        self.site.write(
            outlet_address(page.name),
            (page, linked),
            lambda: render("outlet.html.j2", self.t, frame, **values),
        )

    def _write_search(self, links: Links) -> None:
        entries = list(self._search_entries(links))
        self.site.write("data/search.js", entries, lambda: _script("fangzhiSearch", entries))

    def _search_entries(self, links: Links) -> Iterator[list[str | None]]:
        """Kind, name and address of all that can be searched; without a page the id instead."""
        for row in rows(self.connection, _NAMES, limit=self.limits.names):
            yield _entry(row["type"], row["name"], links.entity(row["entity_id"]), row["entity_id"])
        for row in rows(self.connection, _TITLES, limit=self.limits.titles):
            article_id = row["article_id"]
            yield _entry("article", row["title"], links.article(article_id), article_id)

    def _write_index(self, totals: dict[str, int], published_at: str) -> None:
        frame = page_of_site(
            "", SECTION_NAMES, "vendor/d3.min.js", "vendor/plot.min.js", "chart.js"
        )
        values = {
            "facts": overview.totals(self.connection),
            "chart": overview.articles_by_year(self.connection, self.t),
            "totals": totals,
            "limits": self.limits,
            "published_at": published_at,
        }
        self.site.write(
            "index.html", values, lambda: render("index.html.j2", self.t, frame, **values)
        )


# What a page weighs, fitted to the pages of 216 articles of all lengths: most are within a fifth.
_PAGE_BYTES = "7000 + 2.4 * char_count + 1000 * metric_count + 800 * entity_count"
_ARTICLES_TO_SHOW = f"""
    WITH ranked AS (
        SELECT article_id, {_PAGE_BYTES} AS page_bytes,
            row_number() OVER (
                ORDER BY article_id IN (SELECT unnest($cited)) DESC,
                    metric_count + entity_count > 0 DESC, as_of DESC NULLS LAST, article_id
            ) AS position
        FROM article_overview
    )
    SELECT article_id FROM ranked
    WHERE position <= $limit
    QUALIFY sum(page_bytes) OVER (ORDER BY position) <= $byte_limit
    ORDER BY position
"""
_ENTITIES_TO_SHOW = """
    WITH ranked AS (
        SELECT entity_id, level IS NOT NULL AS is_division,
            row_number() OVER (
                ORDER BY e.article_count DESC, e.mention_count DESC, entity_id
            ) AS position
        FROM entities AS e LEFT JOIN place_profile AS p USING (entity_id)
    )
    SELECT entity_id FROM ranked
    QUALIFY position <= $limit OR is_division
        AND row_number() OVER (PARTITION BY is_division, position <= $limit ORDER BY position)
            <= $divisions
    ORDER BY position
"""
_NAMES = """
    SELECT entity_id, type, name FROM entities
    ORDER BY article_count DESC, mention_count DESC, entity_id
    LIMIT $limit
"""
_TITLES = """
    SELECT article_id, title FROM articles
    WHERE title IS NOT NULL
    ORDER BY as_of DESC NULLS LAST, article_id
    LIMIT $limit
"""


def _entry(kind: str, name: str, address: str | None, thing_id: str) -> list[str | None]:
    return [kind, name, address] if address else [kind, name, None, thing_id]


def _batches(ids: list[str], size: int = 1_000) -> Iterator[list[str]]:
    """So many things that their rows fit into memory, few enough queries."""
    for start in range(0, len(ids), size):
        yield ids[start : start + size]


def _script(function: str, *arguments: object) -> str:
    """A script that hands data to a function of the page."""
    written = ",".join(
        json.dumps(argument, ensure_ascii=False, separators=(",", ":")) for argument in arguments
    )
    return f"{function}({written});\n"
