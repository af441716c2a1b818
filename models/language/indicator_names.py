"""Makes the printed names of indicators comparable: 5G基站新增数 and 新增5G基站 are one series.

Names are unified only where the meaning stays: spelling, word order, an agent or scope in front
that place and body already tell, a counting word at the end. What is counted is never changed.
"""

from functools import cache
from typing import Any

import polars as pl

from models.language.lexicon import entries

_SPACES_AND_MARKS = r"[\s“”‘’\"'「」『』《》]"
# The scope stands in metrics.place_id; these words only repeat it.
_SCOPE = r"^(?:全[国省市县区州盟旗镇乡村]|[我本该][省市县区州镇村])(?:的)?(?P<rest>..+)$"
_LIGHT_VERB = r"^(?:实现|完成|达到|拥有|共有|现有|已有|建有|其中)(?P<rest>..+)$"
_YEAR_LAST = r"^(?P<rest>..+?)(?:19|20)\d\d年$"
# 基站新增数, 企业净增数量 → 新增基站, 净增企业
_CHANGE_LAST = r"^(?P<what>..+?)(?P<change>新增|净增)(?:数量|个数|户数|数|量)?$"
# 企业总数, 项目数量, 基站个数 → 企业, 项目, 基站; 人数 and 指数 are names of their own.
_COUNT_LAST = r"^(?P<what>.+[^人指系基参总级倍岁分])(?:总数量|总数|数量|个数|户数|家数|数)$"


def comparable(indicator: pl.Expr) -> pl.Expr:
    """The comparable name of each printed indicator; never empty."""
    name = indicator.str.normalize("NFKC").str.replace_all(_SPACES_AND_MARKS, "")
    for words_around in (_SCOPE, _LIGHT_VERB, _YEAR_LAST):
        name = name.str.replace(words_around, "${rest}")
    name = name.str.replace(_CHANGE_LAST, "${change}${what}").str.replace(_COUNT_LAST, "${what}")
    return pl.when(name == "").then(indicator).otherwise(with_standard_words(name))


def known_forms() -> list[str]:
    """Every form of an indicator that the lexicon lists."""
    forms = {form for entry in _synonyms() for form in [*entry["words"], entry["standard"]]}
    return sorted(forms)


def with_standard_words(name: pl.Expr) -> pl.Expr:
    """Names with the lexicon's synonyms replaced."""
    inside = _replacements(whole=False)
    # A standard form stands for itself, so that 固定资产投资 is not found to hold 固投.
    kept = {word: word for word in [*inside.values(), *_exceptions()]}
    replacements = inside | kept
    words = sorted(replacements, key=len, reverse=True)
    replaced = name.str.replace_many(words, [replacements[word] for word in words], leftmost=True)
    return replaced.replace(_replacements(whole=True)).str.replace(_named_place(), "${rest}")


def _synonyms() -> tuple[dict[str, Any], ...]:
    return entries("indicator_names", "synonym")


@cache
def _replacements(*, whole: bool) -> dict[str, str]:
    return {
        word: entry["standard"]
        for entry in _synonyms()
        if entry.get("whole", False) == whole
        for word in entry["words"]
    }


@cache
def _named_place() -> str:
    """A division in front of a standard indicator: 海东市地区生产总值. It stands in place_id."""
    standards = "|".join(sorted({entry["standard"] for entry in _synonyms()}))
    return rf"^\p{{Han}}{{1,6}}[省市县区州](?P<rest>{standards})$"


@cache
def _exceptions() -> list[str]:
    return [word for entry in _synonyms() for word in entry.get("except", ())]
