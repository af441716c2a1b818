"""Which part each line of a body plays: heading, paragraph or caption."""

import re
from collections.abc import Iterator

from models.reading.characters import HAN
from models.reading.lines import Line
from models.reading.wraps import ends_sentence
from models.vocabulary import BlockKind

# Where somebody or something is in a picture: （左一）, （前排右三）, （上图）.
BESIDE_PICTURE = (
    r"[（(](?:[前后]排)?(?:[左右中](?:[一二三四五六七八九十]|图|侧|边|起\S{0,3})?|[上下]图)[）)]"
)
_CAPTION = re.compile(
    r"^(?:▲|△|▼|图[：:]|图为|上图|下图|左图|右图|图\d|资料图)"
    rf"|{BESIDE_PICTURE}"
)
_FIELD = re.compile(rf"[{HAN}]{{1,7}}[^\W\d一二三四五六七八九十][：:].{{1,40}}")
_DOTS = re.compile(r"[.…·。—]+")
_TABLE = re.compile(r"表 ?\d{1,3}(?!\d)|附表")
_NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节]"
    rf"|0\d(?=[{HAN}])|[1-9]\d(?=[{HAN}]{{2,12}}[、与和]?[{HAN}]*$)"
)
_ASKED = re.compile(rf"[{HAN}]{{3,11}}[？?]")  # a heading that asks
_CHAPTER = re.compile(rf"\d{{1,2}} ?[{HAN}]{{2}}")
_UNITS = re.compile(r"[（(][^（）()]{1,8}[）)]")  # of a table: （万人）
LONGEST_HEADING = 48  # characters
_LONGEST_CAPTION = 60
_LONGEST_DECK = 64  # characters of a heading that stands below a heading
_LIST = 4  # short lines one below the other that are a list and no headings


def kinds_of(lines: list[Line]) -> list[BlockKind]:
    """The part that each line plays, in view of its neighbours."""
    kinds = [_kind(*pair) for pair in zip(lines, [*lines[1:], None], strict=False)]
    if BlockKind.HEADING not in kinds:
        return kinds
    for start, stop in _short_runs(lines, kinds):
        after = lines[stop] if stop < len(lines) else None
        if stop - start >= _LIST or _head_table(lines[start - 1] if start else None, after):
            kinds[start:stop] = [BlockKind.PARAGRAPH] * (stop - start)
    for index in _fields(lines, kinds):
        kinds[index] = BlockKind.PARAGRAPH
    for index in range(1, len(lines)):
        if lines[index - 1].row and _UNITS.fullmatch(lines[index].text):
            kinds[index] = BlockKind.PARAGRAPH
        elif kinds[index - 1] is BlockKind.HEADING and _is_deck(lines[index], lines[index + 1 :]):
            kinds[index] = BlockKind.HEADING
    return kinds


def _short_runs(lines: list[Line], kinds: list[BlockKind]) -> Iterator[tuple[int, int]]:
    """Stretches of lines that nothing but their shortness makes headings."""
    start: int | None = None
    for index, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        bare = kind is BlockKind.HEADING and not line.level and not line.strong
        if bare and not _NUMBERED.match(line.text) and not _CHAPTER.match(line.text):
            start = index if start is None else start
        elif start is not None:
            yield start, index
            start = None


def _fields(lines: list[Line], kinds: list[BlockKind]) -> Iterator[int]:
    """Headings that are fields of a form, one below the other: 联系部门：某组, 联系人：某某."""
    shaped = [
        kind is BlockKind.HEADING and not line.level and bool(_FIELD.fullmatch(line.text))
        for line, kind in zip(lines, kinds, strict=True)
    ]
    for index, own in enumerate(shaped):
        if own and (shaped[index - 1 : index] == [True] or shaped[index + 1 : index + 2] == [True]):
            yield index


def _head_table(before: Line | None, after: Line | None) -> bool:
    """Whether short lines between a table's title or a row and a row are heads of its columns."""
    titled = before is not None and (before.row or bool(_TABLE.match(before.text)))
    return titled and after is not None and after.row


def _is_deck(line: Line, below: list[Line]) -> bool:
    """Whether a line that is long for a heading explains the heading above it."""
    text = line.text
    if not below or not LONGEST_HEADING < len(text) <= _LONGEST_DECK or line.row:
        return False
    return not ends_sentence(text) and text[-1] not in "，、,"


def _kind(line: Line, following: Line | None) -> BlockKind:
    """The part that a line plays which no speaker says."""
    text = line.text
    if line.row or (line.listed and not line.strong):
        return BlockKind.PARAGRAPH
    if line.credited:
        return BlockKind.CAPTION
    if len(text) > _LONGEST_CAPTION and not line.level:
        return BlockKind.PARAGRAPH
    short = len(text) <= LONGEST_HEADING
    open_ended = not ends_sentence(text)
    if short and open_ended and _NUMBERED.match(text):
        return BlockKind.HEADING
    if len(text) <= _LONGEST_CAPTION and _is_caption(line, open_ended=open_ended):
        return BlockKind.CAPTION
    if line.level and not text.startswith("——"):
        return BlockKind.HEADING
    if following is None or not short or text.startswith("——") or _DOTS.fullmatch(text):
        return BlockKind.PARAGRAPH
    if open_ended and text[-1] not in "，、,":
        return BlockKind.HEADING
    return BlockKind.HEADING if _ASKED.fullmatch(text) else BlockKind.PARAGRAPH


def _is_caption(line: Line, *, open_ended: bool) -> bool:
    """Whether a short line tells what a picture or a table shows."""
    if line.pictured and (line.level or open_ended):
        return True
    return bool(_CAPTION.search(line.text)) or (open_ended and bool(_TABLE.match(line.text)))
