"""What the raw folder holds now, collection by collection, without reading what has not changed."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from warehouse.build import Plan, look
from warehouse.derivation import missing_tables
from warehouse.parts import Part
from warehouse.settings import Settings
from warehouse.store import Store


def observe(settings: Settings, store: Store) -> Plan:
    """Look at the raw folder, perhaps for the first time.

    Raises SettingsError as `look` does, and if the warehouse folder cannot be written.
    """
    settings.require_writable()
    return look(settings, store)


def found_versions(parts: Mapping[str, Sequence[Part]]) -> dict[str, str]:
    """Collection → version; it changes exactly when a file of the collection does."""
    return {name: version(part.digest for part in cuts) for name, cuts in parts.items()}


def derived_versions(store: Store) -> dict[str, str]:
    """Collection → the version of its files that the warehouse was derived from."""
    return {
        name: version(entry.digest for entry in entries)
        for name, entries in store.collections().items()
    }


def stale_collections(parts: Mapping[str, Sequence[Part]], store: Store) -> list[str]:
    """Collections that differ from what was derived, by their files or by the code since then."""
    derived, found = derived_versions(store), found_versions(parts)
    return [
        name
        for name, cuts in parts.items()
        if derived.get(name) != found[name] or any(missing_tables(store, part) for part in cuts)
    ]


def version(digests: Iterable[str]) -> str:
    """Sixteen hex digits over the digests of a collection's parts."""
    return hashlib.sha256("\n".join(digests).encode()).hexdigest()[:16]
