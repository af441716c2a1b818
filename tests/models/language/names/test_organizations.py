"""Which bodies are found in running text, and what each of them is called in full."""

import pytest

from .naming import bodies, readings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("威海市工信局印发方案。", ["威海市工业和信息化局"]),
        ("威海市召开会议。市委、市政府部署，市纪委监委督办。",
         ["中共威海市委员会", "威海市人民政府", "威海市纪委监委"]),
        ("威海市召开会议。省委组织部、市直机关工委参加。",
         ["中共山东省委组织部", "中共威海市委市直机关工作委员会"]),
        ("威海市委常委、组织部部长出席。", ["中共威海市委员会", "中共威海市委组织部"]),
        ("晋江县委、晋江县政府联合发文。", ["中共晋江县委员会", "晋江县人民政府"]),
        ("党中央、国务院高度重视，国家发改委公布数据。",
         ["中国共产党中央委员会", "国务院", "国家发展和改革委员会"]),
    ],
    ids=["department", "of the city", "of other levels", "elided", "of the past", "national"],
)  # fmt: skip
def test_party_and_government_are_written_out(text: str, found: list[str]) -> None:
    assert bodies(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("培育了海澄集团、苏州悦昇电气有限公司。", ["海澄集团", "苏州悦昇电气有限公司"]),
        ("记者从济宁海关、济宁供电公司了解到。", ["济宁海关", "济宁供电公司"]),
        ("南京理工大学和深圳市家具协会签约。", ["南京理工大学", "深圳市家具协会"]),
        ("国家统计局江苏调查总队公布数据。", ["国家统计局江苏调查总队"]),
        ("崖西镇柳家庄村党委组织学习。", ["崖西镇柳家庄村党委"]),
        ("《人民日报》、新华社报道。", ["人民日报", "新华社"]),
        ("悦昇（苏州）有限公司投产。", ["悦昇（苏州）有限公司"]),
        ("威海市人民医院北院、南京大学口腔医院苏州医院开诊。",
         ["威海市人民医院北院", "南京大学口腔医院苏州医院"]),
        ("威海医科大学、威海实验室揭牌。", ["威海医科大学", "威海实验室"]),
        ("俄国防部通报，20日外交部表示。", ["俄罗斯国防部", "外交部"]),
        ("国务院渔业振兴工作委员会、巴西渔业安全委员会开会。",
         ["国务院渔业振兴工作委员会", "巴西渔业安全委员会"]),
        ("威海市第一中学、威海市立医院、威海军分区参加。",
         ["威海市第一中学", "威海市立医院", "威海军分区"]),
        ("中国移动威海分公司签约。", ["中国移动威海分公司"]),
        ("威海市计划新建学校3所，威海市新建医院。", []),
        ("威海石油大学（苏州）招生。", ["威海石油大学（苏州）"]),
        ("北交所上市公司增多。", ["北京证券交易所"]),
    ],
    ids=["companies", "branches", "school", "joined", "village", "media", "bracket",
         "houses", "one word", "country cut", "committees", "numbered", "branch", "clause",
         "campus in brackets", "kind"],
)  # fmt: skip
def test_other_bodies_keep_the_name_as_printed(text: str, found: list[str]) -> None:
    assert bodies(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "开创新格局，顾全大局，开好局。",
        "上市公司和行业协会参加，该局、我局、局党组负责。",
        "大庆市推行政府采购，完善政府性基金管理。",
        "深圳建设国际科技产业创新中心。",
        "服务各级党委、农村信用社和子公司。",
        "全市召开大会，市委部署。",
    ],
)
def test_common_nouns_and_relative_names_without_context_are_no_bodies(text: str) -> None:
    assert bodies(text) == []


def test_another_city_named_in_passing_does_not_take_over_the_committee() -> None:
    text = "威海市召开会议。威海各部门参加。考察组到过杭州市。市委作出部署。"
    assert bodies(text) == ["中共威海市委员会"]


def test_shorter_forms_are_the_body_that_the_article_names_in_full() -> None:
    text = (
        "福娃集团有限公司扩产。福娃集团负责人说，平山县脱贫攻坚会战指挥部很支持。脱贫攻坚会战指挥部"
    )
    assert bodies(text) == ["福娃集团有限公司"] * 2 + ["平山县脱贫攻坚会战指挥部"] * 2


def test_the_beginning_of_a_company_s_name_is_the_company() -> None:
    text = "江苏悦昇风电设备有限公司投产。培育了悦昇风电、海澄光伏等一批企业。"
    assert bodies(text) == ["江苏悦昇风电设备有限公司"] * 2 + ["海澄光伏"]


