"""The body of an item: blocks of clean text, and the credits and marks taken out of it."""

import re
from dataclasses import dataclass, field, replace

from models.reading.characters import HAN, tidy, tidy_headline
from models.reading.credits import (
    MARKS,
    Credit,
    bare_names,
    credits_of,
    hints_at_credits,
    is_photo_credit,
    split_photo_credit,
)
from models.reading.datelines import Dateline, dateline_at_end, dateline_at_start
from models.reading.furniture import (
    ends_article,
    ends_page,
    heads_box,
    is_furniture,
    take_continuation,
    without_footnote_marks,
)
from models.reading.headlines import is_series_label
from models.reading.imprints import Imprint, imprint_of
from models.reading.kinds import LONGEST_HEADING, kinds_of
from models.reading.lines import Line
from models.reading.outlets import is_body_name, outlet_in
from models.reading.turns import is_asking, take_label, turn_labels
from models.reading.wraps import ends_sentence, join_broken, join_wrapped
from models.vocabulary import BlockKind

_MARKED_END = re.compile(
    rf"\s*(?P<credit>[{MARKS}]\s*(?:本报|本网|文|图|记者|通讯员)[^。！？]{{2,60}})$"
)
_MARK = re.compile(f"[{MARKS}]")
_BRACKET_END = re.compile(r"\s*(?P<credit>[（(【][^（）()【】]{2,80}[）)】])$")
_REPORTED = re.compile(
    rf"^(?P<credit>[^，。：]{{0,24}}记者\s*[{HAN}、 ]{{2,16}}?\s*[{HAN}]{{2,6}}报道)\s+(?=\S)"
)
_SOURCE = re.compile(
    rf"[（(]\s*(?:(?:文章|稿件|资料)?来源[：:]\s*)?(?P<source>[{HAN}·-]{{2,16}})\s*[）)]$"
)
_SOURCE_WORD = re.compile(r"(?:报|(?<!官)网|社|台|周刊|杂志|客户端|新闻|财经|号)$|来源[：:]")
_COLLECTED = re.compile(rf"本报记者(?P<name>[{HAN}]{{2,3}}?)(?:采访)?(?:整理|采写)")
_NOTE_NUMBER = re.compile(r"^\d{1,2} *(?=注[：:])")
_RUN_IN = re.compile(
    rf"^(?P<heading>[{HAN}“”‘’《》，、·+\d]{{6,36}}) (?P<rest>[{HAN}“‘《\d].{{19,}})$"
)
_LETTER_WRITER = re.compile(
    rf"(?P<place>[{HAN}]{{2,12}}(?:省|市|县|区|州|旗|乡|镇))\s*(?P<name>[{HAN}]{{2,4}}|[{HAN}](?:先生|女士))"
)
_SAYS = re.compile(r"\w|…|\.{3}")  # not in what remains of a line whose words were taken out
_OVER = re.compile(r"[（(](?:完|全文完|未完待续)[）)]$")
_SIGNATURE = 24  # characters that no signature of a letter exceeds
_BODY_LABEL = re.compile(r"^正文[：:]\s*")
_BOX_LEVEL = 5  # of the label over a box
_PROSE = 60  # characters from which lines that hold a sentence are prose
_CLAUSES = 3  # commas that no few headlines hold together
_BOX = 5  # lines within which a box below its label holds prose


@dataclass(slots=True)
class Block:
    """One block of text with the part it plays."""

    kind: BlockKind
    text: str
    speaker: str | None = None


@dataclass(slots=True)
class Story:
    """What a body holds."""

    blocks: list[Block] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    datelines: list[Dateline] = field(default_factory=list)
    imprints: list[Imprint] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)  # named in credits
    source: str | None = None
    photographed: bool = False  # a line credits a picture
    label: str | None = None  # of a series or column, printed behind the text
    continues_on: str | None = None


