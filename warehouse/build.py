"""The stages of a build, each a function that Dagster assets and tests call.

plan → derive_collections → reduce → audit → publish
"""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from models import STORED, TABLES, Scope
from warehouse import parquet
from warehouse.audit import audit
from warehouse.catalog import catalog_version, write_catalog
from warehouse.derivation import PART_TABLES, Outcome, Task, kept_promises, missing_tables
from warehouse.executors import derive_parts
from warehouse.listing import Listing, scan
from warehouse.origin import remember_raw_folder, require_same_raw_folder
from warehouse.parts import Part, cut
from warehouse.settings import Settings
from warehouse.store import PartEntry, Store, merged_files, part_key
from warehouse.stored_views import store_views
from warehouse.versions import code_version


@dataclass
class Plan:
    """What the raw folder holds now, cut into parts."""

    listing: Listing
    parts: dict[str, list[Part]]


@dataclass
class CollectionReport:
    """What deriving a collection did.

    `seconds` run from the start of the whole derivation to the collection's last part;
    `table_seconds` are summed over its parts. `failures` as in `Outcome`.
    """

    collection: str
    document_count: int
    byte_count: int
    part_count: int
    derived_count: int
    derived_bytes: int = 0
    seconds: float = 0.0
    table_seconds: dict[str, float] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)


@dataclass
class Candidate:
    """The files that a snapshot would consist of, table by table in reading order."""

    files: dict[str, list[Path]]
    fingerprint: str


@dataclass
class Publication:
    """The snapshot that readers see after a build; `changed` is false if it was there before.

    It is `withheld` if an operator took just this candidate back before.
    """

    snapshot: Path
    changed: bool
    withheld: bool = False


def look(settings: Settings, store: Store) -> Plan:
    """List the raw folder and cut its collections; nothing that was derived is touched.

    Raises SettingsError if the folder cannot be listed, or is not the one that the warehouse was
    built from.
    """
    settings.require_raw()
    require_same_raw_folder(settings.warehouse, settings.raw)
    listing = scan(settings.raw, store.known_files(), settings.document_limit, settings.warehouse)
    if listing.known is not None:
        store.remember_files(listing.known)
    remember_raw_folder(settings.warehouse, settings.raw)
    return Plan(listing, {name: cut(name, files) for name, files in listing.collections.items()})


def plan(settings: Settings, store: Store) -> Plan:
    """Look at the raw folder, and forget the collections that are gone from it."""
    seen = look(settings, store)
    for collection in store.collections().keys() - seen.parts.keys():
        store.forget_collection(collection)
    return seen


def derive_collections(
    settings: Settings,
    store: Store,
    collections: dict[str, list[Part]],
    on_part: Callable[[Outcome], None] = lambda _: None,
    tables: Iterable[str] = PART_TABLES,
) -> Iterator[CollectionReport]:
    """Derive what the store lacks of these collections' tables, all parts in one pool.

    Yields each collection's report when its last part is done and it is recorded what it consists
    of; collections with nothing to do come first. `on_part` hears of every part that was derived.
    """
    started = time.perf_counter()
    recorded = store.collections()
    waiting: dict[str, _Progress] = {}
    tasks: dict[str, Task] = {}
    for name, parts in collections.items():
        todo = {part.digest: missing_tables(store, part, tables) for part in parts}
        for part in parts:
            if todo[part.digest]:
                tasks[part.digest] = Task(settings.raw, settings.warehouse, part, todo[part.digest])
        open_parts = {digest for digest in todo if todo[digest]}
        progress = _Progress(name, parts, open_parts, recorded.get(name, []))
        if progress.open:
            waiting[name] = progress
        else:
            yield progress.finish(store, started)
    for outcome in derive_parts(list(tasks.values()), settings.executor):
        on_part(outcome)
        progress = waiting[tasks[outcome.digest].part.collection]
        progress.add(outcome)
        if not progress.open:
            yield progress.finish(store, started)