def test_a_party_unit_is_the_body_itself() -> None:
    (reading,) = readings("济宁市纪委监委机关第一党支部开展活动。")
    assert bodies(reading.text) == ["济宁市纪委监委"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("培育了圣源电源、新风光电子等一批骨干企业。", ["圣源电源", "新风光电子"]),
        ("支持恩海浦、鸿富达、壳岩等37家企业发展。", ["恩海浦", "鸿富达", "壳岩"]),
        ("纺织、服装、食品等企业开工。", []),
    ],
)
def test_a_list_of_companies_says_so_behind_it(text: str, found: list[str]) -> None:
    assert bodies(text) == found


def test_the_party_centre_beside_another_ruling_party_is_left_out() -> None:
    assert "中国共产党中央委员会" not in bodies("劳动党召开会议，党中央作出决议。")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("走进零榆科技。零榆科技创始人介绍，零榆科技建厂。", ["零榆科技"] * 3),
        ("恩禾浦是国内最早的一批芯片企业。恩禾浦投产。", ["恩禾浦", "恩禾浦"]),
        ("以恩禾浦、鸿禾锦为代表的电子产业", ["恩禾浦", "鸿禾锦"]),
        ("蒋明亮董事长介绍", []),
    ],
)
def test_a_company_without_a_telling_last_word_is_known_by_what_is_said_of_it(
    text: str, found: list[str]
) -> None:
    assert bodies(text) == found


def test_companies_of_one_group_stay_apart() -> None:
    assert bodies("青核集团和青核建设集团重组。") == ["青核集团", "青核建设集团"]


def test_bodies_of_the_city_need_no_word_before_their_last_one() -> None:
    text = "威海市召开会议，市人民医院、市律师协会和市公证协会参加。"
    assert bodies(text) == ["威海市人民医院", "威海市律师协会", "威海市公证协会"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("中国海洋和社会保障科学研究院成立。", ["中国海洋和社会保障科学研究院"]),
        ("山东大学和海洋学院签约。", ["山东大学", "海洋学院"]),
        ("俄罗斯国防部表示。", ["俄罗斯国防部"]),
        ("广西壮族自治区召开会议，自治区党委部署。", ["中共广西壮族自治区委员会"]),
        ("海澄集团党委开展活动。", ["海澄集团党委"]),
        ("走进“榆榆”食品集团的车间。", ["榆榆食品集团"]),
        ("由中共福建省委主办。", ["中共福建省委员会"]),
    ],
    ids=["和 inside", "和 between", "ministry abroad", "region", "committee", "quoted", "one word"],
)
def test_bodies_begin_where_their_name_does(text: str, found: list[str]) -> None:
    assert bodies(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("榆盛国际(00917-HK)跌2%。榆盛国际回应。", ["榆盛国际"] * 2),
        ("李澄(02917-HK)涨3%，李澄将扩产。", ["李澄"] * 2),
        ("京东数科(06917-HK)、DSM太平洋(00917-HK)走低，京东上涨。",
         ["京东数科", "DSM太平洋", "京东"]),
        ("买入荣明发展（600917.SH）。", ["荣明发展"]),
        ("概念股走强，李澄、京东数科涨超5%。", ["李澄", "京东数科"]),
        ("恒指跌0.3%，国指涨1.2%，李澄到场。", []),
    ],
    ids=["repeated", "like a person", "around known names", "behind a verb", "moves", "indices"],
)  # fmt: skip
def test_what_only_shares_have_makes_a_company_of_a_name(text: str, found: list[str]) -> None:
    assert bodies(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("国务院渔港安全工作领导小组印发通知。", "国务院渔港安全工作领导小组"),
        ("工信部渔业装备局局长介绍。", "工业和信息化部渔业装备局"),
        ("人民日报福建站的处室参加。", "人民日报福建站"),
        ("中科院青岛分院揭牌。", "中国科学院青岛分院"),
        ("工业和信息化部等部门印发通知。", "工业和信息化部"),
        ("大阪府政府回应。", "大阪府政府"),
        ("俄罗斯武装部队演习。", "俄罗斯武装部队"),
        ("这是沈阳铁路局和旅游部门的安排。", "沈阳铁路局"),
        ("威海市物联网研究院揭牌。", "威海市物联网研究院"),
        ("威海市驻汉办负责人介绍。", "威海市驻汉办"),
    ],
)
def test_parts_of_bodies_are_named_with_them(text: str, found: str) -> None:
    assert bodies(text) == [found]


@pytest.mark.parametrize("text", ["国务院要求成立领导小组。", "工信部推动建设制造业创新中心。"])
def test_what_a_body_does_is_no_part_of_it(text: str) -> None:
    assert len(bodies(text)) == 1


def test_a_group_that_a_body_founds_is_the_body_s() -> None:
    assert bodies("国务院成立渔港安全工作领导小组。") == ["国务院", "国务院渔港安全工作领导小组"]


def test_branches_of_two_banks_in_one_county_are_two() -> None:
    text = "中国建设银行浙江湖州安吉支行放款，农业银行安吉县支行也放款。"
    assert len(set(bodies(text))) == 2
