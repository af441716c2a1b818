"""Whose number it is: subjects, words that stand for them, and who is only mentioned."""

import pytest

from models.language.numbers.bodies import Post
from tests.models.language.numbers.naming import body_of

BUREAU = "{河湾市水务局}"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("今年以来，{河湾市水务局}清理河道◯条。", "河湾市水务局"),
        ("{河湾市水务局}党组先后开展学习◯次。", "河湾市水务局"),
        ("{澄江集团}的营业收入达到◯亿元。", "澄江集团"),
        ("贷款由{河湾银行}发放◯万元。", "河湾银行"),
        ("{河湾市统计局}数据显示，用电量增长◯%。", None),
        ("据{河湾市统计局}统计，用电量增长◯%。", None),
        ("{澄江集团}、{东岸集团}等◯家企业开工。", None),
        ("市民来到{河湾市水务局}门口，领取宣传册◯份。", None),
        ("{河湾市水务局}局长[于海]来到堤上，◯名志愿者正在装沙袋。", None),
    ],
)
def test_the_body_is_the_subject_and_never_only_mentioned(text: str, body: str | None) -> None:
    assert body_of(text) == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("{河湾市水务局}作风过硬。该局清理河道◯条。", "河湾市水务局"),
        ("{河湾市水务局}作风过硬。局党组先后学习◯次。", "河湾市水务局"),
        ("{澄江集团}落户<河湾市>。目前，公司有员工◯人。", "澄江集团"),
        ("{澄江集团}落户<河湾市>。该校有学生◯人。", None),
        ("{河湾市水务局}作风过硬。公司有员工◯人。", None),
    ],
)
def test_a_word_stands_for_the_last_body_of_its_kind(text: str, body: str | None) -> None:
    assert body_of(text) == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("{河湾市水务局}转变作风。先后组织培训◯次。", "河湾市水务局"),
        ("{河湾市水务局}转变作风。通过夜校，培训骨干◯名。", "河湾市水务局"),
        ("{河湾市水务局}转变作风。共有◯家企业提出诉求。", None),
        ("{河湾市水务局}转变作风。村民用水量增长◯%。", None),
        ("{河湾市水务局}转变作风。<河湾市>建成水库◯座。", None),
        ("{河湾市水务局}转变作风。\n先后组织培训◯次。", None),
    ],
)
def test_a_subject_that_is_left_out_is_carried_on_in_the_paragraph(
    text: str, body: str | None
) -> None:
    assert body_of(text) == body


def test_what_a_spokesman_says_is_the_body_s_where_it_names_no_subject() -> None:
    said = "{河湾市水务局}有关负责人介绍说，今年以来，先后组织培训◯次。"
    assert body_of(said) == "河湾市水务局"
    assert body_of("{河湾市水务局}有关负责人介绍说，村民用水量增长◯%。") is None


def test_without_a_subject_an_article_speaks_of_the_body_above_it() -> None:
    text = "{河湾市水务局}是窗口单位。\n先后组织培训◯次。"
    assert body_of(text, header="河湾市水务局：让水更清") == "河湾市水务局"


def test_a_report_of_an_institution_carries_nothing_on() -> None:
    text = "{澄江集团}投产。新增企业◯家。"
    assert body_of(text) == "澄江集团"
    assert body_of(text, is_report=True) is None


POSTS = (
    Post("于海", "河湾市委", None, "常委", "河湾市委"),
    Post("于海", "河湾市水务局", None, "副局长", "河湾市水务局"),
    Post("于海", "河湾市节水办", None, "主任", "河湾市节水办"),
)


def test_in_a_turn_the_speaker_speaks_of_the_body_that_he_heads() -> None:
    text = "[于海]做客本报。\n我们清理河道◯条。"
    assert body_of(text, posts=POSTS, speaker="于海") == "河湾市节水办"


def test_first_person_in_a_quotation_is_the_body_of_who_says_it() -> None:
    post = Post("于海", "澄江集团", None, "董事长", "澄江集团")
    assert body_of("“我们去年投入◯万元。”[于海]说。", posts=(post,)) == "澄江集团"
