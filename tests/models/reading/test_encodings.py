"""Which bytes are text, and what is said of those that are not."""

import pytest

from models.reading.encodings import UndecodableError, decode

TEXT = "青石县今年新建农村公路120公里，总投资3.6亿元。\n"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_every_usual_encoding_gives_the_same_text(encoding: str, name: str) -> None:
    # Two-byte text without a mark is known by the zero bytes of its ASCII.
    text = TEXT if not encoding.startswith("utf-16-") else "Report 2021\n" + TEXT
    assert decode(text.encode(encoding)) == (text, name)


def test_a_declared_encoding_is_followed() -> None:
    page = '<meta charset="big5"><p>臺北市新增公園三座。</p>'
    assert decode(page.encode("big5")) == (page, "big5")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\n ", "empty"),
        (b"---\n...\n", "no letter"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x02\x00\x3e\x00" * 8, "NUL"),
        (bytes(range(128, 256)) * 8, "neither UTF-8 nor gb18030"),
        (TEXT.encode()[:-2], "cut off"),
        (TEXT.encode("gb18030")[:-2], "cut off"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le")[:-1], "breaks it"),
    ],
)
def test_what_is_no_text_says_why(content: bytes, reason: str) -> None:
    with pytest.raises(UndecodableError, match=reason):
        decode(content)
