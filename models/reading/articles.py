"""One decoded document → the rows of its articles."""

import re
from dataclasses import dataclass
from datetime import date

from models.reading.characters import clean, unescaped
from models.reading.credits import Credit
from models.reading.datelines import Dateline, dated
from models.reading.dates import years_in
from models.reading.formats import read
from models.reading.genres import genre_of
from models.reading.headlines import Headline, plain_label, read_headline
from models.reading.imprints import Imprint
from models.reading.items import cut
from models.reading.lines import Item, Line, Page
from models.reading.names import is_han
from models.reading.outlets import is_agency, is_body_name, outlet_in, outlet_of_path, outlet_of_url
from models.reading.stories import Story, read_story
from models.reading.timing import (
    NOTHING,
    AsOf,
    as_of_body,
    as_of_day,
    as_of_delivery,
    as_of_page,
    as_of_path,
)
from models.reading.wraps import ends_sentence
from models.vocabulary import Genre, MediaType, Precision

_SENTENCE = re.compile(r"[^。！？\n]+")
_AHEAD = re.compile(r"力争|助推|目标|规划|预计|确保|全力|争取|远景|到20\d\d年|将|计划")
_ORIGINAL = re.compile(
    r"(?:查看原文|阅读原文|原文链接|原文地址) ?[：:]? ?(?P<url>(?:https?:)?//\S+)$"
)
_NOTE = re.compile(
    "编者按|编者的话|开栏的话|核心提示|内容提要|导语|导读|提要"
)  # above the headline
_FULL_STOP = re.compile(r"[。！!]”?$")
_SHORTEST = 20  # characters below which an item is no article
_TITLE_LENGTH = 50  # characters that a headline inside the body may have


@dataclass(slots=True)
class _Draft:
    """An item on its way to a row."""

    headline: Headline
    story: Story
    genre: Genre
    outlet: str | None
    url: str | None
    published_on: date | None
    dateline_on: date | None = None
    stated: AsOf = NOTHING  # day of delivery, or month of signature
    as_of: AsOf = NOTHING


def document_rows(
    document_id: str, path: str, media_type: MediaType, text: str
) -> list[dict[str, object]]:
    """Rows of `drafts` for one document, in reading order."""
    printed = unescaped(text) if media_type is MediaType.PLAIN else text
    page = read(clean(printed), media_type)
    drafts = [draft for item in cut(page) if (draft := _draft(item, page, path))]
    _date(drafts, path)
    return [_row(document_id, ordinal, draft) for ordinal, draft in enumerate(drafts, 1)]


def _draft(item: Item, page: Page, path: str) -> _Draft | None:
    head, body = item.head, item.body
    title = page.title if item.imprint is None and not item.on_page else None
    if not page.title:
        _promote_headings(head, body)
    headline = read_headline(head, title, authors=item.imprint is not None)
    labelled = headline.series or headline.kicker or (body and _NOTE.match(body[0].text))
    if headline.title is None and labelled and not item.on_page:
        body = _find_title(headline, body)
    story = read_story([*headline.left, *body], wrapped=page.wrapped, title=headline.title)
    if not _is_told(story) and not (page.fronted and story.blocks):
        return None
    imprints = [*([item.imprint] if item.imprint else []), *headline.imprints, *story.imprints]
    if item.imprint:
        headline.credits += item.imprint.credits
    headline.credits += [Credit(name, None) for name in page.authors]
    headline.series = headline.series or story.label
    _label_from_page(item, headline, story)
    if headline.title is None and not item.on_page:
        headline.title = _title_of_path(path)
    draft = _Draft(
        headline,
        story,
        genre_of(headline, story),
        _outlet(imprints, headline, story, page, path),
        _url(item, page),
        _published(item, headline, story, page),
        stated=as_of_delivery(
            headline.delivered_on,
            next((imprint.month for imprint in imprints if imprint.month), None),
        ),
    )
    _drop_signatures(draft)
    return draft


def _is_told(story: Story) -> bool:
    """Whether a body says enough to be an article: a sentence, or more than a label."""
    length = sum(len(block.text) for block in story.blocks)
    return length >= _SHORTEST or any(_FULL_STOP.search(block.text) for block in story.blocks)


def _promote_headings(head: list[Line], body: list[Line]) -> None:
    """A single heading of the highest level inside the body is the headline of the whole."""
    levels = [line.level for line in (*head, *body) if line.level]
    if not levels:
        return
    top = min(levels)
    inside = [line for line in body if line.level == top]
    above = [line for line in head if line.level == top]
    if len(inside) == 1 and not above and len(levels) > 1:
        body.remove(inside[0])
        head.append(inside[0])


def _find_title(headline: Headline, body: list[Line]) -> list[Line]:
    """The headline that stands between the lead and the text, where the head held none."""
    for index, line in enumerate(body[:12]):
        text = line.text
        if (
            len(text) <= _TITLE_LENGTH
            and not ends_sentence(text)
            and index
            and "：" not in text[:14]
        ):
            found = read_headline([line])
            headline.title, headline.subtitle = found.title, headline.subtitle or found.subtitle
            return [*body[:index], *body[index + 1 :]]
    return body


def _label_from_page(item: Item, headline: Headline, story: Story) -> None:
    """A label over several articles belongs to those that take up its words."""
    for label in item.labels:
        key = label.strip("：: ")[:4]
        told = [headline.title or "", *(block.text for block in story.blocks)]
        if headline.series is None and headline.subtitle and any(key in text for text in told):
            headline.series = plain_label(label)


