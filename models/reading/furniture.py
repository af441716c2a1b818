"""Page furniture: lines that menus, share bars, counters and footers leave in the text."""

import re
from functools import cache, lru_cache

from models.language.lexicon import any_of, load

_CONTINUED = re.compile(
    r"[（(\[【] ?下转 ?第? ?(?P<page>[\d一二三四五六七八九十A-Z]{1,4}) ?版 ?[）)\]】]"
)
_CONTINUES = re.compile(r"[（(\[【] ?上接 ?第? ?[\d一二三四五六七八九十A-Z]{1,4} ?版 ?[）)\]】]")
_PAGE_CREDIT = re.compile(
    r"(?:本|[一二三四五六七八九十\d]{1,3})版(?:责编|编辑|责任编辑|主编|统筹|美编|校对)"
)
_BRACKET = re.compile(r"[\[［〔【]\d")
_FOOTNOTE = re.compile(r"\[\d{1,2}\]|［\d{1,2}］|〔\d{1,2}〕|【\d{1,2}】")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    entries = load("furniture")["line"]
    return {
        "plain": _any_of([entry for entry in entries if "holds" not in entry]),
        "held": _any_of([entry for entry in entries if "holds" in entry]),
        "holds": re.compile(any_of({word for entry in entries for word in entry.get("holds", ())})),
        "end": _any_of([entry for entry in entries if entry.get("end")]),
        "box": _any_of([entry for entry in entries if entry.get("box")]),
    }


def _any_of(entries: list[dict[str, str]]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{entry['pattern']})" for entry in entries))


_LONGEST = 240  # characters; no furniture line is longer


def is_furniture(line: str) -> bool:
    """Whether a whole line is furniture."""
    if len(line) > _LONGEST or (line[-1:] == "。" and line[:1] not in "声版免凡如请本"):
        return False
    return _is_furniture(line)


@lru_cache(maxsize=4096)  # several steps ask about the same short lines
def _is_furniture(line: str) -> bool:
    patterns = _patterns()
    if patterns["plain"].fullmatch(line):
        return True
    return bool(patterns["holds"].search(line) and patterns["held"].fullmatch(line))


def ends_article(line: str) -> bool:
    """Whether nothing after this line belongs to the article."""
    return len(line) <= _LONGEST and bool(_patterns()["end"].fullmatch(line))


def heads_box(line: str) -> bool:
    """Whether a line may be the label of a box that belongs to the article after all."""
    return len(line) <= _LONGEST and bool(_patterns()["box"].fullmatch(line))


def ends_page(line: str) -> bool:
    """Whether a line credits the makers of a whole page, below its last article."""
    return bool(_PAGE_CREDIT.match(line))


def take_continuation(text: str) -> tuple[str, str | None]:
    """The text without its continuation marks, and the page that it continues on (2版)."""
    if "版" not in text:
        return text, None
    match = _CONTINUED.search(text)
    text = _CONTINUES.sub("", _CONTINUED.sub("", text)).strip()
    return text, f"{match['page']}版" if match else None


def without_footnote_marks(text: str) -> str:
    """The text without the bracketed digits that point at footnotes."""
    return _FOOTNOTE.sub("", text) if _BRACKET.search(text) else text
