"""Which forms in one article name the same body, and what its fullest name is.

Bodies are the same when one name ends with the other (会战指挥部 of 平山县会战指挥部), when they
differ only in how the division is written (邹城供电公司, 国网邹城市供电公司), or when a company is
cut to the core of its name (福娃集团 of 福娃集团有限公司).
"""

import re
from typing import NamedTuple

from models.language.names.divisions import Division

_COMPANY = re.compile(
    r"(?:(?:集团|控股|实业|科技|发展|投资|开发|建设)?(?:股份)?(?:有限责任公司|有限公司)|"
    r"(?:集团|控股)?(?:股份)?(?:有限责任公司|有限公司|集团公司|总公司|公司|集团|股份|控股)+)$"
)
SHORTEST_CORE = 2
LENGTH_OF_A_CUT = 4
LONGEST_REST = 2  # 莱克电气绿能科技有限公司 is another company than 莱克电气


class Named(NamedTuple):
    """A body that a text names."""

    start: int
    end: int
    name: str
    division: Division | None = None
    known: bool = False  # by a lexicon, so that its name is final


def unite(bodies: list[Named]) -> list[Named]:
    """The bodies with the fullest name that the article gives each of them."""
    names = {body.name: body for body in bodies}
    fuller = {name: _fullest(name, names) for name in names}
    return [_renamed(body, fuller[body.name]) for body in bodies]


def _renamed(body: Named, fuller: Named) -> Named:
    if fuller.name == body.name:
        return body
    return body._replace(name=fuller.name, division=fuller.division)


def _fullest(name: str, names: dict[str, Named]) -> Named:
    """The one longer name that means the same; the name itself if there is none or several."""
    body = names[name]
    if body.known:
        return body
    longer = [
        other for other in names.values() if len(other.name) > len(name) and _same(body, other)
    ]
    best = max((len(other.name) for other in longer), default=0)
    winners = [other for other in longer if len(other.name) == best]
    return winners[0] if len(winners) == 1 else body


def _same(short: Named, long: Named) -> bool:
    if short.division is None and long.name.endswith(short.name) and len(short.name) > 3:
        return True
    if short.division and long.division and short.division.code == long.division.code:
        return _without(short) == _without(long) and _of_one_group(short, long)
    if short.division is None and _is_cut(short.name, long.name):
        return True
    one, other = core(short), core(long)
    if other and short.division is None and len(short.name) > 2 and other.startswith(short.name):
        return len(other) - len(short.name) <= LONGEST_REST
    if not one or not other:
        return False
    return one == other and (short.division is None or long.division is None)


def _is_cut(short: str, long: str) -> bool:
    """中联重科 of 中联重工科技…有限公司: four characters of a company's name, in their order."""
    if len(short) != LENGTH_OF_A_CUT or not long.endswith("公司") or short[:2] != long[:2]:
        return False
    rest = iter(_COMPANY.sub("", long)[2:])
    return all(character in rest for character in short[2:])


def _of_one_group(short: Named, long: Named) -> bool:
    """Whether the groups before the division agree: 国网 or none, not those of two banks."""
    return _parts(short)[0] in _parts(long)[0]


def _without(body: Named) -> str:
    """The name behind the division that it belongs to."""
    return _parts(body)[1]


def _parts(body: Named) -> tuple[str, str]:
    """What stands in the name before the division that it belongs to, and what behind it."""
    division = body.division
    for form in (division.name, division.short) if division else ():
        if form in body.name:
            before, _, behind = body.name.partition(form)
            return before, behind
    return "", body.name


def core(body: Named) -> str | None:
    """What is left of a company's name without division and legal form; None for other bodies."""
    rest = _without(body)
    bare = _COMPANY.sub("", rest)
    return bare if bare != rest and len(bare) >= SHORTEST_CORE else None
