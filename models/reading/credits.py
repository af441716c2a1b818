"""Credits: who made an article, in the many ways newspapers print it.

■本报记者 甲某 乙某 · 记者甲某通讯员乙某文/图 · 策划：甲某 · 【编辑：甲某 作者：乙某】 · 甲某 摄
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from models.language.lexicon import load
from models.reading.characters import HAN
from models.reading.names import (
    begins_like_a_name,
    is_name,
    is_person_name,
    join_spaced,
    split_names,
)
from models.reading.outlets import forms_pattern

MARKS = "■□●◎◆▲★○▌▍▎◇△"
_PAGE = r"[一二三四五六七八九十\d]{1,2}版"
_LONGEST = 120  # no line of credits is longer than this many characters
_LABELS = "：:|｜丨/"  # what follows these behind a role is a name, whatever it looks like
_SEPARATOR = re.compile(r"[\s、，,;；/｜|丨·&]+")
_PHOTO_CREDIT = re.compile(
    rf"^(?P<caption>.{{3,}}?[。）)”]) ?"
    rf"(?P<credit>[{HAN}·]{{0,16}}? ?[{HAN} ]{{2,12}} ?摄影?(?:[（(][^（）()]{{2,8}}[）)])?)$"
)
_OFFICE = re.compile(r".{2,}(?:办|室|局|部|处|科|社|院|委|组|站|中心|公司|学校|支队|大队)")


class Credit(NamedTuple):
    """One name with the role printed beside it; a bare name has none."""

    name: str
    role: str | None


@cache
def _grammar() -> dict[str, re.Pattern[str]]:
    words = load("credits")
    any_of = {key: _alternatives(value) for key, value in words.items() if key != "no_names"}
    outlet = (
        rf"(?:{forms_pattern()}|[{HAN}]{{2,6}}?(?:日报|晚报|早报|时报|导报|周报|晨报|都市报|青年报|"
        rf"新闻网|财经|传媒|在线|新闻客户端))"
    )
    prefix = (
        rf"(?:{outlet}(?:[·\-—]?{outlet})*(?:[·\-—][{HAN}]{{2,6}}?)?|{_PAGE}"
        rf"|{any_of['prefixes']}|[{HAN}]{{2,8}}?(?:全媒体|融媒体))*"
    )
    posted = rf"(?:驻[{HAN}]{{2,8}}?)?"
    role = rf"(?P<role>(?:{any_of['modifiers']})?(?:{any_of['before']}))"
    return {
        "before": re.compile(rf"{prefix}\s*{posted}{role}\s*(?:[：:|｜丨/]\s*|(?=[\s{HAN}]))"),
        "slash": re.compile(
            rf"(?:(?<=^)|(?<=[\s，,、]))(?P<role>{any_of['slash']})"
            r"(?:[：:/|｜丨]|(?<=文/图) |(?<=[Bb][Yy]) )\s*"
        ),
        "after": re.compile(rf"\s*(?P<role>{any_of['after']})$"),
        "signed": re.compile(
            rf"(?P<name>[{HAN}]{{2,4}}) ?[/／] ?(?P<role>{any_of['slash']})(?=\s|$)"
        ),
        "outlet": re.compile(rf"^{prefix}\s*"),
        "bureau": re.compile(rf"(?:{outlet})(?:[{HAN}]{{2,6}}频道)?\s+(?P<name>[{HAN}]{{2,3}})"),
        "agency": re.compile(rf"^[（(]?(?:{any_of['agencies']})[）)]?$"),
        "agency_tail": re.compile(rf"[（(]?(?:{any_of['agencies']})[）)]?$"),
        "nobody": re.compile(rf"{prefix}\s*{posted}{role}"),
        "report": re.compile(rf"(?:\s*[{HAN}]{{2,6}})?(?:报道|电)$"),
        "hint": re.compile(  # literal words only: their first characters are then tried at once
            f"频道 |日报 |晚报 |早报 |晨报 |时报 |网 |{any_of['before']}|{any_of['after']}"
            f"|{any_of['agencies']}|文/|文：|文:|图/|图：|图:|/文|/图|／文|／图|by|By|BY"
        ),
    }


@cache
def _no_names() -> frozenset[str]:
    return frozenset(load("credits")["no_names"])


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


def hints_at_credits(text: str) -> bool:
    """Whether a text holds any word of the credits; cheap, for choosing candidates."""
    return bool(_grammar()["hint"].search(text))


@lru_cache(maxsize=4096)  # several steps ask about the same short lines
def credits_of(text: str) -> list[Credit] | None:
    """The credits that a line consists of; None when it says anything else.

    An empty list is a line that credits nobody by name (新华社发, 某报记者).
    """
    text = text.strip()
    if not text or len(text) > _LONGEST or text[-1] in "。；！？，" or not hints_at_credits(text):
        return None
    bare = _undressed(text)
    grammar = _grammar()
    if grammar["agency"].match(bare) or (len(bare) > 3 and grammar["nobody"].fullmatch(bare)):
        return []
    bare = grammar["agency_tail"].sub("", bare).rstrip(" （(")
    tail = grammar["after"].search(bare)
    body = bare[: tail.start()] if tail else bare
    if signed := _signed(bare):
        return signed
    if grammar["before"].match(body) or grammar["slash"].match(body):
        return _after_roles(body, _roles(body))
    if bureau := grammar["bureau"].fullmatch(body):
        return [Credit(bureau["name"], None)] if is_person_name(bureau["name"]) else None
    if tail and not _roles(body):
        names = _names(grammar["outlet"].sub("", body))
        return [Credit(name, tail["role"]) for name in names] if _are_persons(names) else None
    return None


def credits_in_brackets(text: str) -> list[Credit]:
    """The credits inside a dateline's brackets: 记者 甲某 通讯员 乙某."""
    return credits_of(text) or []


