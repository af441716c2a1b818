"""Where it is: the place named nearest, words that stand for it, and the article's own."""

import pytest

from tests.models.language.numbers.naming import place_of


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("<河湾市>建成泵站◯座。", "河湾市"),
        ("<河湾市>经济增速高于<全国>◯个百分点。", "河湾市"),
        ("截至5月，<全国>共有泵站◯座。", "全国"),
        ("商务部门考核了<全国>◯家开发区。", "全国"),
        ("<河湾市>做三件事：一是建成<下坡县>基地；二是提高配套率◯%。", "河湾市"),
        ("其中，<上坡县>完成◯亿元；<下坡县>完成2亿元。", "上坡县"),
    ],
)
def test_the_nearest_place_counts_unless_it_is_a_yardstick(text: str, place: str) -> None:
    assert place_of(text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("<上坡镇>在<河湾市>北部。全镇种茶◯亩。", "上坡镇"),
        ("<竹桥老街>到了。<河湾市>旅游局高兴，老街接待游客◯人。", "竹桥老街"),
        ("<云台景区>到了。<河湾市>已有4A级景区◯家。", "河湾市"),
    ],
)
def test_a_word_stands_for_the_last_place_of_its_kind(text: str, place: str) -> None:
    assert place_of(text) == place


@pytest.mark.parametrize(
    ("text", "header", "place"),
    [
        ("<河湾市>很大。<东海>很蓝。\n种茶◯亩。", "河湾市茶事", "河湾市"),
        ("<全国>产茶，<我国>种茶，<全国>喝茶，<东海>也有茶。\n种茶◯亩。", "茶事", "全国"),
    ],
)
def test_without_a_place_the_article_s_own_is_meant(text: str, header: str, place: str) -> None:
    assert place_of(text, header=header) == place


def test_a_report_does_not_stay_where_one_sentence_was() -> None:
    text = "<河湾市>提速，<河湾市>向好。<东港>货运增长。出口◯亿元。"
    assert place_of(text) == "东港"
    assert place_of(text, is_report=True) == "河湾市"


def test_what_lies_at_a_place_is_not_the_place() -> None:
    assert place_of("<上坡县>地处<云岭高原>，种茶◯亩。") == "上坡县"


def test_a_place_named_once_in_passing_gives_way_to_the_article_s_own() -> None:
    text = "<河湾市>提速，<河湾市>向好。\n货物运往<东港>码头。出口◯亿元。"
    assert place_of(text) == "河湾市"


def test_a_road_crosses_places_and_is_none() -> None:
    text = "<河林高速>全长91公里，<河湾市>境内设隧道5座。<河林高速>路基宽度◯米。"
    assert place_of(text, header="河湾市修路") == "河湾市"
