"""Questions and answers: labels such as 乔某某： in front of turns."""

import re
from collections import Counter

from models.reading.characters import HAN
from models.reading.names import is_person_name

_LABEL = re.compile(rf"^(?P<label>[{HAN}A-Za-z·“”\d -]{{1,20}}?) ?[：:](?=.)")
_OUTLET = "日报|晚报|晚刊|早报|晨报|时报|商报|都市报|壹点|客户端|网|新闻|电视台|电台|融媒"
_ASKING = re.compile(
    r"^(?:Q\d?|[提追]?问)$|记者|主持人?|主播|本报|网友|读者|[听观]众"
    rf"|(?:{_OUTLET})(?:[·-][{HAN}A-Za-z]{{2,8}})?$"
)
_NEVER = re.compile(
    r"注|附|备注|说明|来源|时间|日期|地点|责任编辑|编辑|策划|统筹|图|表|摘要|关键词|如下|其中|第.+|[一二三四五六七八九十\d]+"
    r"|.*(?:告诉|对|向).*记者.*|.+(?:说|表示|认为|指出|介绍|强调|显示|称|透露|包括|看来|来看)"
)
_ALONE = frozenset(("问", "答", "Q", "A", "记者", "主持人", "主播"))


def turn_labels(texts: list[str]) -> frozenset[str]:
    """The labels that mark turns in a text: two of them alternate, or they are the usual words."""
    counts: Counter[str] = Counter()
    for text in texts:
        head = text[:24]
        match = _LABEL.match(head) if "：" in head or ":" in head else None
        if match and not _NEVER.fullmatch(match["label"]):
            counts[match["label"].strip()] += 1
    asking = {label for label in counts if is_asking(label)}
    answering = {
        label for label in counts if label not in asking and (counts[label] >= 2 or label in _ALONE)
    }
    if asking & _ALONE:
        answering |= {label for label in counts if label not in asking and is_person_name(label)}
    if asking and not answering and sum(counts[label] for label in asking) >= 2:
        answering = {label for label in counts if label not in asking}
    if not asking or not answering:
        return frozenset()
    if sum(counts[label] for label in asking) < 2 and not asking & _ALONE:
        return frozenset()
    return frozenset(asking | answering)


def is_asking(label: str) -> bool:
    """Whether a label belongs to whoever asks."""
    return bool(_ASKING.search(label))


def take_label(text: str, labels: frozenset[str]) -> tuple[str | None, str]:
    """The label in front of a turn and the text without it."""
    match = _LABEL.match(text[:24])
    if match and match["label"].strip() in labels:
        return match["label"].strip(), text[match.end() :].strip()
    return None, text
