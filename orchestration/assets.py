"""The graph: raw files → tables of the collections → tables of the whole → what is published.

Each step derives many tables, since a step costs more than a table; each table is an asset of its
own and can be selected alone.
"""

import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import dagster as dg
from pydantic import Field

from models import Scope
from orchestration.automation import on_schedule
from orchestration.checks import contract_broken, contract_kept, contract_spec, failure, untold
from orchestration.limits import Limits
from orchestration.metadata import (
    Metadata,
    collection_page,
    publication_page,
    table_page,
    whole_page,
)
from orchestration.observation import found_versions, observe, version
from orchestration.partitions import COLLECTIONS, collection_of, partition_key, register
from orchestration.pictures import warehouse_pictures
from orchestration.plots import table_plots
from orchestration.quality import Files, losses_of, require_volume
from orchestration.resources import OpenWarehouse
from orchestration.specs import PUBLISHED, published_spec, table_spec, tables_of
from orchestration.views import told_pages, view_pages, view_specs
from warehouse import build as stages
from warehouse.audit import require_kept
from warehouse.build import CollectionReport, Plan, Publication
from warehouse.derivation import RAW_FILES
from warehouse.errors import BrokenPromiseError
from warehouse.parts import Part
from warehouse.settings import Settings
from warehouse.store import CATALOG, Store

# Steps that write to a warehouse share it; with a limit of 1 no two runs overlap.
POOL = "warehouse"

PART_TABLES = tables_of(Scope.PART)
WHOLE_TABLES = tables_of(Scope.GLOBAL, Scope.REFERENCE)

Results = Iterator[dg.AssetCheckEvaluation | dg.AssetCheckResult | dg.MaterializeResult]


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
    warehouse.reporter.collections_derived(reports)
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
    entries = store.collections()
    for report in reports:
        held = [store.part(table, part.keys[table]) for part in entries[report.collection]]
        context.add_asset_metadata(
            collection_page(table, held, report),
            asset_key=dg.AssetKey(table),
            partition_key=partition_key(report.collection),
        )
        files += held
    everywhere = _files_of(store, table)
    return dg.MaterializeResult(
        asset_key=table,
        data_version=dg.DataVersion(version(sorted(file.stem for file in files))),
        metadata=whole_page(everywhere, published_rows(store).get(table, 0))
        | table_plots(table, everywhere),
    )


def _files_of(store: Store, table: str) -> list[Path]:
    """The files of all collections that hold the table."""
    keys = stages.table_keys(store, table)
    return [store.part(table, key) for key in keys if store.holds(table, key)]


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
        files = [warehouse.store.part(table, key)]
        published = published_rows(warehouse.store).get(table, 0)
        page = table_page(files) | whole_page(files, published) | table_plots(table, files)
        page["seconds"] = dg.MetadataValue.float(round(seconds.get(table, 0.0), 3))
        yield contract_kept(table)
        yield dg.MaterializeResult(
            asset_key=table, data_version=dg.DataVersion(key[:16]), metadata=page
        )


class PublishConfig(dg.Config):
    """What an operator may decide for one publication."""

    accept_loss: bool = Field(
        default=False,
        description="Publish even if collections lost much of what was published before.",
    )


@dg.multi_asset(
    specs=[published_spec(), *view_specs()],
    can_subset=False,
    pool=POOL,
)
def publish(
    context: dg.AssetExecutionContext,
    config: PublishConfig,
    warehouse: dg.ResourceParam[OpenWarehouse],
) -> Results:
    """Publish the candidate, or fail with the first promise that it breaks."""
    candidate, limits = warehouse.candidate(), Limits.resolve()
    before = published_rows(warehouse.store)

    def audit(files: Files) -> None:
        for finding in warehouse.findings(candidate):
            require_kept(finding)
        if not config.accept_loss:
            require_volume(losses_of(warehouse, files), limits)

    if not warehouse.is_published(candidate):
        yield from untold(warehouse, candidate)
    try:
        publication = stages.publish(warehouse.store, candidate, audit)
    except BrokenPromiseError as broken:
        raise failure(broken) from broken
    context.log.info(_publication_sentence(publication))
    yield dg.MaterializeResult(
        asset_key=PUBLISHED,
        data_version=dg.DataVersion(candidate.fingerprint),
        metadata=publication_page(publication, published_rows(warehouse.store), before)
        | warehouse_pictures(publication.snapshot / CATALOG),
    )
    for view, page in _view_pages(context.instance, publication).items():
        yield dg.MaterializeResult(asset_key=view, metadata=page)


def _view_pages(instance: dg.DagsterInstance, publication: Publication) -> dict[str, Metadata]:
    """What the pages of the views show: as last time, if readers still see the same rows.

    Each run tells of every view, since a backfill that missed one would count as failed.
    """
    if not publication.changed and (told := told_pages(instance)):
        return told
    return view_pages(publication.snapshot / CATALOG)


def published_rows(store: Store) -> dict[str, int]:
    """Table → rows in the published snapshot; empty if nothing is published."""
    return store.published_facts().get("rows", {})


def _publication_sentence(publication: Publication) -> str:
    if publication.withheld:
        return (
            "These rows were rolled back before, so they are not published again; "
            "change the files or the code, or take the rollback back with fangzhi rollback --to."
        )
    if publication.changed:
        return f"Published {publication.snapshot.name}."
    return "Nothing changed; the snapshot stays."


def raw_files(resolve: Callable[[], Settings]) -> dg.SourceAsset:
    """The raw folder as an observable source: a version for each collection."""

    def observe_raw(context: dg.OpExecutionContext) -> dg.DataVersionsByPartition:
        settings = resolve()
        versions = found_versions(observe(settings, Store(settings.warehouse)).parts)
        register(context.instance, versions)
        return dg.DataVersionsByPartition(
            {partition_key(name): version for name, version in versions.items()}
        )

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", dg.BetaWarning)  # observable sources are beta
        return dg.observable_source_asset(
            name=RAW_FILES,
            partitions_def=COLLECTIONS,
            group_name="raw",
            automation_condition=on_schedule(),
            description="Files of the raw folder; a collection's version changes with its files.",
        )(observe_raw)