class _Progress:
    """A collection whose parts are being derived."""

    def __init__(
        self, collection: str, parts: list[Part], open_parts: set[str], recorded: list[PartEntry]
    ) -> None:
        self.parts, self.open, self.recorded = parts, open_parts, recorded
        self.keys: dict[str, dict[str, str]] = {}
        self.report = CollectionReport(
            collection,
            document_count=sum(len(part.files) for part in parts),
            byte_count=sum(part.byte_count for part in parts),
            part_count=len(parts),
            derived_count=len(open_parts),
        )

    def add(self, outcome: Outcome) -> None:
        """Take in one derived part."""
        self.open.discard(outcome.digest)
        self.report.derived_bytes += outcome.byte_count
        self.keys[outcome.digest] = outcome.keys
        self.report.failures |= outcome.failures
        for table, seconds in outcome.table_seconds.items():
            before = self.report.table_seconds.get(table, 0.0)
            self.report.table_seconds[table] = before + seconds

    def finish(self, store: Store, started: float) -> CollectionReport:
        """Record what the collection consists of."""
        earlier = {part.digest: part.keys for part in self.recorded}
        entries = [
            PartEntry(
                part.digest,
                len(part.files),
                part.byte_count,
                _settled_keys(store, part, self.keys.get(part.digest), earlier.get(part.digest)),
            )
            for part in self.parts
        ]
        if entries != self.recorded:
            store.write_collection(self.report.collection, entries)
        self.report.seconds = time.perf_counter() - started
        return self.report


def _settled_keys(
    store: Store, part: Part, derived: dict[str, str] | None, before: dict[str, str] | None
) -> dict[str, str]:
    """The key of each table: as derived now, else today's if the store holds it, else as before."""
    keys = derived or {table: part_key(table, part.digest) for table in PART_TABLES}
    return {
        table: key if store.holds(table, key) or not before else before[table]
        for table, key in keys.items()
    }


def reduce(store: Store, tables: Iterable[str] | None = None) -> dict[str, float]:
    """Derive the global and reference tables that the store lacks; returns their seconds."""
    seconds = {}
    for table in STORED:
        if table.scope is Scope.PART or (tables is not None and table.name not in tables):
            continue
        started = time.perf_counter()
        key = reduced_key(store, table.name)
        if not store.holds(table.name, key):
            parents = {
                name: store.read_parts(name, table_keys(store, name)) for name in table.parents
            }
            frame = kept_promises(table.name, table.contract, table.derive(**parents))
            store.write_part(table.name, key, frame)
            seconds[table.name] = time.perf_counter() - started
    return seconds


def table_keys(store: Store, table: str) -> list[str]:
    """Keys of the files that make up a table: one a part, or the one of a reduced table."""
    if TABLES[table].scope is Scope.PART:
        return [part.keys[table] for parts in store.collections().values() for part in parts]
    return [reduced_key(store, table)]


def reduced_key(store: Store, table: str) -> str:
    """The key of a global or reference table: the keys of all that it reads, and its code."""
    digest = hashlib.sha256()
    for parent in TABLES[table].parents:
        digest.update("\n".join([parent, *table_keys(store, parent)]).encode())
    return part_key(table, digest.hexdigest())


def candidate(store: Store) -> Candidate:
    """Everything derived so far, as it would be published."""
    keys = {table.name: table_keys(store, table.name) for table in STORED}
    digest = hashlib.sha256(catalog_version().encode())
    for table, names in keys.items():
        digest.update("\n".join([table, *names]).encode())
    files = {table: merged_files(store, table, names) for table, names in keys.items()}
    return Candidate(files, digest.hexdigest()[:16])


def publish(
    store: Store, candidate: Candidate, audit: Callable[[dict[str, list[Path]]], None] = audit
) -> Publication:
    """Audit the candidate and make it what readers see, unless they see just that already.

    `audit` is given by a caller that ran the checks before and tells of them in its own way.
    Raises BrokenPromiseError, and publishes nothing, if the audit finds a broken promise.
    """
    published = store.published()
    if published and store.published_facts().get("fingerprint") == candidate.fingerprint:
        return Publication(published, changed=False)
    if published and candidate.fingerprint in store.withheld():
        return Publication(published, changed=False, withheld=True)
    audit(candidate.files)
    now = datetime.now(UTC)
    facts = {
        "fingerprint": candidate.fingerprint,
        "published_at": now.isoformat(timespec="seconds"),
        "rows": {
            table: sum(parquet.row_count(file) for file in files)
            for table, files in candidate.files.items()
        },
        "code_versions": {table.name: code_version(table.name) for table in STORED},
    }
    snapshot_id = f"{now:%Y%m%dT%H%M%S%f}-{candidate.fingerprint[:8]}"
    files = candidate.files | store_views(store, candidate.files)
    snapshot = store.stage(snapshot_id, files, facts)
    write_catalog(snapshot, files)
    store.publish(snapshot)
    store.clean()
    return Publication(snapshot, changed=True)
