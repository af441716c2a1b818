"""Addresses in a site: where the page of a thing lies, and which things have one."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Links:
    """Which things have a page of their own in this site."""

    articles: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()
    indicators: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    divisions: frozenset[str] = frozenset()  # their codes

    def article(self, article_id: str, metric_id: str | None = None) -> str | None:
        """Address of an article, at a metric if one is named; None if it has no page."""
        if article_id not in self.articles:
            return None
        offset = metric_id.partition("@")[2] if metric_id else None
        return article_address(article_id) + (f"#m{offset}-{offset}" if offset else "")

    def entity(self, entity_id: str | None) -> str | None:
        """Address of an entity; None if it has no page."""
        return entity_address(entity_id) if entity_id in self.entities else None

    def indicator(self, name: str) -> str | None:
        """Address of an indicator; None if it has no page."""
        return indicator_address(name) if name in self.indicators else None

    def division(self, place_code: str) -> str | None:
        """Address of a division in the tree of its province; None if it is not there."""
        return tree_address(place_code) if place_code in self.divisions else None

    def outlet(self, name: str | None) -> str | None:
        """Address of an outlet; None if it has no page."""
        return outlet_address(name) if name and name in self.outlets else None


def article_address(article_id: str) -> str:
    """Where the page of an article lies in a site."""
    return f"articles/{article_id}.html"


def entity_address(entity_id: str) -> str:
    """Where the page of an entity lies in a site."""
    return f"entities/{_file_name(entity_id)}.html"


def indicator_address(name: str) -> str:
    """Where the page of an indicator lies in a site."""
    return f"indicators/{_file_name(name)}.html"


def outlet_address(name: str) -> str:
    """Where the page of an outlet lies in a site."""
    return f"outlets/{_file_name(name)}.html"


def province_address(place_code: str) -> str:
    """Where the page of a province, with all places inside it, lies in a site."""
    return f"places/{place_code}.html"


def tree_address(place_code: str) -> str:
    """Where a division stands in the tree of its province, which its first two digits name."""
    province = f"{place_code[:2]}0000"
    address = province_address(province)
    return address if place_code == province else f"{address}#p{place_code}"


def _file_name(text: str) -> str:
    """A short name for any text that every file system takes."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]
