"""Journalistic form of an item, from its labels, its headline and the shape of its body."""

import re
from functools import cache

from models.language.lexicon import load
from models.reading.headlines import Headline
from models.reading.kinds import BESIDE_PICTURE
from models.reading.stories import Story
from models.vocabulary import BlockKind, Genre

_INTERVIEWED = re.compile(r"^(?:访|专访|对话)\S")
_PICTURED = re.compile(rf"图为|{BESIDE_PICTURE}|摄$")
_NEWS_OPENING = re.compile(
    r"^(?:近日|日前|昨日|昨天|今日|今天|上午|下午|记者|据|截至|连日来|\d{1,2}月\d{1,2}日|\d{1,2}日|[前昨今]晚)"
)
_NEWS_DAY = re.compile(r"近日|日前|[昨今]日|\d{1,2}月\d{1,2}日|[，。]\d{1,2}日[上下，]")
_ANNOUNCED = 120  # characters below which a text only says that a commentary is published
_LABEL = 12  # characters of a label that begins a title
_LEAD = 200  # characters within which news says when it happened
_LONG = 1500  # characters from which a story without a news opening is a feature
_CAPTION_LENGTH = 200


@cache
def _pattern(genre: str) -> re.Pattern[str]:
    words = load("headlines")["genre"][genre]
    return re.compile(
        "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
    )


def genre_of(headline: Headline, story: Story) -> Genre:
    """The form; a dateline marks news, but one behind a long story does not."""
    kinds = {block.kind for block in story.blocks}
    text = story.blocks[0].text if story.blocks else ""
    length = sum(len(block.text) for block in story.blocks)
    title = headline.title or ""
    label = " ".join(filter(None, (headline.series, headline.kicker, headline.subtitle)))
    if BlockKind.QUESTION in kinds and BlockKind.ANSWER in kinds:
        return Genre.INTERVIEW
    if headline.subtitle and _INTERVIEWED.match(headline.subtitle):
        return Genre.INTERVIEW
    if headline.title is None and length < _CAPTION_LENGTH and _is_caption(kinds, story):
        return Genre.CAPTION
    if _ending("report").search(title):
        return Genre.REPORT
    spoken_out = _pattern("spoken_out").search(f"{label} {_label_of_title(title)}")
    if spoken_out and length >= _ANNOUNCED:
        return Genre.COMMENTARY
    if any(not dateline.closing or length <= _LONG for dateline in story.datelines):
        return Genre.NEWS
    if _pattern("commentary").fullmatch(_label_of_title(title)):
        return Genre.COMMENTARY
    if _ending("notice").search(title):
        return Genre.NOTICE
    roles = [credit.role or "" for credit in (*headline.credits, *story.credits)]
    if (
        headline.comments
        or _pattern("commentary").search(label)
        or any(role.endswith("评论员") for role in roles)
    ):
        return Genre.COMMENTARY
    if _pattern("interview").search(headline.series or ""):
        return Genre.INTERVIEW
    if _pattern("feature").search(label) or (length > _LONG and not _tells_news(text)):
        return Genre.FEATURE
    return Genre.NEWS


def _label_of_title(title: str) -> str:
    """What a title says of its own form before a colon: 某报评论员文章：…."""
    label, colon, _ = title.partition("：")
    return label if colon and len(label) <= _LABEL else ""


def _tells_news(opening: str) -> bool:
    """Whether a first paragraph tells what happened on a day."""
    return bool(_NEWS_OPENING.match(opening) or _NEWS_DAY.search(opening[:_LEAD]))


def _is_caption(kinds: set[BlockKind], story: Story) -> bool:
    """Whether a text tells what a picture shows."""
    return (
        kinds == {BlockKind.CAPTION}
        or story.photographed
        or any(_PICTURED.search(block.text) for block in story.blocks)
    )


@cache
def _ending(genre: str) -> re.Pattern[str]:
    """The words of a form at the end of a title, with or without a label in brackets."""
    return re.compile(rf"(?:{_pattern(genre).pattern})(?:[（(].*[）)])?$")
