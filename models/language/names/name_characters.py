"""How strongly characters speak for the name of a Chinese person.

Weights are natural logarithms of likelihood ratios (`lexicon/name_characters.toml`); they add up.
"""

from functools import cache

from models.language.lexicon import load

UNLISTED: int = load("name_characters")["unlisted"]  # of a character in a given name
COMPOUND_WEIGHT = 4  # a compound surname is rarely anything else


def _weights(kind: str) -> dict[str, int]:
    return {
        character: band["weight"]
        for band in load("name_characters")[kind]
        for line in band["characters"]
        for character in line
    }


@cache
def surnames() -> dict[str, int]:
    """Weight of each surname of one or two characters."""
    rare = dict.fromkeys(load("persons")["rare_surnames"], -1)
    compound = dict.fromkeys(load("name_characters")["compound_surnames"], COMPOUND_WEIGHT)
    return rare | _weights("surname") | compound


@cache
def given() -> dict[str, int]:
    """Weight of each character of given names."""
    return _weights("given")
