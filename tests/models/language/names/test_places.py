"""Which places are found in running text, and which division each of them is."""

import pytest

from models.language.lexicon import load
from models.language.names.divisions import by_name
from models.language.names.gazetteer import landmarks
from models.language.names.readings import Reading

from .naming import places, readings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("考察组先后到浙江省杭州市、嘉兴学习。", ["杭州市", "嘉兴市"]),
        (
            "代表团访问了俄罗斯和埃塞俄比亚首都亚的斯亚贝巴。",
            ["俄罗斯", "埃塞俄比亚", "亚的斯亚贝巴"],
        ),
        ("产品销往长三角和京津冀。", ["长江三角洲", "京津冀"]),
        ("荣成市崖西镇柳家庄村的苹果红了。", ["荣成市崖西镇柳家庄村"]),
        ("记者走进石柳沟水库。", ["石柳沟水库"]),
        ("我国粮食产量创新高。", ["中国"]),
    ],
    ids=["chain", "abroad", "regions", "village", "feature", "own country"],
)
def test_places_are_found_under_their_canonical_names(text: str, found: list[str]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "绿水青山就是金山银山。",
        "加快新建县级医院。",
        "这是新时代中国特色社会主义的要求。",
        "推进农村人居环境整治，建设美丽乡村。",
        "走出一条致富路。",
        "资源共享，合作共赢，富裕和平。",
        "企业进入工业园区，人才进入科技园。",
    ],
)
def test_common_nouns_and_doctrine_are_no_places(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("陕西省召开会议，省图书馆开馆。", ["陕西省", "陕西省图书馆"]),
        ("广西热带雨林国家公园成立。", ["广西热带雨林国家公园"]),
        ("建成三座公园、两个博物馆。", []),
        ("三源河体育馆落成。", ["三源河体育馆"]),
        ("荣成市崖西镇东村种苹果。", ["荣成市崖西镇东村"]),
        ("荣成市北莱村丰收，北莱村的苹果红了。", ["荣成市北莱村", "荣成市北莱村"]),
        ("博鳌海洋旅游先行区揭牌。", ["博鳌海洋旅游先行区"]),
        ("建设海洋旅游先行区。", []),
        ("英国首相访问德国。", ["英国", "德国"]),
        ("他走过青岛路。", ["青岛路"]),
        ("威海市民走进威海市场。", ["威海市", "威海市"]),
        ("抵达威海大水湾机场。", ["威海大水湾机场"]),
        ("威海市新建公园20个，威海市规划产业园3个。", ["威海市", "威海市"]),
        ("黄河新城开建。", ["黄河新城"]),
    ],
    ids=[
        "of the province", "province in the name", "counted", "river in the name",
        "side of a town", "repeated", "town without its last word", "kind", "office behind",
        "street", "end of a word", "airport",
        "clause", "river before a venue",
    ],
)  # fmt: skip
def test_venues_and_villages_are_found_with_what_holds_them(text: str, found: list[str]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("美国军队空袭南贾布里亚州。", ["美国", "南贾布里亚州"]),
        ("美国芝加哥市、底特律市的市场。", ["美国", "芝加哥", "底特律"]),
        ("贾布里亚州是一个名字。", []),
        ("美国和经济大省江苏合作。", ["美国", "江苏省"]),
        ("湖南省长沙市出发，到贞丰、册亨、正安等县。", ["长沙市"]),
        ("贵州省的贞丰、册亨、正安等县。", ["贵州省", "贞丰县", "册亨县", "正安县"]),
    ],
    ids=["side", "city", "no country named", "common noun", "other province", "listed"],
)
def test_places_that_no_list_or_only_a_list_makes_certain(text: str, found: list[str]) -> None:
    assert places(text) == found


EVERYDAY = set(load("places")["everyday"]) - landmarks().keys() - by_name().keys()


@pytest.mark.parametrize("word", sorted(EVERYDAY)[::20])
def test_names_that_are_everyday_words_need_their_parent_before_them(word: str) -> None:
    assert not any(place.startswith(word) for place in places(f"大家都说{word}很好。"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("济宁市召开会议。市中区的代表发言。", "370802"),
        ("乐山市召开会议。市中区的代表发言。", "511102"),
        ("通化县举行活动。", "220521"),
        ("在青岛市，市北区和即墨区的企业参展。即墨的展台人最多。", "370215"),
    ],
)
def test_equal_names_are_told_apart_by_the_places_of_the_article(text: str, code: str) -> None:
    (reading,) = readings(text)
    assert code in {place.code for place in reading.scan.places}


