"""Parts of speech of a clause, in which each statistical term is one noun."""

from functools import cache

import rjieba

from models.language import lexicon


@cache
def _segmenter() -> rjieba.Jieba:
    """The dictionary with the words of `statistical_terms.toml`."""
    segmenter = rjieba.Jieba()
    for word in lexicon.load("statistical_terms")["words"]:
        segmenter.add_word(word, None, "n")
    return segmenter


def tag(text: str) -> list[tuple[str, str]]:
    """The words of a text with their tags."""
    return _segmenter().tag(text)
