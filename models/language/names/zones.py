"""Development zones: 开发区, 高新区 in an article that speaks of one zone are that zone.

A zone may be called by a shorter kind than its full name has: 天津开发区 is 天津经济技术开发区.
Where an article names exactly one zone that a bare noun fits, the noun stands for it.
"""

import re
from collections.abc import Iterator

from models.language.names.left_edge import FUNCTION
from models.language.names.unlisted import Unlisted
from models.language.names.words import Sequence, tag_of

# What a zone may be called for short, and how the full names end that it may stand for.
KINDS = {
    "经开区": ("经开区", "经济技术开发区", "经济开发区"),
    "高新区": ("高新区", "高新技术产业开发区", "高新技术开发区"),
    "开发区": ("开发区",),
    "度假区": ("度假区",),
    "保税区": ("保税区",),
}
_BOUNDING_TAGS = ("v", "p", "c", "u", "d", "t", "f")


def with_zones(text: str, sequence: Sequence, found: list[Unlisted]) -> list[Unlisted]:
    """The places, zones under their fullest name, and the bare nouns that stand for a zone."""
    full = {place.name: _fullest(place.name, found) for place in found if _kinds(place.name)}
    if not full:
        return found
    renamed = [
        place._replace(core=full[place.name], place=None, seat="") if place.name in full else place
        for place in found
    ]
    taken = {at for place in found for at in range(place.start, place.end)}
    for kind in KINDS:
        zones = {name for name in full.values() if kind in _kinds(name)}
        if len(zones) == 1:
            (zone,) = zones
            bare = (m.span() for m in re.finditer(kind, text) if m.start() not in taken)
            renamed.extend(
                Unlisted(start, end, zone, None)
                for start, end in bare
                if _stands_alone(sequence, start)
            )
    return renamed


def _kinds(name: str) -> list[str]:
    """What the zone of this name may be called for short; nothing for other places."""
    return [
        kind
        for kind, ends in KINDS.items()
        if name.endswith(ends) and not any(name == end for end in ends)
    ]


def _fullest(name: str, found: list[Unlisted]) -> str:
    """The one longer name of the same zone; the name itself if there is none or several."""
    longer = {
        other.name
        for other in found
        if len(other.name) > len(name) and any(_may_be(short, other.name) for short in _forms(name))
    }
    best = {other for other in longer if len(other) == max(map(len, longer))}
    return best.pop() if len(best) == 1 else name


def _forms(name: str) -> Iterator[tuple[str, str]]:
    """The seat of a zone and its kind: 天津开发区 → 天津, 开发区."""
    for kind in _kinds(name):
        for end in KINDS[kind]:
            if name.endswith(end):
                yield name.removesuffix(end), kind


def _may_be(form: tuple[str, str], full: str) -> bool:
    seat, kind = form
    return seat in full and kind in _kinds(full)


def _stands_alone(sequence: Sequence, start: int) -> bool:
    """Whether nothing stands before a bare noun that makes another zone of it: 国家高新区."""
    at = sequence.at(start)
    if sequence.starts[at] != start:
        return False
    before = sequence.words[at - 1] if at > 0 else "\n"
    if not "\u4e00" <= before[-1] <= "\u9fff" or before in FUNCTION:
        return True
    return tag_of(before).startswith(_BOUNDING_TAGS)
