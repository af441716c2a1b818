"""What the raw folder holds now, collection by collection, without reading what has not changed."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from warehouse.derivation import missing_tables
from warehouse.listing import Listing, scan
from warehouse.parts import Part, cut
from warehouse.settings import Settings
from warehouse.store import Store


@dataclass
class Observation:
    """The raw folder at one time, cut into parts."""

    listing: Listing
    parts: dict[str, list[Part]]

    def versions(self) -> dict[str, str]:
        """Collection → version; it changes exactly when a file of the collection does."""
        return {name: version(part.digest for part in parts) for name, parts in self.parts.items()}


def observe(settings: Settings, store: Store) -> Observation:
    """List the raw folder and remember it; nothing that was derived is touched.

    Raises SettingsError if the folder cannot be listed.
    """
    settings.require_raw()
    settings.require_writable()
    listing = scan(settings.raw, store.known_files(), settings.document_limit, settings.warehouse)
    store.remember_files(listing.known)
    return Observation(
        listing, {name: cut(name, files) for name, files in listing.collections.items()}
    )


def derived_versions(store: Store) -> dict[str, str]:
    """Collection → the version of its files that the warehouse was derived from."""
    return {
        name: version(entry.digest for entry in entries)
        for name, entries in store.collections().items()
    }


def stale_collections(parts: Mapping[str, Sequence[Part]], store: Store) -> list[str]:
    """Collections that differ from what was derived, by their files or by the code since then."""
    derived = derived_versions(store)
    return [
        name
        for name, cuts in parts.items()
        if derived.get(name) != version(part.digest for part in cuts)
        or any(missing_tables(store, part) for part in cuts)
    ]


def version(digests: Iterable[str]) -> str:
    """Sixteen hex digits over the digests of a collection's parts."""
    return hashlib.sha256("\n".join(digests).encode()).hexdigest()[:16]