def read_story(lines: list[Line], *, wrapped: bool, title: str | None = None) -> Story:
    """Blocks and by-products of an item's body."""
    story = Story()
    lines = _without_furniture(lines, story)
    joined = join_wrapped(lines) if wrapped else join_broken(lines)
    kept: list[Line] = []
    for line in joined:
        printed = line.text
        one = _without_byproducts(line, story, title)
        if one:
            kept.append(one)
        elif kept and not line.gap and is_photo_credit(printed):
            kept[-1].credited = True
    kept = _with_run_in_headings(kept)
    labels = turn_labels([line.text for line in kept])
    _add_blocks(kept, labels, story)
    return story


def _without_furniture(lines: list[Line], story: Story) -> list[Line]:
    """The lines up to where the article ends; credits further down are still taken."""
    kept: list[Line] = []
    for index, line in enumerate(lines):
        if ends_page(line.text):
            break
        if not is_furniture(line.text):
            kept.append(line)
        elif heads_box(line.text) and _hold_prose(lines[index + 1 : index + 1 + _BOX]):
            kept.append(replace(line, level=line.level or _BOX_LEVEL))
        elif ends_article(line.text):
            for later in lines[index + 1 :]:
                _take_whole(later.text, story)
            break
    return kept


def _hold_prose(lines: list[Line]) -> bool:
    text = "".join(line.text for line in lines)
    return len(text) >= _PROSE and ("。" in text or text.count("，") >= _CLAUSES)


def _without_byproducts(line: Line, story: Story, title: str | None) -> Line | None:
    """The line without credits, datelines and marks; nothing when no text remains."""
    if line.level == _BOX_LEVEL and heads_box(line.text):
        return line
    text = line.text
    if "版" in text:
        text, page = take_continuation(text)
        story.continues_on = story.continues_on or page
    text = without_footnote_marks(text)
    if text[0:1].isdigit():
        text = _NOTE_NUMBER.sub("", text)
    if text[:2] == "正文":
        text = _BODY_LABEL.sub("", text)
    if not text or is_furniture(text):
        return None
    if title and not story.blocks and len(text) <= 2 * len(title) and _same(text, title):
        return None
    if _take_whole(text, story):
        return None
    text = _without_dateline(text, story)
    if text[-1:] != "。":  # credits stand behind the last sentence
        text = _without_end_credit(_without_photo_credit(text, line, story), story)
    line.text = _tidied(text, line).strip()
    return line if _SAYS.search(line.text) else None


def _without_photo_credit(text: str, line: Line, story: Story) -> str:
    photo = split_photo_credit(text)
    if not photo:
        return text
    caption, found = photo
    _credit(found, line.text, story)
    line.credited = True
    return caption


def _tidied(text: str, line: Line) -> str:
    """Layout spaces taken out; those of rows, run-in headings and signatures tell cells apart."""
    if " " not in text or _RUN_IN.match(text):
        return text
    if line.row or (len(text) <= LONGEST_HEADING and all(map(is_body_name, text.split()))):
        return " ".join(text.split())
    return (tidy_headline if line.level else tidy)(text)


def _take_whole(text: str, story: Story) -> bool:
    """Lines that are credits or a source line altogether."""
    if len(text) > 140 or "。" in text or text[-1] in "；！？":
        return False
    if imprint := imprint_of(text):
        story.imprints.append(imprint)
        story.credits += imprint.credits
        return True
    if hints_at_credits(text):
        found = credits_of(text)
        if found is not None:
            _credit(found, text, story)
            story.photographed = story.photographed or is_photo_credit(text)
            return True
    return False


def _credit(found: list[Credit], printed: str, story: Story) -> None:
    story.credits += found
    if outlet := outlet_in(printed):
        story.outlets.append(outlet)


def _without_dateline(text: str, story: Story) -> str:
    if "记者" in text[:40] and (reported := _REPORTED.match(text)):
        found = credits_of(reported["credit"])
        if found:
            _credit(found, reported["credit"], story)
            text = text[reported.end() :]
    if closing := dateline_at_end(text):
        start, dateline = closing
        story.datelines.append(dateline)
        story.credits += dateline.credits
        text = text[:start]
    if dateline := dateline_at_start(text):
        story.datelines.append(dateline)
        story.credits += dateline.credits
        text = text[dateline.end :]
    return text


