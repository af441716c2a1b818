"""The tables of the warehouse, in reading order: this is its table of contents.

Raw files become sources (decoded) and drafts (cut into articles); articles become cuts (their
words), names and appointments. These only pass through, all others are stored. Derivations are pure
functions over frames; nothing in this package knows paths of the store, Dagster or DuckDB.
"""

from models import (
    appointments,
    articles,
    blocks,
    bylines,
    cuts,
    documents,
    entities,
    entity_names,
    indicators,
    mentions,
    metrics,
    names,
    places,
    reposts,
    roles,
    term_statistics,
    terms,
    units,
)
from models.contract import ROW_GROUP, Contract, Scope, Table
from models.reading import drafts, sources

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table("sources", sources.Sources, sources.derive, Scope.PART, stored=False),
        Table("drafts", drafts.Drafts, drafts.derive, Scope.PART, stored=False),
        Table("documents", documents.Documents, documents.derive, Scope.PART),
        Table("articles", articles.Articles, articles.derive, Scope.PART),
        Table("bylines", bylines.Bylines, bylines.derive, Scope.PART),
        Table("blocks", blocks.Blocks, blocks.derive, Scope.PART),
        Table("cuts", cuts.Cuts, cuts.derive, Scope.PART, stored=False),
        Table("names", names.Names, names.derive, Scope.PART, stored=False),
        Table(
            "appointments",
            appointments.Appointments,
            appointments.derive,
            Scope.PART,
            stored=False,
        ),
        Table("mentions", mentions.Mentions, mentions.derive, Scope.PART),
        Table("roles", roles.Roles, roles.derive, Scope.PART),
        Table("metrics", metrics.Metrics, metrics.derive, Scope.PART),
        Table("terms", terms.Terms, terms.derive, Scope.PART, row_group=10_000),
        Table("entities", entities.Entities, entities.derive, Scope.GLOBAL),
        Table("entity_names", entity_names.EntityNames, entity_names.derive, Scope.GLOBAL),
        Table("indicators", indicators.Indicators, indicators.derive, Scope.GLOBAL),
        Table("reposts", reposts.Reposts, reposts.derive, Scope.GLOBAL),
        Table(
            "term_statistics", term_statistics.TermStatistics, term_statistics.derive, Scope.GLOBAL
        ),
        Table("places", places.Places, places.derive, Scope.REFERENCE),
        Table("units", units.Units, units.derive, Scope.REFERENCE),
    )
}

STORED: tuple[Table, ...] = tuple(table for table in TABLES.values() if table.stored)

__all__ = ["ROW_GROUP", "STORED", "TABLES", "Contract", "Scope", "Table"]
