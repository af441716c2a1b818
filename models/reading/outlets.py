"""Which newspaper or site printed an item: plain names from print, addresses and paths."""

import re
from functools import cache
from typing import NamedTuple

from models.language.lexicon import any_of, load
from models.reading.characters import HAN

_RANK = {"paper": 0, "agency": 1, "site": 2}
# What a name of a newspaper or site ends with, where it is not in the lexicon.
_PRINTED = re.compile(
    rf"(?P<name>[{HAN}]{{2,8}}?(?:日报|晚报|早报|晨报|时报|商报|周报|快报|导报|都市报|青年报|新报|"
    rf"工人报|农民报|证券报|基金报|经济报|教育报|质量报|电视台|广播电台|新闻网|新闻社)|[{HAN}]{{2,6}}?(?<!官)网)"
)
_LONGEST = 40  # characters of a line that names an outlet which only its shape gives away
_LONGEST_SITE = 12  # characters that no name of a site or channel exceeds
_SHORTEST_BODY = 4  # characters; shorter ones name no body of their own: 党办
_SPEAKING = re.compile("本报|本网|本台|本刊|本社|据悉")


class _Known(NamedTuple):
    form: str
    name: str
    rank: int


@cache
def _known() -> tuple[_Known, ...]:
    """All printed forms, longest first, with the plain name that each stands for."""
    known = [
        _Known(form, entry["name"], _RANK[entry["kind"]])
        for entry in load("outlets")["outlet"]
        for form in (entry["name"], *entry.get("forms", ()))
    ]
    return tuple(sorted(known, key=lambda one: (-len(one.form), one.form)))


@cache
def _forms() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(one.form) for one in _known()))


@cache
def _by_form() -> dict[str, _Known]:
    return {one.form: one for one in _known()}


@cache
def _addresses(key: str) -> tuple[tuple[str, str], ...]:
    """Domains or path parts with their outlet, longest first."""
    pairs = [(part, o["name"]) for o in load("outlets")["outlet"] for part in o.get(key, ())]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


@cache
def forms_pattern() -> str:
    """Alternation of every printed form, for patterns that expect an outlet at a fixed place."""
    return "|".join(re.escape(one.form) for one in _known())


def outlet_in(text: str | None) -> str | None:
    """The outlet that a source line, byline or tag names; a paper before the site that shows it."""
    if not text:
        return None
    found = [_by_form()[form] for form in _forms().findall(text)]
    if found:
        return min(found, key=lambda one: one.rank).name
    if len(text) > _LONGEST:
        return None
    names = [match["name"] for match in _PRINTED.finditer(_SPEAKING.sub("", text))]
    return next((name for name in names if name.endswith("报")), names[0] if names else None)


@cache
def _site_suffixes() -> tuple[str, ...]:
    return tuple(load("web")["source_suffixes"])


def outlet_of_source(value: str | None) -> str | None:
    """The outlet that a source line names; a public body where no paper or site stands there."""
    if found := outlet_in(value):
        return found
    name = (value or "").split(" ")[0]
    if len(name) <= _LONGEST_SITE and name[:1] != "本" and name.endswith(_site_suffixes()):
        return name
    body = name.removesuffix("办公室")
    return body if len(body) >= _SHORTEST_BODY and is_body_name(body) else None


def is_body_name(text: str) -> bool:
    """Whether a lone line names a body."""
    return bool(_body_name().fullmatch(text))


@cache
def _body_name() -> re.Pattern[str]:
    suffixes = any_of(load("headlines")["body_suffixes"])
    return re.compile(rf"[{HAN}]{{2,20}}(?:{suffixes})")


def is_agency(name: str | None) -> bool:
    """Whether an outlet is a news agency, whose dispatches other papers print."""
    return name in _by_form() and _by_form()[name].rank == _RANK["agency"]


def outlet_of_url(url: str | None) -> str | None:
    """The outlet whose domain an address belongs to."""
    if not url:
        return None
    host = re.sub(r"^\w*:?//", "", url).split("/")[0].lower()
    for domain, name in _addresses("domains"):
        if host == domain or host.endswith("." + domain):
            return name
    return None


def outlet_of_path(path: str) -> str | None:
    """The outlet that a file or folder name abbreviates: peoples_daily_2018/rmrb2018_1.txt."""
    match = _path_parts().search(path.lower())
    return dict(_addresses("paths"))[match.group()] if match else None


@cache
def _path_parts() -> re.Pattern[str]:
    parts = "|".join(re.escape(part) for part, _ in _addresses("paths"))
    return re.compile(rf"(?<![a-z])(?:{parts})(?![a-z])")
