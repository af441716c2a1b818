"""Words that announce or follow a person's name, found in one pass over a text."""

from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from models.language.lexicon import load
from models.language.names.automaton import longest_of
from models.language.names.joined import JoinedText

POST_WEIGHT = 4
_IN_A_PARTY_GROUP = ("书记", "副书记", "成员")  # 党组成员 behind a name


@dataclass(frozen=True)
class Cues:
    """Weights of cues by position: where a name may start, and where it may end."""

    starts: dict[int, int]  # end of a word that announces a name → weight
    ends: dict[int, int]  # start of a word that follows a name → weight


@cache
def post_heads() -> tuple[str, ...]:
    """All nouns that end a post, sorted."""
    return tuple(sorted({head for entry in load("posts")["post"] for head in entry["heads"]}))


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, list[tuple[int, int]]]:
    """The automaton over all cue words, and for each its weights as announcer and follower."""
    before = {w: entry["weight"] for entry in load("persons")["before"] for w in entry["words"]}
    after = {w: entry["weight"] for entry in load("persons")["after"] for w in entry["words"]}
    for head in post_heads():
        before[head] = after[head] = POST_WEIGHT
        before["副" + head] = after["副" + head] = POST_WEIGHT
    for post in (kept + head for kept in load("posts")["kept"] for head in _IN_A_PARTY_GROUP):
        before[post] = after[post] = POST_WEIGHT
    words = sorted(before | after)
    weights = [(before.get(word, 0), after.get(word, 0)) for word in words]
    return longest_of(words), weights


def find_cues(joined: JoinedText) -> Cues:
    """Every cue word of the texts; of words that overlap, the longer one counts."""
    matcher, weights = _automaton()
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for word, start, end in joined.matches(matcher):
        announces, follows = weights[word]
        if announces:
            starts[end] = announces
        if follows:
            ends[start] = follows
    return Cues(starts, ends)