def _without_end_credit(text: str, story: Story) -> str:
    tail = text[-80:]
    marked = _MARKED_END.search(tail) if _MARK.search(tail) else None
    if marked and (found := credits_of(marked["credit"])):
        _credit(found, marked["credit"], story)
        text = text[: len(text) - len(marked.group())]
    text = _OVER.sub("", text)
    bracketed = _BRACKET_END.search(text[-90:]) if text[-1:] in "）)】" else None
    if not bracketed:
        return text
    credit = bracketed["credit"]
    rest = text[: len(text) - len(bracketed.group())]
    if hints_at_credits(credit) and (found := credits_of(credit)) is not None:
        _credit(found, credit, story)
        return rest
    if collected := _COLLECTED.search(credit):
        story.credits.append(Credit(collected["name"], "记者"))
        return rest
    label = credit.strip("（()）【】")
    if ends_sentence(rest) and (writers := _writers(label)):
        story.credits += writers
        return rest
    if is_series_label(label) and ends_sentence(rest):
        story.label = label
        return rest
    source = _SOURCE.search(credit)
    if source and _SOURCE_WORD.search(credit.rstrip("）) ")) and (not rest or ends_sentence(rest)):
        story.source = outlet_in(source["source"])
        return rest
    return text


def _writers(label: str) -> list[Credit] | None:
    """Who wrote in, behind the text: a name, or a body and a name (某县纪委 某某)."""
    *bodies, name = label.split()
    if not 2 <= len(name) <= 3 or not all(map(is_body_name, bodies)):
        return None
    return bare_names(name)


def _with_run_in_headings(lines: list[Line]) -> list[Line]:
    """Paragraphs that begin with a heading set off by a space, where several do."""
    if not any(" " in line.text for line in lines):
        return lines
    matches = [_RUN_IN.match(line.text) if " " in line.text else None for line in lines]
    several = sum(match is not None for match in matches) >= 2
    split: list[Line] = []
    for line, match in zip(lines, matches, strict=True):
        if match and several:
            split.append(Line(match["heading"], level=6, run_in=True))
            split.append(Line(tidy(match["rest"])))
        else:
            line.text = tidy(line.text) if match else line.text
            split.append(line)
    return split


def _add_blocks(lines: list[Line], labels: frozenset[str], story: Story) -> None:
    speaker: str | None = None
    for line, kind in zip(lines, kinds_of(lines), strict=True):
        label, text = take_label(line.text, labels) if labels else (None, line.text)
        if label:
            speaker = label
            if text:
                story.blocks.append(Block(_turn_kind(label), text, label))
            continue
        if kind is BlockKind.HEADING and not line.run_in:
            speaker = None
        if kind is BlockKind.PARAGRAPH and speaker:
            story.blocks.append(Block(_turn_kind(speaker), line.text, speaker))
        else:
            story.blocks.append(Block(kind, line.text))
    _take_letter_writer(story)


def _turn_kind(speaker: str) -> BlockKind:
    return BlockKind.QUESTION if is_asking(speaker) else BlockKind.ANSWER


def _take_letter_writer(story: Story) -> None:
    """The reader who signs a letter to the editor: 某省某县 某先生."""
    if not story.blocks or len(story.blocks[-1].text) > _SIGNATURE:
        return
    for count in (1, 2):
        tail = story.blocks[-count:]
        if len(tail) < count or len(story.blocks) <= count:
            return
        text = " ".join(block.text for block in tail)
        match = _LETTER_WRITER.fullmatch(text)
        if match and (match["name"][1:] in ("先生", "女士") or bare_names(match["name"])):
            del story.blocks[-count:]
            story.credits.append(Credit(match["name"], None))
            return


def _same(text: str, title: str) -> bool:
    """Whether a line repeats the title, spaces aside."""
    return "".join(text.split()) == "".join(title.split())
