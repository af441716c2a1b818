"""Which programme governs a number."""

import re

from models.language.numbers.names import Names


def programme(text: str, names: Names, sentence: int, at: int, end: int) -> str | None:
    """The programme first named in the ；-clause of a number, or as what it counts."""
    if "initiative" not in names.types:
        return None
    start = max(sentence, text.rfind("；", sentence, at), text.rfind(";", sentence, at))
    for name in names.between(start, at):
        if name.type == "initiative":
            return name.entity_id
    for name in names.between(at, end):
        if name.type == "initiative" and name.start - at < 4:
            return name.entity_id
    bare = _BARE_PROGRAMME.search(text, start, at)
    if bare is not None:
        for name in reversed(names.between(0, start)):
            if name.type == "initiative" and name.text.endswith(bare[1]):
                return name.entity_id
    return _shortened(text, names, start, at)


def _shortened(text: str, names: Names, start: int, at: int) -> str | None:
    """The programme that a clause names by the end of its name: 攀登活动 of “助企攀登”活动."""
    for match in _UNQUOTED.finditer(text, start, at):
        for name in names.all:
            if name.type == "initiative":
                plain = name.text.translate(_NO_QUOTES)
                if any(
                    plain.endswith(match[0][cut:]) for cut in range(len(match[0]) - _SHORTEST + 1)
                ):
                    return name.entity_id
    return None


_SHORTEST = 5  # characters that tell one programme from another
_NO_QUOTES = str.maketrans("", "", "“”‘’")
_UNQUOTED = re.compile(
    r"[\u4e00-\u9fff]{3,8}(?:平台|行动|工程|活动|机制|计划|模式)(?=开展|启动|实施|以来|[，,运])"
)
_BARE_PROGRAMME = re.compile(
    r"(?:(?<=[，。；\n])|该|此次|这一|本次)(平台|行动|工程|活动|机制|计划|专班)"
)
