"""Promises as asset checks: what they promise, what to do when one breaks, and which rows broke it.

Contract rules are checked by the step that derives a table, those of `sql/checks` by one step over
all tables together. A broken promise stops the publication.
"""

from collections.abc import Iterable, Iterator

import dagster as dg

from models import Table
from orchestration.limits import Limits
from orchestration.metadata import table_metadata
from orchestration.quality import (
    QUARANTINE,
    VOLUME,
    losses_of,
    quarantine_result,
    volume_result,
)
from orchestration.resources import OpenWarehouse
from warehouse.audit import Finding
from warehouse.build import Candidate
from warehouse.errors import BrokenPromiseError
from warehouse.sql_files import SqlFile, sql_files

CONTRACT = "contract"
ROWS_SHOWN = 20


def contract_spec(table: Table) -> dg.AssetCheckSpec:
    """The check that every row of a table keeps its contract."""
    return dg.AssetCheckSpec(
        CONTRACT,
        asset=table.name,
        blocking=True,
        description=(
            f"Every row keeps what models/{table.name}.py promises: columns, keys, vocabularies "
            "and rules.\n\nWhat to do: the rows name the broken rule; mend the derivation below "
            "the contract. Nothing is published until then."
        ),
    )


def contract_kept(table: str) -> dg.AssetCheckResult:
    """The rows were validated when they were written, so all that are stored keep it."""
    return dg.AssetCheckResult(asset_key=table, check_name=CONTRACT, passed=True)


def contract_broken(broken: BrokenPromiseError) -> dg.AssetCheckResult:
    """The check of a derivation that broke its contract."""
    return dg.AssetCheckResult(
        asset_key=broken.table,
        check_name=CONTRACT,
        passed=False,
        description=f"“{broken.promise}” is broken by {broken.row_count} rows",
        metadata=broken_metadata(broken),
    )


def broken_metadata(broken: BrokenPromiseError) -> dict[str, dg.MetadataValue]:
    """Which promise broke, and the first rows that broke it."""
    return {
        "promise": dg.MetadataValue.text(broken.promise),
        "broken rows": dg.MetadataValue.int(broken.row_count),
        "first rows": dg.MetadataValue.table([dg.TableRecord({"row": row}) for row in broken.rows]),
    }


def failure(broken: BrokenPromiseError) -> dg.Failure:
    """What ends the run, so that nothing behind the broken promise is built."""
    return dg.Failure(f"Nothing was published. {broken}", broken_metadata(broken))


def promise_spec(check: SqlFile) -> dg.AssetCheckSpec:
    """The asset check of one file of `sql/checks`."""
    table, _, name = check.name.partition("__")
    told = f"{check.comment}\nNothing is published while it is broken."
    description = told.replace("\n", "\n\n")  # a line of its own in Markdown
    return dg.AssetCheckSpec(name, asset=table, description=description)


def promise_result(finding: Finding) -> dg.AssetCheckResult:
    """The result of one promise, with the rows that break it."""
    spec = promise_spec(finding.check)
    broken = finding.offenders.height
    rows = {"first rows": table_metadata(finding.offenders.head(ROWS_SHOWN))} if broken else {}
    return dg.AssetCheckResult(
        asset_key=spec.asset_key,
        check_name=spec.name,
        passed=not broken,
        description=f"{broken} broken rows" if broken else None,
        metadata={"broken rows": broken, "query": dg.MetadataValue.md(_sql(finding)), **rows},
    )


def _sql(finding: Finding) -> str:
    return f"```sql\n{finding.check.body}\n```"


@dg.multi_asset_check(
    name="audit",
    specs=[*(promise_spec(check) for check in sql_files("checks")), VOLUME, QUARANTINE],
    can_subset=True,
    description="Every promise over all tables, and what is lost or unreadable.",
)
def audit(
    context: dg.AssetCheckExecutionContext, warehouse: dg.ResourceParam[OpenWarehouse]
) -> Iterator[dg.AssetCheckResult]:
    """Tell of each promise; the step that publishes stops at the same findings."""
    candidate, limits = warehouse.candidate(), Limits.resolve()
    selected = context.selected_asset_check_keys
    results: list[dg.AssetCheckResult] = [
        *_promises(selected - {VOLUME.key, QUARANTINE.key}, warehouse, candidate),
        volume_result(losses_of(warehouse, candidate.files), limits),
        quarantine_result(candidate.files, limits),
    ]
    for result in results:
        if _key(result) in selected:
            warehouse.told.add(_key(result))
            yield result


def _promises(
    keys: Iterable[dg.AssetCheckKey], warehouse: OpenWarehouse, candidate: Candidate
) -> Iterator[dg.AssetCheckResult]:
    """The promises, unless tables of the whole are still to come; then publishing tells of them."""
    if warehouse.is_published(candidate):
        yield from _unchanged(keys, warehouse)
    elif warehouse.is_whole(candidate):
        yield from map(promise_result, warehouse.findings(candidate))


def untold(warehouse: OpenWarehouse, candidate: Candidate) -> Iterator[dg.AssetCheckEvaluation]:
    """The promises of which no other step of this run told; a run may derive nothing."""
    for finding in warehouse.findings(candidate):
        result = promise_result(finding)
        if _key(result) not in warehouse.told:
            yield dg.AssetCheckEvaluation(
                asset_key=_key(result).asset_key,
                check_name=_key(result).name,
                passed=result.passed,
                metadata=result.metadata,
                description=result.description,
            )


def _key(result: dg.AssetCheckResult) -> dg.AssetCheckKey:
    return dg.AssetCheckKey(
        dg.AssetKey.from_coercible(result.asset_key or ""), result.check_name or ""
    )


def _unchanged(
    keys: Iterable[dg.AssetCheckKey], warehouse: OpenWarehouse
) -> Iterator[dg.AssetCheckResult]:
    """What is published passed the audit; the same rows pass it again."""
    published = warehouse.store.published()
    for key in sorted(keys):
        yield dg.AssetCheckResult(
            asset_key=key.asset_key,
            check_name=key.name,
            passed=True,
            description="The rows are those of the published snapshot, which passed.",
            metadata={"snapshot": published.name if published else ""},
        )