def test_without_evidence_an_ambiguous_name_is_linked_to_no_division() -> None:
    (reading,) = readings("朝阳区的居民来到现场。鼓楼区也有人来。")
    assert {place.code for place in reading.scan.places} == {None}


def test_the_former_name_stays_the_canonical_one_when_it_is_printed() -> None:
    (reading,) = readings("靖西县举行旅游节，靖西的绣球远近闻名。")
    assert {place.code for place in reading.scan.places} == {"451025"}


def test_a_bare_village_is_the_one_printed_with_its_town() -> None:
    text = "荣成市崖西镇柳家庄村种苹果。柳家庄村今年增收。"
    assert places(text) == ["荣成市崖西镇柳家庄村"] * 2


def test_a_town_keeps_the_longest_printed_form_without_the_province() -> None:
    assert places("猴桥镇发生山火。云南省腾冲市猴桥镇已转移群众。") == ["腾冲市猴桥镇"] * 2


def own_city(reading: Reading, word: str = "市") -> str | None:
    division = reading.context.place_of_level(word, len(reading.text))
    return division.name if division else None


@pytest.mark.parametrize(
    ("texts", "columns", "city"),
    [
        (["全市工业增长。"], {"title": "威海：工业稳中有进"}, "威海市"),
        (["全市工业增长。"], {"dateline_place": "济宁"}, "济宁市"),
        (["全市工业增长。"], {"outlet": "济宁日报"}, "济宁市"),
        (["威海市召开会议，全市参加。"], {}, "威海市"),
        (["烟台、威海、潍坊分别签约。\n全市增长。"], {}, None),
        (["全市工业增长。"], {}, None),
    ],
    ids=["title", "dateline", "outlet", "text", "several", "silence"],
)
def test_the_city_an_article_speaks_for(
    texts: list[str], columns: dict[str, str], city: str | None
) -> None:
    assert own_city(readings(*texts, **columns)[0]) == city


def test_articles_of_one_page_lend_their_city_to_one_that_names_none() -> None:
    page = readings("济宁市召开会议。济宁各界参加。", "全市基层工作座谈会召开。")
    assert own_city(page[1]) == "济宁市"


def test_a_county_is_not_lent_to_the_other_articles_of_a_page() -> None:
    page = readings("嘉祥县召开会议。嘉祥各界参加。", "全县座谈会召开。")
    assert own_city(page[1], "县") is None


def test_a_bare_zone_noun_is_the_one_zone_that_the_article_names() -> None:
    text = "天津开发区扩容。走进开发区，国家级开发区增多。天津经济技术开发区签约。"
    assert places(text) == ["天津经济技术开发区"] * 3


def test_a_bare_zone_noun_stands_for_none_of_several_zones() -> None:
    assert places("天津开发区、烟台开发区签约。走进开发区。") == ["天津开发区", "烟台开发区"]


def test_a_venue_keeps_the_name_of_its_city_as_printed() -> None:
    assert places("四川成都天府机场扩建。") == ["成都天府机场"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("来到大屯满族乡路南营村的果园。", ["大屯满族乡路南营村"]),
        ("来到荣成市双柳乡蓝山村。", ["荣成市双柳乡蓝山村"]),
        ("广西北海市召开会议。", ["北海市"]),
        ("还有230万城镇人口。", []),
        ("致富能人孙士河返乡。", []),
    ],
    ids=["township of a people", "unlisted township", "behind a short name", "number", "person"],
)
def test_names_are_read_from_their_own_beginning(text: str, found: list[str]) -> None:
    assert places(text) == found


def test_whoever_holds_an_office_is_no_place() -> None:
    assert places("新加坡总统尚达曼发言。") == ["新加坡"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("合肥都市圈扩容。", ["合肥都市圈"]),
        ("走进崖西镇柳石沟自然村。", ["崖西镇柳石沟自然村"]),
        ("参观威海渔丝馆。", ["威海渔丝馆"]),
        ("烟台商厦开业。", ["烟台商厦"]),
        ("十分钟内上高速，", []),
        ("受太阳能电池出口高速增长拉动", []),
        ("早就是个富裕村，", []),
        ("老宅换楼按面积计算。", []),
    ],
)
def test_venues_end_in_many_words_and_begin_with_a_name(text: str, found: list[str]) -> None:
    assert places(text) == found