def _outlet(
    imprints: list[Imprint], headline: Headline, story: Story, page: Page, path: str
) -> str | None:
    """The source line first, then datelines, the page's own name, its address and its path."""
    for imprint in imprints:
        if imprint.outlet:
            return imprint.outlet
    from_path = outlet_of_path(path)
    credited = (*headline.outlets, *story.outlets)
    candidates = (
        story.source,
        *(d.outlet for d in story.datelines if not (from_path and is_agency(d.outlet))),
        *(name for name in credited if not is_agency(name)),
        page.outlet,
        next((found for label in page.labels if (found := outlet_in(label))), None),
        outlet_of_url(page.url),
        from_path,
        *credited,  # agencies sell pictures to everybody
    )
    return next((found for found in candidates if found), None)


def _url(item: Item, page: Page) -> str | None:
    """The address printed with the item, else that of the page."""
    for line in item.body:
        if "//" in line.text and (found := _ORIGINAL.match(line.text)):
            return found["url"]
    return page.url


def _published(item: Item, headline: Headline, story: Story, page: Page) -> date | None:
    """The day beside the headline, else the page's own, else one at the edge of the body."""
    own = [item.imprint] if item.imprint else []
    days = [*(imprint.published_on for imprint in own), page.published_on]
    days += [imprint.published_on for imprint in headline.imprints]
    days += [page.fetched_on, *(imprint.published_on for imprint in story.imprints)]
    return next((day for day in days if day), None)


def _drop_signatures(draft: _Draft) -> None:
    """Take out the names of the bodies that sign a report above or below its text."""
    if draft.genre is not Genre.REPORT:
        return
    blocks, headline = draft.story.blocks, draft.headline
    while len(blocks) > 1 and _names_bodies(blocks[0].text):
        del blocks[0]
    if len(blocks) > 1 and _names_bodies(blocks[-1].text.strip("（()）")):
        del blocks[-1]
    if headline.kicker and _names_bodies(headline.kicker):
        headline.kicker = None
    if headline.subtitle and _names_bodies(headline.subtitle):
        headline.subtitle = None


def _names_bodies(line: str) -> bool:
    return all(map(is_body_name, line.split()))


def _title_of_path(path: str) -> str | None:
    """A file named after its story."""
    stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    han = sum(is_han(char) for char in stem)
    return stem if han >= 8 and 10 * han >= 7 * len(stem) and not is_body_name(stem) else None


def _date(drafts: list[_Draft], path: str) -> None:
    """Resolve datelines and reference days, in the contract's order of evidence."""
    for draft in drafts:
        draft.as_of = as_of_day(draft.published_on, None)
    undated = any(draft.as_of.on is None for draft in drafts)
    from_path = as_of_path(path) if undated else NOTHING
    for draft in drafts:
        first: Dateline | None = next((d for d in draft.story.datelines if d.day), None)
        if first:
            bodies = [block.text for block in draft.story.blocks]
            known = draft.published_on or (
                from_path.on if from_path.precision is Precision.DAY else None
            )
            near = known or as_of_body(bodies).on or from_path.on or _year_hint(drafts)
            draft.dateline_on = dated(first, near, same_year=known is None)
        if draft.as_of.on is None:
            draft.as_of = as_of_day(None, draft.dateline_on)
        if draft.as_of.on is None:
            draft.as_of = draft.stated
    page_days = [draft.as_of.on for draft in drafts if draft.as_of.on]
    for draft in drafts if undated else ():
        draft.as_of = as_of_page(draft.as_of, page_days)
        if draft.as_of.on is None:
            draft.as_of = as_of_body([block.text for block in draft.story.blocks])
        if draft.as_of.on is None:
            draft.as_of = from_path


def _year_hint(drafts: list[_Draft]) -> date | None:
    """The latest year that the page's articles tell of, for datelines that print none."""
    years = [
        year
        for draft in drafts
        for block in draft.story.blocks
        for sentence in _SENTENCE.findall(block.text)
        if not _AHEAD.search(sentence)
        for year in years_in(sentence)
        if 1950 <= year <= 2035
    ]
    return date(max(years), 12, 31) if years else None


def _row(document_id: str, ordinal: int, draft: _Draft) -> dict[str, object]:
    headline, story, as_of = draft.headline, draft.story, draft.as_of
    place = next((d.place for d in story.datelines if d.place), None)
    return {
        "article_id": f"{document_id}-{ordinal}",
        "document_id": document_id,
        "ordinal": ordinal,
        "kicker": headline.kicker,
        "title": headline.title,
        "subtitle": headline.subtitle,
        "series": headline.series,
        "series_number": headline.series_number,
        "genre": draft.genre,
        "outlet": draft.outlet,
        "url": draft.url,
        "published_on": draft.published_on,
        "dateline_on": draft.dateline_on,
        "dateline_place": place,
        "as_of": as_of.on,
        "as_of_precision": as_of.precision,
        "as_of_basis": as_of.basis,
        "continues_on": story.continues_on,
        "text": "\n".join(block.text for block in story.blocks),
        "bylines": [
            {"name": credit.name, "role": credit.role}
            for credit in dict.fromkeys((*headline.credits, *story.credits))
        ],
        "blocks": [
            {"kind": block.kind, "speaker": block.speaker, "text": block.text}
            for block in story.blocks
        ],
    }
