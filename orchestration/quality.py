"""Checks that look at amounts: rows lost since the last snapshot, files in quarantine, delay."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import dagster as dg
import polars as pl

from orchestration.limits import Limits
from orchestration.metadata import table_metadata
from orchestration.observation import derived_versions, found_versions
from orchestration.resources import OpenWarehouse
from orchestration.specs import PUBLISHED
from warehouse.errors import BrokenPromiseError

Files = Mapping[str, Sequence[Path]]

VOLUME = dg.AssetCheckSpec(
    "volume",
    asset="articles",
    description=(
        "No collection lost a large share of its articles since the published snapshot.\n\n"
        "What to do: see whether files were removed on purpose. If so, publish with "
        "`fangzhi build --accept-loss` or with accept_loss in the run's configuration; "
        "if not, restore them, or mend the reading rule that changed."
    ),
)
QUARANTINE = dg.AssetCheckSpec(
    "quarantine",
    asset="documents",
    description=(
        "Few files are quarantined.\n\n"
        "What to do: each row says what is wrong with its file; mend or remove the file, and the "
        "next build reads it again."
    ),
)


def rows_by_collection(files: Files) -> pl.DataFrame:
    """Articles of each collection: `collection`, `rows`."""
    if not files["documents"] or not files["articles"]:
        return pl.DataFrame(schema={"collection": pl.String, "rows": pl.UInt32})
    documents = pl.scan_parquet(list(files["documents"])).select("document_id", "collection")
    articles = pl.scan_parquet(list(files["articles"])).select("document_id")
    return (
        articles.join(documents, on="document_id")
        .group_by("collection")
        .agg(pl.len().alias("rows"))
        .sort("collection")
        .collect()
    )


def losses(before: pl.DataFrame, after: pl.DataFrame) -> pl.DataFrame:
    """Collections with fewer articles than before: `collection`, `before`, `after`, `share`."""
    both = before.rename({"rows": "before"}).join(
        after.rename({"rows": "after"}), on="collection", how="left"
    )
    return (
        both.with_columns(pl.col("before", "after").cast(pl.Int64).fill_null(0))
        .filter(pl.col("after") < pl.col("before"))
        .with_columns(share=1 - pl.col("after") / pl.col("before"))
        .sort("share", "collection", descending=[True, False])
    )


def blocking(lost: pl.DataFrame, limits: Limits) -> pl.DataFrame:
    """The losses that stop a publication."""
    return lost.filter(
        (pl.col("share") > limits.loss_blocks)
        & (pl.col("before") - pl.col("after") >= limits.loss_rows)
    )


def losses_of(warehouse: OpenWarehouse, files: Files) -> pl.DataFrame:
    """What the candidate lost against the published snapshot."""
    return losses(rows_by_collection(published_files(warehouse)), rows_by_collection(files))


def published_files(warehouse: OpenWarehouse) -> dict[str, list[Path]]:
    """The files of the published tables that the checks here read; none if nothing is published."""
    folder = warehouse.store.published()
    return {
        table: sorted(folder.glob(f"{table}/*.parquet")) if folder else []
        for table in ("documents", "articles")
    }


def require_volume(lost: pl.DataFrame, limits: Limits) -> None:
    """Raises BrokenPromiseError if a loss is so large that it is taken for an accident."""
    stopping = blocking(lost, limits)
    if stopping.height:
        promise = "no collection lost a large share of its articles, unless with --accept-loss"
        raise BrokenPromiseError.of("articles", promise, stopping)


def volume_result(lost: pl.DataFrame, limits: Limits) -> dg.AssetCheckResult:
    """Passed unless a collection lost more than may be; an error if that stops the publication."""
    told = lost.filter(pl.col("share") > limits.loss_warns)
    stops = blocking(lost, limits).height
    rows = {"losses": table_metadata(told)} if told.height else {}
    return dg.AssetCheckResult(
        asset_key=VOLUME.asset_key,
        check_name=VOLUME.name,
        passed=not told.height,
        severity=dg.AssetCheckSeverity.ERROR if stops else dg.AssetCheckSeverity.WARN,
        description=f"{told.height} collections lost more than {limits.loss_warns:.0%}"
        if told.height
        else None,
        metadata=rows,
    )


def quarantine_result(files: Files, limits: Limits) -> dg.AssetCheckResult:
    """A warning if more than a few documents cannot be read; names them in any case."""
    documents = pl.read_parquet(list(files["documents"])) if files["documents"] else pl.DataFrame()
    bad = documents.filter(pl.col("status") == "quarantined") if documents.height else documents
    share = bad.height / documents.height if documents.height else 0.0
    shown = bad.select("path", "byte_count", "error").sort("path") if bad.height else bad
    rows = {"quarantined files": table_metadata(shown.head(100))} if bad.height else {}
    return dg.AssetCheckResult(
        asset_key=QUARANTINE.asset_key,
        check_name=QUARANTINE.name,
        passed=share <= limits.quarantine_warns,
        severity=dg.AssetCheckSeverity.WARN,
        description=f"{bad.height} of {documents.height} documents ({share:.1%})",
        metadata={"share": share, **rows},
    )


@dg.asset_check(
    asset=PUBLISHED,
    name="up_to_date",
    description=(
        "Every collection of the raw folder was derived from the files that lie there now.\n\n"
        "What to do: run the job `build` for the collections that are named."
    ),
)
def up_to_date(warehouse: dg.ResourceParam[OpenWarehouse]) -> dg.AssetCheckResult:
    """A warning that names the collections which lag behind their files."""
    derived = derived_versions(warehouse.store)
    found = found_versions(warehouse.plan.parts)
    behind = sorted(name for name in found if derived.get(name) != found[name])
    return dg.AssetCheckResult(
        passed=not behind,
        severity=dg.AssetCheckSeverity.WARN,
        description=f"{len(behind)} of {len(found)} collections lag behind" if behind else None,
        metadata={"collections": behind[:100]} if behind else {},
    )
