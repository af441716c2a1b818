"""What the steps of a run share: settings, the store, the listing, the audit, and who is told."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

import dagster as dg

from warehouse import build as stages
from warehouse.audit import Finding, findings
from warehouse.build import Candidate, CollectionReport, Plan
from warehouse.derivation import Outcome
from warehouse.settings import Settings
from warehouse.store import Store


class Reporter:
    """Hears how the derivation of collections goes on, and adds up what was derived.

    `seconds` run from the start of a derivation to its last part, over all derivations.
    """

    def __init__(self) -> None:
        self.byte_count = 0
        self.seconds = 0.0

    def part_derived(self, outcome: Outcome) -> None:
        """One part is done."""

    def collection_derived(self, report: CollectionReport) -> None:
        """All parts of a collection are done."""

    def collections_derived(self, reports: Sequence[CollectionReport]) -> None:
        """All collections of a run are done."""
        self.byte_count += sum(report.derived_bytes for report in reports)
        self.seconds += max((r.seconds for r in reports if r.derived_count), default=0.0)


class OpenWarehouse:
    """A warehouse that one run holds, and what the run's steps find out about it once."""

    def __init__(self, settings: Settings, store: Store, reporter: Reporter | None = None) -> None:
        self.settings, self.store = settings, store
        self.reporter = reporter or Reporter()
        # Promises that a step of this run told of.
        self.told: set[dg.AssetCheckKey] = set()
        self._findings: dict[str, list[Finding]] = {}

    @cached_property
    def plan(self) -> Plan:
        """What the raw folder holds, listed at the run's first need."""
        return stages.plan(self.settings, self.store)

    def candidate(self) -> Candidate:
        """Everything derived so far, as it would be published."""
        return stages.candidate(self.store)

    def is_whole(self, candidate: Candidate) -> bool:
        """Whether every table was derived from the others as they are now."""
        return all(file.exists() for files in candidate.files.values() for file in files)

    def is_published(self, candidate: Candidate) -> bool:
        """Whether readers see just these rows already; then they passed the audit."""
        return self.store.published_facts().get("fingerprint") == candidate.fingerprint

    def findings(self, candidate: Candidate) -> list[Finding]:
        """What each promise of `sql/checks` finds in the candidate, found once a run."""
        if candidate.fingerprint not in self._findings:
            self._findings[candidate.fingerprint] = list(findings(candidate.files))
        return self._findings[candidate.fingerprint]


def warehouse_resource(resolve: Callable[[], Settings]) -> dg.ResourceDefinition:
    """The warehouse as a resource: opened when a run starts, and held until it ends.

    A second run on the same warehouse waits at this point until the first has ended.
    """

    @dg.resource(description="The warehouse of FANGZHI_WAREHOUSE, held for one run at a time.")
    def warehouse(context: dg.InitResourceContext) -> Iterator[OpenWarehouse]:
        settings = resolve()
        settings.require_raw()
        settings.require_writable()
        store = Store(settings.warehouse)
        store.prepare()
        if store.is_locked() and context.log:
            context.log.info(f"Another build holds {settings.warehouse}; waiting until it ends.")
        with store.locked(wait=True):
            yield OpenWarehouse(settings, store)

    return warehouse
