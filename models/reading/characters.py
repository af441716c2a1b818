"""Clean characters: NFC, no invisible characters, no spaces that only layout put there.

Text is never changed otherwise: full-width digits, typos and stray Latin words stay as printed.
"""

import html
import re
import unicodedata
from collections.abc import Callable

# Zero-width and directional marks, soft hyphen, byte order mark, controls other than \t \n.
_INVISIBLE = (
    "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"
    "\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f"
)
_SPACES = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
PAGE_BREAK = "\x0c"

_DIRTY = re.compile(f"[{_INVISIBLE}{_SPACES}{_LINE_ENDS}]")
_HIDDEN = re.compile(f"[{_INVISIBLE}]+")
_SPACE = re.compile(f"[{_SPACES}]")
_LINE_END = re.compile("\r\n?|[\x0b\x85\u2028\u2029]")

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MARK = "，。、；：？！…—·“”‘’（）《》〈〉「」『』【】〔〕％℃‰"
_WIDE = f"{HAN}{_MARK}０-９ａ-ｚＡ-Ｚ"
_FIRST_WIDE = "\x80"  # the first character that is no ASCII
_GAP = re.compile(
    f"(?<=[{_WIDE}]) +(?=[{_WIDE}0-9(])|(?<=[0-9)]) +(?=[{HAN}％‰℃{_MARK}])| +(?=[,.;:?!] )"
)
_CLAUSE = re.compile(f"(?<=[{HAN}”’》）!！?？0-9a-zA-Z]) +(?=[{HAN}“‘《（0-9a-zA-Z])")
_NUMBERED = re.compile(r"(?<=\d) +(?=[年月日号万亿个家名人项条元届次期版])")
_AMID = re.compile(f" (?<=[{HAN}] )(?P<number>\\d[\\d.,]*[%％]?) (?=[{HAN}])")  # 公路 120 公里
_QUOTED = re.compile("“[^“”\n]{2,40} [^“”\n]{2,40}”|《[^《》\n]{2,60} [^《》\n]{2,60}》")
_RUN = re.compile(" {2,}")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5}|#x[\dA-Fa-f]{2,5});")
_SLOGAN = re.compile(f"(?<=[{HAN}]{{2}}) +(?=[{HAN}]{{2}})")


def clean(text: str) -> str:
    """A whole decoded file: NFC, line feeds only, plain spaces, nothing invisible.

    Form feeds stay: they are page breaks, which reading order needs.
    """
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    text = text.replace("\r\n", "\n").replace("\u3000", " ").replace("\u00a0", " ")
    if _DIRTY.search(text):
        text = _LINE_END.sub("\n", text)
        text = _HIDDEN.sub("", text)
        text = _SPACE.sub(" ", text)
    return text


def unescaped(text: str) -> str:
    """A text without HTML entities, which leak into text that is no markup: 1+1&gt;2."""
    if "&" not in text:
        return text
    return _ENTITY.sub(lambda match: html.unescape(match.group()), text)


def tidy(text: str) -> str:
    """One paragraph without layout spaces; a space inside a quoted slogan or title stays single."""
    if " " not in text:
        return text
    slogans: list[str] = []
    text = _QUOTED.sub(_keeping(slogans), text)
    text = _RUN.sub(" ", _GAP.sub("", text)).strip()
    return _restore(text, slogans)


def tidy_headline(text: str) -> str:
    """One headline: a space between clauses stays single, spaces beside punctuation go."""
    if " " not in text:
        return text
    text = _AMID.sub(r"\g<number>", text)
    kept = _CLAUSE.sub("\x01", _NUMBERED.sub("", text))
    return _RUN.sub(" ", _GAP.sub("", kept).replace("\x01", " ")).strip()


def _keeping(slogans: list[str]) -> Callable[[re.Match[str]], str]:
    """A replacement that sets quoted texts with a clause space aside, under a private mark."""

    def keep(match: re.Match[str]) -> str:
        if not _SLOGAN.search(match.group()):
            return match.group()
        slogans.append(_RUN.sub(" ", match.group()))
        return f"“\x02{len(slogans) - 1}\x02”"

    return keep


def _restore(text: str, slogans: list[str]) -> str:
    for index, slogan in enumerate(slogans):
        text = text.replace(f"“\x02{index}\x02”", slogan)
    return text


def width(text: str) -> float:
    """Printed width in ems: ASCII is half as wide as a Chinese character."""
    if text.isascii():
        return len(text) / 2
    return len(text) - sum(map(_FIRST_WIDE.__gt__, text)) / 2