def split_photo_credit(text: str) -> tuple[str, list[Credit]] | None:
    """A caption and the photographer's credit behind it: 图为…。本报记者 某某 摄."""
    match = _PHOTO_CREDIT.match(text) if text[-4:].find("摄") >= 0 or "摄" in text[-12:] else None
    found = credits_of(match["credit"]) if match else None
    return (match["caption"], found) if match and found else None


def is_photo_credit(text: str) -> bool:
    """Whether a line credits a picture: 某某摄, 新华社发."""
    bare = _undressed(text)
    return bare.endswith("摄") or bool(_grammar()["agency_tail"].search(bare))


def bare_names(text: str) -> list[Credit] | None:
    """Names alone on a line under a headline: 洪 勇; None when it is anything else."""
    tokens = join_spaced([token for token in _SEPARATOR.split(text.strip()) if token])
    names = [name for token in tokens for name in split_names(token)]
    if names and len(names) <= 6 and all(is_person_name(name) for name in names):
        return [Credit(name, None) for name in names]
    return None


def _undressed(text: str) -> str:
    """Without the mark in front and the brackets around."""
    text = text.lstrip(MARKS + " ").rstrip()
    while len(text) > 1 and text[0] in "（(【[〔" and text[-1] in "）)】]〕":
        text = text[1:-1].strip()
    return text.strip(MARKS + " ")


def _roles(body: str) -> list[tuple[int, int, str]]:
    """Start and end of each role word with what leads up to it."""
    grammar = _grammar()
    found = [(m.start(), m.end(), m["role"]) for m in grammar["before"].finditer(body)]
    found += [(m.start(), m.end(), m["role"]) for m in grammar["slash"].finditer(body)]
    kept: list[tuple[int, int, str]] = []
    for one in sorted(found, key=lambda r: (r[0], -r[1])):
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return kept


def _after_roles(body: str, starts: list[tuple[int, int, str]]) -> list[Credit] | None:
    """Names that follow their roles; several roles before the same names share them."""
    found: list[Credit] = []
    waiting: list[str] = []
    for index, (start, end, role) in enumerate(starts):
        stop = starts[index + 1][0] if index + 1 < len(starts) else len(body)
        stretch = body[end:stop].strip(" 、，,;；/（(")
        waiting.append(role)
        if not stretch:
            continue
        names = _names(
            _grammar()["report"].sub("", stretch) if index + 1 == len(starts) else stretch
        )
        labelled = body[start:end].rstrip()[-1] in _LABELS
        if not names or not (labelled or _are_persons(names)):
            return None
        found += [Credit(name, each) for each in waiting for name in names]
        waiting = []
    return found or None


def _signed(line: str) -> list[Credit] | None:
    """Names with what each did behind a slash: 本报记者 甲某/文 乙某/图."""
    grammar = _grammar()
    found = [Credit(m["name"], m["role"]) for m in grammar["signed"].finditer(line)]
    rest = grammar["signed"].sub("", line).strip() if found else ""
    return found if found and (not rest or grammar["nobody"].fullmatch(rest)) else None


def _are_persons(names: list[str]) -> bool:
    """Whether any of several names begins with a surname; pen names do not."""
    return any(map(begins_like_a_name, names))


def _names(stretch: str) -> list[str]:
    """Names of a stretch, or nothing when it holds anything that is no name."""
    stretch = re.sub(r"[（(][^（）()]*[）)]|[A-Z]{1,3}\d{2,5}", " ", stretch)
    tokens = join_spaced([token for token in _SEPARATOR.split(_protected(stretch)) if token])
    names: list[str] = []
    for token in tokens:
        token = token.replace("\x03", "·")
        if len(tokens) > 1 and _OFFICE.fullmatch(token):
            continue  # where the person works
        parts = split_names(token) if len(token) > 3 else [token]
        if len(parts) > 1 and not all(begins_like_a_name(part) for part in parts):
            parts = [token]
        if not all(is_name(part) and part not in _no_names() for part in parts):
            return []
        names += parts
    return names


def _protected(stretch: str) -> str:
    """Middle dots inside transliterated names are no separators."""
    return re.sub(rf"(?<=[{HAN}])·(?=[{HAN}])", "\x03", stretch)
