"""Closed word lists that several contracts share.

Each enumeration is defined once, here, with the contract's meaning of every value; a contract
column refers to it and nothing else repeats the words. Open vocabularies (units, titles, cue
words) are lexicon files, not enumerations.
"""

from enum import StrEnum


class MediaType(StrEnum):
    """What the bytes of a raw file are, sniffed from the content since extensions lie."""

    MARKDOWN = "text/markdown"
    HTML = "text/html"
    PLAIN = "text/plain"


class DocumentStatus(StrEnum):
    """Whether a raw file could be read."""

    PARSED = "parsed"
    QUARANTINED = "quarantined"


class Genre(StrEnum):
    """The journalistic form of an article."""

    INTERVIEW = "interview"
    NEWS = "news"
    FEATURE = "feature"
    REPORT = "report"
    COMMENTARY = "commentary"
    NOTICE = "notice"
    CAPTION = "caption"


class Precision(StrEnum):
    """How exactly `as_of` is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Basis(StrEnum):
    """The evidence that `as_of` rests on, strongest first."""

    PUBLISHED = "published"
    DATELINE = "dateline"
    PAGE = "page"
    BODY = "body"
    PATH = "path"


class BlockKind(StrEnum):
    """The part that a block plays in its article."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUESTION = "question"
    ANSWER = "answer"
    CAPTION = "caption"


class EntityType(StrEnum):
    """What kind of thing a name stands for."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    DOCUMENT = "document"
    INITIATIVE = "initiative"
    EVENT = "event"


class Dimension(StrEnum):
    """What kind of quantity a unit measures; figures of one dimension can be compared."""

    COUNT = "count"
    PEOPLE = "people"
    MONEY = "money"
    PERCENT = "percent"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    MASS = "mass"
    ENERGY = "energy"
    POWER = "power"
    DURATION = "duration"
    RANK = "rank"
    MULTIPLE = "multiple"
    OTHER = "other"


class Bound(StrEnum):
    """How firmly the text commits to the number."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Measure(StrEnum):
    """Whether the number is a level, a change, a rate or a position."""

    LEVEL = "level"
    INCREASE = "increase"
    DECREASE = "decrease"
    GROWTH_RATE = "growth_rate"
    SHARE = "share"
    RANK = "rank"
    MULTIPLE = "multiple"


class Comparison(StrEnum):
    """What a change is measured against."""

    YOY = "yoy"
    MOM = "mom"
    PERIOD = "period"


class MetricStatus(StrEnum):
    """Whether the number happened or is meant to happen."""

    ACTUAL = "actual"
    TARGET = "target"


class PlaceLevel(StrEnum):
    """Levels of administrative divisions of GB/T 2260, widest first."""

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWNSHIP = "township"
