"""Which events are found: congresses, sessions, named meetings, fairs and contests."""

import polars as pl
import pytest

from models.language.names.events import find_events
from models.language.names.words import Words


def events(text: str) -> list[tuple[str, str]]:
    """Text and canonical name of each event of one article."""
    articles = pl.DataFrame({"article_id": ["a"], "text": [text]})
    found = find_events(articles, Words(articles)).sort("start_offset")
    return [(row["text"], row["name"]) for row in found.iter_rows(named=True)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("学习党的二十大精神", "党的二十大"),
        ("十八大以来，", "党的十八大"),
        ("中国共产党第十九次全国代表大会召开", "党的十九大"),
        ("传达十九届六中全会精神", "党的十九届六中全会"),
        ("党的第二十届中央委员会第四次全体会议", "党的二十届四中全会"),
    ],
)
def test_forms_of_a_party_congress_have_one_name(text: str, name: str) -> None:
    assert [found for _, found in events(text)] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("出席第三届海洋经济合作论坛。", ["第三届海洋经济合作论坛"]),
        ("召开全市基层治理工作座谈会。", ["全市基层治理工作座谈会"]),
        ("在滨海市七届人大二次会议上", ["滨海市七届人大二次会议"]),
        ("夺得全国青年羽毛球锦标赛冠军", ["全国青年羽毛球锦标赛"]),
        ("办好第138届广交会。", ["第138届广交会"]),
        ("参加天津国际渔具展。", ["天津国际渔具展"]),
        ("促进天津国际渔港发展。", []),
        ("走进天津国际会展中心。", []),
        ("这是综合性海洋论坛。", []),
        ("召开庆祝建校70周年暨“渔港先锋”表彰大会。", ["庆祝建校70周年暨“渔港先锋”表彰大会"]),
        ("出席海澄学院成立六十周年纪念大会。", ["海澄学院成立六十周年纪念大会"]),
        ("支持办好四国领导人滨海会晤。", ["四国领导人滨海会晤"]),
        ("举行“渔风卫士”联合军演。", ["“渔风卫士”联合军演"]),
        ("中方是渔业合作论坛成员国。", ["渔业合作论坛"]),
        ("举办全省管干部学习贯彻海洋文化精神研讨班。", ["全省管干部学习贯彻海洋文化精神研讨班"]),
        ("省委海洋工作会议部署", ["省委海洋工作会议"]),
        ("举办第二十一届滨海渔具服装节。", ["第二十一届滨海渔具服装节"]),
        ("在党的渔业舆论工作座谈会上", ["党的渔业舆论工作座谈会"]),
        ("滨海市第十六次党代会闭幕。", ["滨海市第十六次党代会"]),
        ("写进滨海市党代会。", []),
        ("举办滨海市优秀渔民评选。", ["滨海市优秀渔民评选"]),
        ("中央财经委员会第九次会议召开。", ["中央财经委员会第九次会议"]),
        ("参加第三届滨海渔业与海洋文化论坛。", ["第三届滨海渔业与海洋文化论坛"]),
        ("召开专题会议。", []),
        ("在人民大会堂会见", []),
        ("选举他为人民代表大会代表", []),
        ("本次大会上", []),
    ],
)
def test_named_meetings_are_events_and_kinds_of_meetings_are_not(
    text: str, names: list[str]
) -> None:
    assert [found for found, _ in events(text)] == names
