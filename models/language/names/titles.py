"""Finds documents: titled texts between 《》, titles inside a title included in it."""

import re
from functools import cache
from itertools import pairwise

import polars as pl

from models.language.lexicon import load
from models.language.names import candidates
from models.language.names.candidates import Candidate

_MARKED = re.compile(r"《(?:[^《》\n]|《[^《》\n]*》)+》")
# 《海岸带保护条例》（以下简称《条例》）
_ABBREVIATED = re.compile(r"[（(](?:以下|下|后)?(?:文)?(?:统称|简称|称)(?:为)?[：:]?[《“\"]?$")
SHORT_TITLE = 8  # characters that a title needs at most to stand for a longer one


@cache
def _media() -> re.Pattern[str]:
    """Names of newspapers and magazines, which are bodies and no documents."""
    words = load("titles")
    return re.compile(
        rf"^(?:{'|'.join(words['media'])}|.{{1,8}}(?:{'|'.join(words['media_ends'])}))$"
    )


def is_medium(title: str) -> bool:
    """Whether the words between 《》 name a newspaper, a magazine or a news agency."""
    return _media().match(title) is not None


def full_title(short: str, titles: list[str]) -> str:
    """The title that `short` abbreviates among the titles of its article, else `short`."""
    if len(short) > SHORT_TITLE:
        return short
    longer = [title for title in titles if len(title) > len(short) and _core(title).endswith(short)]
    return longer[0] if longer else short


def _core(title: str) -> str:
    """A title without what parentheses add at its end: （试行）."""
    return re.sub(r"[（(][^（）()]*[）)]$", "", title)


def _introduced(text: str, found: list[tuple[int, int, str]]) -> dict[str, str]:
    """Short titles that the text itself introduces behind the full ones."""
    return {
        short: full
        for (_, end, full), (start, _, short) in pairwise(found)
        if _ABBREVIATED.fullmatch(text, end, start)
    }


def find_documents(articles: pl.DataFrame) -> pl.DataFrame:
    """Candidates for documents; a short title is resolved to the full one in its article."""
    rows = []
    marked = articles.filter(pl.col("text").str.contains("《", literal=True))
    for article_id, text in marked.select("article_id", "text").iter_rows():
        found = [
            (match.start(), match.end(), match.group()[1:-1].strip())
            for match in _MARKED.finditer(text)
        ]
        found = [item for item in found if item[2] and not is_medium(item[2])]
        introduced = _introduced(text, found)
        titles = list(dict.fromkeys(title for _, _, title in found))
        for start, end, title in found:
            name = introduced.get(title) or full_title(title, titles)
            rows.append(Candidate(article_id, start, end, "document", text[start:end], name))
    return candidates.from_rows(rows)
