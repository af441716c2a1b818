"""Bytes → text: which encoding a raw file is written in, and why some hold no text at all."""

import codecs
import re

# Longest mark first: the UTF-32 mark begins with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
_DECLARED = re.compile(
    rb"(?:charset|encoding)\s*=\s*[\"']?\s*(big5|big5-hkscs|shift_jis|euc-kr)", re.I
)
_LETTER = re.compile(r"[^\W_]")
_COMMON = re.compile(r"[\u4e00-\u9fa5，。、：；“”（）《》\s\x21-\x7e]")
_HEAD = 4096  # bytes or characters that are enough to judge a file by
_PLAUSIBLE = 0.85  # share of everyday characters below which decoded bytes are no Chinese text


class UndecodableError(ValueError):
    """The bytes are no text; the message completes the sentence “the file …”."""


def decode(content: bytes) -> tuple[str, str]:
    """Text and encoding name of a raw file; raises UndecodableError with a reason."""
    if not content.strip():
        raise UndecodableError("is empty: fetch it again or remove it")
    text, encoding = _decode_bytes(content)
    if not _LETTER.search(text):
        raise UndecodableError("holds no letter or digit: it is no text")
    return text, encoding


def _decode_bytes(content: bytes) -> tuple[str, str]:
    for mark, codec, name in _MARKS:
        if content.startswith(mark):
            return _strict(content, codec, name), name
    if b"\0" in content:
        return _wide(content)
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as failure:
        return _multibyte(content, failure)


def _strict(content: bytes, codec: str, name: str) -> str:
    try:
        return content.decode(codec)
    except UnicodeDecodeError as failure:
        raise UndecodableError(
            f"announces {name} but breaks it at byte {failure.start}: fetch it again"
        ) from failure


def _wide(content: bytes) -> tuple[str, str]:
    """Two-byte text without a mark: one order of the bytes gives everyday characters."""
    for codec in ("utf-16-le", "utf-16-be"):
        try:
            text = content.decode(codec)
        except UnicodeDecodeError:
            continue
        if _is_plausible(text):
            return text, codec
    raise UndecodableError(
        f"holds NUL bytes (the first at byte {content.index(0)}): it is binary, not text"
    )


def _multibyte(content: bytes, utf8_failure: UnicodeDecodeError) -> tuple[str, str]:
    declared = _DECLARED.search(content[:_HEAD])
    codec = declared.group(1).decode().lower() if declared else "gb18030"
    try:
        text = content.decode(codec)
    except UnicodeDecodeError as failure:
        raise UndecodableError(_broken(content, codec, failure, utf8_failure)) from failure
    if not declared and not _is_plausible(text):
        raise UndecodableError(
            "is neither UTF-8 nor GB18030 text: its bytes decode to no everyday characters"
        )
    return text, codec


def _broken(
    content: bytes, codec: str, failure: UnicodeDecodeError, utf8_failure: UnicodeDecodeError
) -> str:
    at = max(failure.start, utf8_failure.start)
    if at >= len(content) - 4:
        better = codec if failure.start >= utf8_failure.start else "utf-8"
        return f"is cut off in the middle of a {better} character at byte {at}: fetch it again"
    return f"is neither UTF-8 nor {codec}: both break by byte {at}; it may be damaged or binary"


def _is_plausible(text: str) -> bool:
    head = text[:_HEAD]
    return len(_COMMON.findall(head)) >= _PLAUSIBLE * len(head)
