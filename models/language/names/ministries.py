"""Finds ministries of countries that are printed with one character: 俄国防部."""

import re
from collections.abc import Iterator

from models.language.lexicon import load
from models.language.names.aliases import Named

_MINISTRY = re.compile(
    "(?:国防部|外交部|国务院|财政部|商务部|司法部|能源部|总统府|武装力量总参谋部(?:总局)?)(?![门长])"
    "|(?P<of_japan>外务省|防卫省|厚生劳动省|经济产业省|国土交通省|文部科学省)"
)


def ministries_abroad(text: str) -> Iterator[Named]:
    """The ministries of one text: 俄国防部, but neither 中俄外交部门 nor 20日外交部."""
    countries = load("organizations")["countries_cut"]
    for match in _MINISTRY.finditer(text):
        start = match.start() - 1
        country, before = text[start : match.start()], text[start - 1 : start]
        if country not in countries or (country == "日") != (match["of_japan"] is not None):
            continue
        if before != "中" and before not in countries and not before.isdecimal():
            name = countries[country] + match.group()
            yield Named(start, match.end(), name, known=True)
