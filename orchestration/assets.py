"""The graph: raw files → tables of the collections → tables of the whole → what is published.

Each step derives many tables, since a step costs more than a table; each table is an asset of its
own and can be selected alone.
"""

import hashlib
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import dagster as dg

from models import STORED, Scope
from orchestration.checks import contract_broken, contract_kept, contract_spec, failure
from orchestration.metadata import collection_page, publication_page, run_page, table_page
from orchestration.partitions import COLLECTIONS, collection_of, partition_key
from orchestration.resources import OpenWarehouse
from orchestration.specs import OWNER, PUBLISHED, RAW_FILES, table_spec, tables_of
from warehouse import build as stages
from warehouse.audit import require_kept
from warehouse.build import CollectionReport, Plan
from warehouse.catalog import catalog_version
from warehouse.errors import BrokenPromiseError
from warehouse.listing import scan
from warehouse.parts import Part, cut
from warehouse.settings import Settings
from warehouse.store import Store

# Steps that write to a warehouse share it; with a limit of 1 no two runs overlap.
POOL = "warehouse"

PART_TABLES = tables_of(Scope.PART)
WHOLE_TABLES = tables_of(Scope.GLOBAL, Scope.REFERENCE)

Results = Iterator[dg.AssetCheckResult | dg.MaterializeResult]


@dg.multi_asset(
    specs=[table_spec(table) for table in PART_TABLES],
    check_specs=[contract_spec(table) for table in PART_TABLES],
    partitions_def=COLLECTIONS,
    backfill_policy=dg.BackfillPolicy.single_run(),
    can_subset=True,
    pool=POOL,
)
def derive(
    context: dg.AssetExecutionContext, warehouse: dg.ResourceParam[OpenWarehouse]
) -> Results:
    """Derive the tables of the run's collections, all their parts in one pool of workers."""
    selected = context.selected_asset_keys
    tables = [table.name for table in PART_TABLES if dg.AssetKey(table.name) in selected]
    parts = _parts_of_run(context, warehouse.plan)
    reports = []
    try:
        for report in stages.derive_collections(
            warehouse.settings, warehouse.store, parts, warehouse.reporter.part_derived, tables
        ):
            context.log.info(_sentence(report))
            warehouse.reporter.collection_derived(report)
            reports.append(report)
    except BrokenPromiseError as broken:
        yield contract_broken(broken)
        raise failure(broken) from broken
    for table in tables:
        yield contract_kept(table)
        yield _collections_result(context, warehouse.store, table, reports)


def _parts_of_run(context: dg.AssetExecutionContext, plan: Plan) -> dict[str, list[Part]]:
    """The parts of the run's collections; those whose folder is gone are left out."""
    asked = [collection_of(key) for key in context.partition_keys]
    for collection in asked:
        if collection not in plan.parts:
            context.log.warning(f"The folder {collection} is gone; its rows leave the warehouse.")
    return {name: plan.parts[name] for name in asked if name in plan.parts}


def _collections_result(
    context: dg.AssetExecutionContext, store: Store, table: str, reports: Sequence[CollectionReport]
) -> dg.MaterializeResult:
    """The materialisation of one table, with what each collection contributes to it."""
    files: list[Path] = []
    for report in reports:
        held = [
            store.part(table, part.keys[table]) for part in store.collections()[report.collection]
        ]
        context.add_asset_metadata(
            collection_page(table, held, report),
            asset_key=dg.AssetKey(table),
            partition_key=partition_key(report.collection),
        )
        files += held
    version = hashlib.sha256("\n".join(sorted(file.stem for file in files)).encode()).hexdigest()
    return dg.MaterializeResult(
        asset_key=table,
        data_version=dg.DataVersion(version[:16]),
        metadata=table_page(files) | run_page(reports),
    )


def _sentence(report: CollectionReport) -> str:
    return (
        f"{report.collection}: {report.document_count} documents, "
        f"{report.derived_count} of {report.part_count} parts derived"
    )


@dg.multi_asset(
    specs=[table_spec(table) for table in WHOLE_TABLES],
    check_specs=[contract_spec(table) for table in WHOLE_TABLES],
    can_subset=True,
    pool=POOL,
)
def reduce(
    context: dg.AssetExecutionContext, warehouse: dg.ResourceParam[OpenWarehouse]
) -> Results:
    """Derive what depends on all collections, and the reference tables."""
    selected = context.selected_asset_keys
    tables = [table.name for table in WHOLE_TABLES if dg.AssetKey(table.name) in selected]
    _ = warehouse.plan  # collections whose folder is gone count no more
    try:
        seconds = stages.reduce(warehouse.store, tables)
    except BrokenPromiseError as broken:
        yield contract_broken(broken)
        raise failure(broken) from broken
    for table in tables:
        key = stages.reduced_key(warehouse.store, table)
        page = table_page([warehouse.store.part(table, key)])
        page["seconds"] = dg.MetadataValue.float(round(seconds.get(table, 0.0), 3))
        yield contract_kept(table)
        yield dg.MaterializeResult(
            asset_key=table, data_version=dg.DataVersion(key[:16]), metadata=page
        )


@dg.asset(
    name=PUBLISHED,
    deps=[table.name for table in STORED],
    description=(
        "The snapshot that readers see: all tables as Parquet in `current/`, and the views of "
        "`fangzhi.duckdb` over them. Replaced in one step, after every promise was checked."
    ),
    group_name="published",
    code_version=catalog_version(),
    kinds={"parquet", "duckdb"},
    owners=[OWNER],
    pool=POOL,
)
def published(
    context: dg.AssetExecutionContext, warehouse: dg.ResourceParam[OpenWarehouse]
) -> dg.MaterializeResult:
    """Publish the candidate, or fail with the first promise that it breaks."""
    candidate = warehouse.candidate()

    def audit(_: object) -> None:
        for finding in warehouse.findings(candidate):
            require_kept(finding)

    try:
        publication = stages.publish(warehouse.store, candidate, audit)
    except BrokenPromiseError as broken:
        raise failure(broken) from broken
    context.log.info(
        f"Published {publication.snapshot.name}"
        if publication.changed
        else "Nothing changed; the snapshot stays."
    )
    return dg.MaterializeResult(
        data_version=dg.DataVersion(candidate.fingerprint),
        metadata=publication_page(publication, warehouse.store.published_facts()["rows"]),
    )


def raw_files(resolve: Callable[[], Settings]) -> dg.AssetsDefinition | dg.SourceAsset:
    """The raw folder as an observable source: a version for each collection."""

    def observe() -> dg.DataVersionsByPartition:
        settings = resolve()
        settings.require_raw()
        known = Store(settings.warehouse).known_files()
        listing = scan(settings.raw, known, settings.document_limit, settings.warehouse)
        parts = {name: cut(name, files) for name, files in listing.collections.items()}
        return dg.DataVersionsByPartition(
            {partition_key(name): collection_version(cuts) for name, cuts in parts.items()}
        )

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", dg.BetaWarning)  # observable sources are beta
        return dg.observable_source_asset(
            name=RAW_FILES,
            partitions_def=COLLECTIONS,
            group_name="raw",
            description="Files of the raw folder; a collection's version changes with its files.",
        )(observe)


def collection_version(parts: Sequence[Part]) -> str:
    """Changes exactly when a file of the collection does."""
    return hashlib.sha256("\n".join(part.digest for part in parts).encode()).hexdigest()[:16]
