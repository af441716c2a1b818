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
    return None


_BARE_PROGRAMME = re.compile(
    r"(?:(?<=[，。；\n])|该|此次|这一|本次)(平台|行动|工程|活动|机制|计划|专班)"
)
