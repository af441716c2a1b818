"""Finds persons in articles: names read safely once, and their repetitions in the same article."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import ahocorasick_rs
import polars as pl

from models.language.lexicon import any_of, load
from models.language.names.automaton import longest_of
from models.language.names.cues import Cues, find_cues, post_heads
from models.language.names.foreign import find_foreign, short_forms
from models.language.names.joined import JoinedText, matches_beside
from models.language.names.name_characters import surnames
from models.language.names.name_reader import NEVER, NameReader, Reading, name_worth
from models.language.names.name_starts import LIST_MARKS, MIDDLE, name_starts
from models.language.names.segmentation import Segmentation, segmented
from models.language.names.words import Words

LISTED = 5  # what stands between two marks in a list of names
_LIST_ITEM = re.compile(r"[\u4e00-\u9fff]{2,3}(?=[、，。；）\n等])")

Spans = dict[tuple[int, int], str]  # start and end → full name
NamedSpan = tuple[int, int, str]


def find_persons(articles: pl.DataFrame, words: Words) -> pl.DataFrame:
    """Candidates for persons."""
    joined, words_at = segmented(articles, words)
    cues = find_cues(joined)
    reader = NameReader(joined.text, cues, words_at)
    readings = _read_all(reader, joined.text, cues, words_at)
    spans = {(r.start, r.end): joined.text[r.start : r.end] for r in readings}
    spans |= {(s, e): joined.text[s:e] for s, e in _heading_lines(joined, spans)}
    spans |= {(s, e): joined.text[s:e] for s, e in _behind_labels(joined.text)}
    spans |= {(s, e): name for s, e, name in find_foreign(joined.text, cues, words_at)}
    spans |= {(s, e): name for s, e, name in _find_figures(joined, words_at.cuts)}
    for start, end, name in _repetitions(joined, words_at.cuts, _named_in(joined, spans)):
        spans[start, end] = name
    found = ((start, end, name) for (start, end), name in spans.items())
    return joined.candidates("person", _outside_doctrine(joined.text, found))


@cache
def _posted_lines() -> re.Pattern[str]:
    """A line that holds a name and, at once, posts: 石山党组成员、副局长."""
    first = "".join(name for name in surnames() if len(name) == 1)
    posts = any_of({*post_heads(), *load("posts")["kept"]})
    return re.compile(
        rf"(?m)^(?P<name>[{first}][\u4e00-\u9fff]{{1,2}}?)副?(?:{posts})[^\n，。；：]{{0,40}}$"
    )


def _heading_lines(joined: JoinedText, known: Spans) -> Iterator[tuple[int, int]]:
    """Names in lists of leaders, where the lines of most others are read safely."""
    lines: dict[int, list[tuple[int, int]]] = {}
    for match in _posted_lines().finditer(joined.text):
        lines.setdefault(joined.article_at(match.start()), []).append(match.span("name"))
    for spans in lines.values():
        if len(spans) > 2 and 2 * sum(span in known for span in spans) >= len(spans):
            yield from spans


@cache
def _label() -> re.Pattern[str]:
    """A line of a post, a colon and nothing but names: 副局长：贺志远、石山."""
    first = "".join(name for name in surnames() if len(name) == 1)
    name = rf"[{first}][\u4e00-\u9fff]{{1,2}}"
    posts = any_of(post_heads())
    return re.compile(
        rf"(?m)^[\u4e00-\u9fff、]{{0,20}}(?:{posts})[：:](?P<names>{name}(?:[、 　]{name})*)$"
    )


def _behind_labels(text: str) -> Iterator[tuple[int, int]]:
    """The names in the lines of a list of leaders that print the post first."""
    for match in matches_beside("：:", _label(), text):
        for name in re.finditer(r"[\u4e00-\u9fff]+", match["names"]):
            if name_worth(name.group()) > 0:
                start = match.start("names") + name.start()
                yield start, start + len(name.group())


def _read_all(reader: NameReader, text: str, cues: Cues, words: Segmentation) -> list[Reading]:
    """The safe readings, each list of names followed to its end; best first where they overlap."""
    found: dict[int, Reading] = {}
    for first, announced in reader.promising(*name_starts(text, cues, words)):
        start = first
        between: list[Reading] = []  # what stands between names of the list and may be one too
        while start not in found:
            reading = reader.read(start, announced)
            item = None if reading or start == first else _LIST_ITEM.match(text, start)
            if reading:
                found[start] = reading
                found.update((doubtful.start, doubtful) for doubtful in between)
                between = []
            elif item is None:
                break
            elif _may_be_listed(item.group()):
                between.append(Reading(start, item.end(), 0))
            end = reading.end if reading else item.end() if item else start
            if text[end] not in LIST_MARKS:
                break
            start = end + 1
            announced = LISTED if _LIST_ITEM.match(text, start) else MIDDLE
    return _without_overlaps(found.values())


def _may_be_listed(item: str) -> bool:
    """Whether an item between the names of a list has a surname and is no other word."""
    return len(item) == 3 and item[0] in surnames() and name_worth(item) > NEVER


def _without_overlaps(readings: Iterable[Reading]) -> list[Reading]:
    taken: set[int] = set()
    kept = []
    for reading in sorted(readings, key=lambda r: (-r.worth, r.start)):
        span = range(reading.start, reading.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(reading)
    return sorted(kept, key=lambda r: r.start)


@cache
def _figures() -> ahocorasick_rs.AhoCorasick:
    names = [*load("persons")["figures"], *load("foreign_names")["figures"]]
    return longest_of(sorted(names))


def _find_figures(joined: JoinedText, cuts: bytes) -> Iterator[NamedSpan]:
    """Public figures whom newspapers name without a title."""
    for _, start, end in joined.matches(_figures()):
        if end - start > 2 or (cuts[start] and cuts[end]):
            yield start, end, joined.text[start:end]


def _named_in(joined: JoinedText, spans: Spans) -> dict[int, dict[str, str]]:
    """For each article the forms that name somebody in it, and the full name behind each."""
    forms: dict[int, dict[str, str]] = {}
    for (start, _), name in sorted(spans.items(), key=lambda item: (-len(item[1]), item[0])):
        known = forms.setdefault(joined.article_at(start), {})
        known.setdefault(name, name)
        for form in short_forms(name):
            known.setdefault(form, name)
    return forms


def _repetitions(
    joined: JoinedText, cuts: bytes, forms: dict[int, dict[str, str]]
) -> Iterator[NamedSpan]:
    """Every place where an article prints a form that names somebody in it.

    An article names few persons: to look for each is a fraction of reading all articles for all.
    """
    for article, known in forms.items():
        base, text = joined.starts[article], joined.texts[article]
        for form, name in known.items():
            at = text.find(form)
            while at >= 0:
                start, end = base + at, base + at + len(form)
                if len(form) > 2 or (cuts[start] and cuts[end]):
                    yield start, end, name
                at = text.find(form, at + 1)


@cache
def _doctrine() -> re.Pattern[str]:
    return re.compile("|".join(load("persons")["doctrine"]))


def _outside_doctrine(text: str, found: Iterable[NamedSpan]) -> Iterator[NamedSpan]:
    """What does not name a doctrine: 毛泽东思想 is none of Mao's mentions."""
    doctrine = _doctrine()
    return ((start, end, name) for start, end, name in found if not doctrine.match(text, end))
