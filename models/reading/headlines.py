"""Kicker, title, subtitle and series of an item, from the lines around its headline."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from models.language.lexicon import load
from models.reading.characters import HAN, tidy_headline, width
from models.reading.credits import Credit, bare_names, credits_of, split_photo_credit
from models.reading.dates import day_of, number_of
from models.reading.furniture import is_furniture, without_footnote_marks
from models.reading.imprints import Imprint, imprint_of
from models.reading.lines import Line
from models.reading.outlets import is_body_name, outlet_in

_CIRCLED = {chr(0x2460 + n): n + 1 for n in range(20)} | {
    chr(0x3251 + n): n + 21 for n in range(15)
}
_CIRCLES = "".join(_CIRCLED)
_NUMBERED = re.compile(
    rf"^(?P<label>.{{2,40}}?)[（(]?(?P<number>[{_CIRCLES}])[）)]?[：:]?\s*(?P<rest>.*)$"
)
_BARRED = re.compile(r"^(?P<label>[^丨｜|│。，]{2,16})\s*[丨｜|│]\s*(?P<rest>.{4,})$")
_TAGGED = re.compile(r"^[【\[〔](?P<label>[^】\]〕]{2,40})[】\]〕]\s*(?P<rest>.{2,})$")
_NUMERAL = r"\d{1,3}|[一二三四五六七八九十]{1,3}"
_SERIES_NUMBER = re.compile(
    rf"(?P<label>.{{2,30}}?)[·\s]*(?:([{_CIRCLES}])|[（(]({_NUMERAL})[）)]|之({_NUMERAL})"
    rf"|第({_NUMERAL})(?:期|篇|回|辑|集))"
)
_BRACKETED = re.compile(r"^(?P<rest>.{4,}?)\s*[（(](?P<label>[^（）()]{2,60})[）)]$")
_NO_SERIES = re.compile(
    r"[上中下一二三四五六七八九十\d]+|图|组图|全文|摘要|草案|试行|[一二三四五六七八九十七]?钻|\d.*"
)
_OVERPRINTED = re.compile(rf"··|([{HAN}]{{3,}})\1$")  # labels print twice, for their shade
_SPREAD = re.compile(rf"[{HAN}](?: [{HAN}])+")
_MEDIUM = re.compile(r"^[\[【](?:视频|图文|组图|图|图集|音频|直播|滚动|快讯|独家)[\]】]\s*")
_TITLE_LABEL = re.compile(r"^(?:标题|题目)[：:]\s*(?=\S)")
_SUBTITLE = re.compile(r"^[—–─-]{1,4}\s*(?=[^\s—–-])")
_TRAILING_DASH = re.compile(r"[—–─]{1,4}$")
_DELIVERED = re.compile(r"^[（(]?\d{4}年\d{1,2}月\d{1,2}日.*(?:会议|大会|会)上[）)]?$")
_ATTENDED = re.compile(rf"[{HAN}、 ]{{2,30}}?(?:出席|主持|讲话|致辞|参加|作报告)[{HAN}、]{{0,14}}$")
_SPEAKER = re.compile(
    rf"^[{HAN}]{{0,16}}?(?P<role>代?(?:省长|主席|市长|县长|区长|州长|盟长|主任|院长|检察长)) +"
    rf"(?P<name>[{HAN}]{{2,4}}|[{HAN}] [{HAN}])$"
)
_NAME_PIECE = re.compile(f"[{HAN}、 ]+")
_PIECE = 4  # characters that no piece of a name printed over several lines exceeds
_OPEN_CREDIT = re.compile(f"(?:记者|通讯员|责编|编辑)(?:[：: ]+[{HAN}、 ]+)?$")
_CREDIT = 40  # characters below which a line of credits may go on in the next
_COMMENTATOR = "评论员"
_TITLE_EDGE = 18  # characters from which a headline line was wrapped and not broken on purpose


_LONGEST_NUMBERED = 20  # characters of a label whose number is no circled one
_LONGEST_SERIES = 40  # characters that no series label exceeds
_SHORTEST_LABEL, _LONGEST_LABEL = 4, 7  # characters of a line that labels the headline below
_LONGEST_TITLE = 80  # characters; more, in several lines, are a title and its subtitles


@dataclass(slots=True)
class Headline:
    """What the lines around a headline say."""

    kicker: str | None = None
    title: str | None = None
    subtitle: str | None = None
    series: str | None = None
    series_number: int | None = None
    credits: list[Credit] = field(default_factory=list)
    imprints: list[Imprint] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)  # named in credits
    comments: bool = False  # signed by a commentator, be it without a name
    delivered_on: date | None = None  # of a report: the day it was given to a congress
    left: list[Line] = field(default_factory=list)  # lines that belong to the body after all


@cache
def _words() -> dict[str, Any]:
    return load("headlines")


@cache
def _series_word() -> re.Pattern[str]:
    return re.compile("|".join(_words()["series_words"]))


def is_numbered_label(text: str) -> bool:
    """Whether a whole line is a series label with its number: 系列报道③."""
    return 1 < len(text) <= _LONGEST_SERIES and text[-1] in _CIRCLES


def is_series_label(text: str) -> bool:
    """Whether a whole line is a series or column label."""
    text = text.strip("：: ")
    if _BRACKETED.match(text):
        return False  # a headline with its label behind it
    shaped = text[-1:] in _CIRCLES or bool(_OVERPRINTED.search(text))
    return shaped or text in _words()["note_labels"] or bool(_series_word().search(text[-12:]))


def read_headline(
    lines: list[Line], known_title: str | None = None, *, authors: bool = False
) -> Headline:
    """Tell the lines of a head apart; `authors` says that a bare name may close it."""
    found = Headline()
    rest: list[Line] = []
    stated = False  # a source line or credit ends the headline
    for line in _respaced(lines):
        if stated and not line.level and _is_text(line.text) and not _signs(line.text, rest):
            found.left.append(line)
        else:
            stated |= _take(line, rest, found) and bool(rest)
    if authors and len(rest) > 1 and not _is_wrapped_title(rest):
        names = bare_names(rest[-1].text) if len(rest[-1].text) <= 9 else None
        if names:
            found.credits += names
            rest.pop()
    rest = _with_series_removed(rest, found, known_title)
    _assign(rest, found, known_title)
    if found.title:
        _strip_labels(found)
    return found


def _is_wrapped_title(rest: list[Line]) -> bool:
    """Whether the last line goes on with a headline that its print wrapped."""
    if rest[-2].text[-1] in "）)？?！!":
        return False
    return not rest[-1].gap and width(rest[-2].text) >= _TITLE_EDGE


def _respaced(lines: list[Line]) -> list[Line]:
    """Lines with credits that print spread over several lines (本报记者 / 李 / 刚) put together."""
    joined: list[Line] = []
    in_credits = False
    for line in lines:
        text = line.text
        short = len(text) <= _PIECE and bool(_NAME_PIECE.fullmatch(text))
        if joined and short and (in_credits or (len(text) == 1 and len(joined[-1].text) <= 4)):
            previous = joined[-1]
            joined[-1] = Line(
                f"{previous.text} {text}", previous.level, previous.strong, previous.gap
            )
            continue
        in_credits = len(text) < _CREDIT and bool(_OPEN_CREDIT.search(text))
        joined.append(line)
    return joined


def _is_text(text: str) -> bool:
    """Whether a line is none of the things that stand around a headline."""
    return not (
        is_furniture(text)
        or imprint_of(text)
        or credits_of(text) is not None
        or _SPEAKER.match(text)
        or _SUBTITLE.match(text)
        or _DELIVERED.match(text)
    )


def _take(line: Line, rest: list[Line], found: Headline) -> bool:
    """Sort one line: furniture, source line, credits, subtitle; the rest is headline.

    True when the line says where, when or by whom the item was made.
    """
    if line.text[0] in "标题":
        line.text = _TITLE_LABEL.sub("", line.text)
    text = line.text
    if is_furniture(text):
        return False
    if imprint := imprint_of(text):
        found.imprints.append(imprint)
        found.credits += imprint.credits
    elif (credited := credits_of(text)) is not None:
        found.credits += credited
        found.comments = found.comments or text.endswith(_COMMENTATOR)
        if outlet := outlet_in(text):
            found.outlets.append(outlet)
    elif speaker := _SPEAKER.match(text):
        found.credits.append(Credit(speaker["name"].replace(" ", ""), speaker["role"]))
    elif _SUBTITLE.match(text) or _DELIVERED.match(text):
        shown = _SUBTITLE.sub("", text).strip("（）()")
        found.subtitle = f"{found.subtitle} {shown}" if found.subtitle else shown
        if _DELIVERED.match(shown):
            found.delivered_on = day_of(shown)
        return False
    elif split_photo_credit(text):
        found.left.append(line)
        return False
    elif rest and text[-1] in "：:":
        found.left.append(line)  # whom the text addresses
        return False
    elif not _signs(text, rest):
        rest.append(line)
        return False
    return True


def _signs(text: str, rest: list[Line]) -> bool:
    """Whether a line names a body that signs the report whose title stands above."""
    reports = tuple(_words()["genre"]["report"])
    return bool(rest) and is_body_name(text) and rest[0].text.endswith(reports)


def _with_series_removed(lines: list[Line], found: Headline, known_title: str | None) -> list[Line]:
    kept = []
    for line in lines:
        text = line.text.strip()
        if text == known_title:
            kept.append(line)
            continue
        numbered = _NUMBERED.match(text)
        if (
            numbered
            and found.series is None
            and (not numbered["rest"] or is_series_label(numbered["label"]))
        ):
            title, dash, label = numbered["label"].rpartition("——")
            behind = bool(dash and title) and not numbered["rest"]  # 路修到心坎上——修路手记①
            found.series = plain_label(label if behind else numbered["label"])
            found.series_number = _CIRCLED[numbered["number"]]
            if behind or numbered["rest"]:
                kept.append(Line(title if behind else numbered["rest"], line.level))
        elif found.series is None and line is lines[0] and _heads_number(lines):
            _number_series(text, found)
        elif found.series is None and len(lines) > 1 and is_series_label(text) and len(text) < 40:
            found.series = plain_label(text)
        else:
            kept.append(line)
    return kept


def _heads_number(lines: list[Line]) -> bool:
    """Whether the first of several lines is a label with its number: 春耕一线见闻（十二）."""
    first = lines[0].text.strip()
    if len(lines) < 2 or len(first) > _LONGEST_NUMBERED or lines[1].text.startswith("—"):
        return False
    return bool(_SERIES_NUMBER.fullmatch(first))


def plain_label(label: str) -> str:
    """A series label without the separators around it and what layout printed twice."""
    label = re.sub(r"(.{3,})\1$", r"\1", label.strip("：:—-· "))
    return re.sub(r"·{2,}", "·", label)


def _assign(lines: list[Line], found: Headline, known_title: str | None) -> None:
    """Kicker, title and subtitle of what remains."""
    texts = [line.text for line in lines]
    if known_title and _squeeze(known_title) in map(_squeeze, texts):
        at = [_squeeze(text) for text in texts].index(_squeeze(known_title))
        _assign_around(lines, at, found)
        return
    if known_title or not lines:
        found.title = known_title
        found.left = [*lines, *found.left]
        return
    levels = [line.level for line in lines]
    if any(levels):
        top = min(level for level in levels if level)
        _assign_around(lines, levels.index(top), found)
        return
    if len(lines) > 1 and is_body_name(lines[0].text):
        found.kicker = lines[0].text
        lines = lines[1:]
    elif len(lines) > 1 and (_is_kicker(lines[0].text) or _labels(lines[0].text, lines[1].text)):
        found.kicker = _TRAILING_DASH.sub("", lines[0].text)
        lines = lines[1:]
    if len(lines) == 1 and is_body_name(lines[0].text) and found.series:
        found.kicker = lines[0].text
        return
    if len(lines) > 2 and sum(len(line.text) for line in lines) > _LONGEST_TITLE:
        found.subtitle = found.subtitle or _joined([line.text for line in lines[1:]])
        lines = lines[:1]
    if found.subtitle is None and len(lines) > 1:
        if _ATTENDED.match(lines[-1].text):
            found.subtitle = lines[-1].text
            lines = lines[:-1]
        elif lines[-1].gap:
            _split_at_gap(lines, found)
            return
    found.title = _joined([line.text for line in lines])


def _split_at_gap(lines: list[Line], found: Headline) -> None:
    """Headline lines that a blank line separates: title above, subtitle below."""
    at = next(i for i in range(len(lines) - 1, 0, -1) if lines[i].gap)
    found.title = _joined([line.text for line in lines[:at]])
    found.subtitle = _joined([line.text for line in lines[at:]])


def _assign_around(lines: list[Line], at: int, found: Headline) -> None:
    """The title is known; what stands above is the kicker, below the subtitle."""
    top = lines[at]
    same = [top]
    below = []
    for line in lines[at + 1 :]:
        if line.level == top.level and not below and line.level:
            same.append(line)
        elif line.level:
            below.append(line)
        else:
            found.left.append(line)
    if below and _runs_on(same[-1].text, below[0].text):
        same.append(below.pop(0))
    found.title = _joined([line.text for line in same])
    if at:
        found.kicker = _joined([line.text for line in lines[:at]])
    if below and found.subtitle is None:
        found.subtitle = _joined([line.text for line in below])


def _runs_on(title: str, following: str) -> bool:
    """Whether a headline goes on in the line of the next lower level: …启动仪式 / 暨现场会举行."""
    return following.startswith("暨") or (
        title.endswith(tuple(_words()["open_verbs"])) and following[0] in "“《"
    )


def _is_kicker(text: str) -> bool:
    return bool(_TRAILING_DASH.search(text)) or text.endswith(tuple(_words()["kicker_verbs"]))


def _labels(first: str, second: str) -> bool:
    """Whether a line is so much shorter than the next that it is no part of the headline."""
    return _SHORTEST_LABEL <= len(first) <= _LONGEST_LABEL and len(second) >= 2 * len(first)


def _joined(texts: list[str]) -> str:
    """Lines of one headline joined by a space, wrapped ones without."""
    joined = ""
    for text in texts:
        open_bracket = joined.count("（") > joined.count("）") or joined.count("“") > joined.count(
            "”"
        )
        glue = "" if not joined or open_bracket or len(joined) >= _TITLE_EDGE else " "
        joined += glue + text
    return joined


def _strip_labels(found: Headline) -> None:
    """Take series labels off the title and clean its spaces."""
    title = _MEDIUM.sub("", found.title or "")
    title = without_footnote_marks(title)
    if _SPREAD.fullmatch(title):
        title = title.replace(" ", "")
    for pattern in (_TAGGED, _BARRED):
        match = pattern.match(title)
        if match and found.series is None:
            _number_series(match["label"], found)
            title = match["rest"]
    bracketed = _BRACKETED.match(title)
    if bracketed and found.series is None and not _NO_SERIES.fullmatch(bracketed["label"]):
        _number_series(bracketed["label"], found)
        title = bracketed["rest"]
    found.title = tidy_headline(title.strip()) or None
    found.kicker = tidy_headline(found.kicker) if found.kicker else None
    found.subtitle = tidy_headline(found.subtitle) if found.subtitle else None


def _number_series(label: str, found: Headline) -> None:
    """Take a label as the series, and the number that it ends with as the series' number."""
    match = _SERIES_NUMBER.fullmatch(label.strip())
    if not match:
        found.series = label.strip()
        return
    found.series = plain_label(match["label"])
    number = next(filter(None, match.groups()[1:]))
    found.series_number = _CIRCLED.get(number) or number_of(number)


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)
