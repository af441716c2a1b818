"""Which posts are read beside the names of persons.

In the texts, [P:…], [O:…] and [L:…] mark persons, bodies and places.
"""

import re

import pytest

from models.language.lexicon import load
from models.language.names.appointments import AppointmentReader, Spans
from models.language.names.posts import Span, Unit


def read(marked: str) -> list[tuple[str, str, str | None]]:
    """Person, title and body (with its committee or department) of each statement."""
    text, spans = "", {"P": [], "O": [], "L": []}
    for part in re.split(r"(\[[POL]:[^\]]+\])", marked):
        if part.startswith("["):
            name = part[3:-1]
            spans[part[1]].append(Span(len(text), len(text) + len(name), name))
            text += name
        else:
            text += part
    statements = AppointmentReader(text, Spans(*spans.values())).appointments()
    return [(said.person.name, said.unit.title, _body(said.unit)) for said in statements]


def _body(unit: Unit) -> str | None:
    named = unit.body or unit.place
    whole = (named.name if named else "") + unit.suffix + unit.department + unit.printed
    return whole or None


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "[O:滨海市教育局]党组书记、局长[P:郭建明]介绍",
            [("郭建明", "党组书记", "滨海市教育局"), ("郭建明", "局长", "滨海市教育局")],
        ),
        ("[L:滨海市]市长[P:郭建明]", [("郭建明", "市长", "滨海市")]),
        ("[O:青石集团]党委书记[P:郭建明]", [("郭建明", "书记", "青石集团党委")]),
        (
            "[O:青石银行]党委书记、董事长[P:郭建明]",
            [("郭建明", "书记", "青石银行党委"), ("郭建明", "董事长", "青石银行")],
        ),
        ("[O:柳湾村党支部]书记[P:郭建明]", [("郭建明", "党支部书记", "柳湾村党支部")]),
        ("[L:柳湾村]党支部书记[P:郭建明]", [("郭建明", "党支部书记", "柳湾村党支部")]),
        ("[O:青石纸业]电气主任[P:郭建明]说", [("郭建明", "电气主任", "青石纸业")]),
        (
            "[O:市委]常委、组织部部长[P:郭建明]",
            [("郭建明", "常委", "市委"), ("郭建明", "部长", "市委组织部")],
        ),
        ("[O:市委宣传部]长[P:郭建明]", [("郭建明", "部长", "市委宣传部")]),
        ("身为[O:滨海市教育局]副局长的[P:郭建明]说", [("郭建明", "副局长", "滨海市教育局")]),
        ("[O:滨海市教育局]副局长的[P:郭建明]说", []),
        (
            "[O:青石学校]开学。该校党委书记[P:郭建明]说",
            [("郭建明", "书记", "青石学校党委")],
        ),
        (
            "[O:滨海市教育局]局长[P:丁一]，党组成员、副局长[P:郭建明]参加",
            [
                ("丁一", "局长", "滨海市教育局"),
                ("郭建明", "党组成员", "滨海市教育局"),
                ("郭建明", "副局长", "滨海市教育局"),
            ],
        ),
        (
            "[P:郭建明]，男，汉族，历任[O:滨海市教育局]科长、[O:石岭县委]书记，现任[L:滨海市]副市长。",
            [
                ("郭建明", "科长", "滨海市教育局"),
                ("郭建明", "书记", "石岭县委"),
                ("郭建明", "副市长", "滨海市"),
            ],
        ),
        ("[O:滨海市教育局]副局长：[P:郭建明]", [("郭建明", "副局长", "滨海市教育局")]),
        ("[P:郭建明]总书记", [("郭建明", "总书记", None)]),
        ("国家主席[P:郭建明]会见", [("郭建明", "国家主席", None)]),
        (
            "[O:市政协]主席[P:郭建明]，副主席[P:丁一]、[P:魏昭]出席",
            [
                ("郭建明", "主席", "市政协"),
                ("丁一", "副主席", "市政协"),
                ("魏昭", "副主席", "市政协"),
            ],
        ),
        ("[O:市教育局]局长\n[P:郭建明]", [("郭建明", "局长", "市教育局")]),
        ("[P:郭建明]\n[O:市教育局]局长\n他说", [("郭建明", "局长", "市教育局")]),
        ("[P:郭建明]（[O:青石集团]董事长）", [("郭建明", "董事长", "青石集团")]),
        ("[P:郭建明]任[O:市教育局]局长。", [("郭建明", "局长", "市教育局")]),
        ("[P:郭建明]，[O:市教育局]原副局长。", [("郭建明", "原副局长", "市教育局")]),
        (
            "[O:市教育局]召开会议。局党组成员、副局长[P:郭建明]表示",
            [("郭建明", "党组成员", "市教育局"), ("郭建明", "副局长", "市教育局")],
        ),
        (
            "[O:市教育局]党组书记、局长，[O:市委工委]书记[P:郭建明]",
            [
                ("郭建明", "党组书记", "市教育局"),
                ("郭建明", "局长", "市教育局"),
                ("郭建明", "书记", "市委工委"),
            ],
        ),
        ("[L:彰水县]长[P:郭建明]", [("郭建明", "县长", "彰水县")]),
        ("[O:科技部]火炬中心主任[P:郭建明]", [("郭建明", "主任", "科技部火炬中心")]),
        (
            "[O:市政协]副主席兼秘书长[P:郭建明]",
            [("郭建明", "副主席", "市政协"), ("郭建明", "秘书长", "市政协")],
        ),
        (
            "[O:青石集团]董事长[P:郭建明]、高级总裁[P:丁一]",
            [("郭建明", "董事长", "青石集团"), ("丁一", "高级总裁", "青石集团")],
        ),
        ("[L:乐土国]国防部长[P:郭建明]", [("郭建明", "部长", "乐土国国防部")]),
        ("黑水国防委员会副委员长[P:郭建明]", [("郭建明", "副委员长", "黑水国防委员会")]),
        ("中国驻[L:乐土国]大使[P:郭建明]", [("郭建明", "驻乐土国大使", None)]),
        ("[O:乐土组织]现任总干事[P:郭建明]", [("郭建明", "总干事", "乐土组织")]),
        ("[L:柳湾村]村委会主任[P:郭建明]", [("郭建明", "主任", "柳湾村村委会")]),
        (
            "市长[P:郭建明]，[O:市委]常委、[O:新城管委会]主任[P:丁一]",
            [("郭建明", "市长", None), ("丁一", "常委", "市委"), ("丁一", "主任", "新城管委会")],
        ),
    ],
)
def test_posts_are_split_and_their_bodies_told(
    text: str, posts: list[tuple[str, str, str | None]]
) -> None:
    assert read(text) == posts


@pytest.mark.parametrize(
    "text",
    [
        "村民[P:郭建明]说",
        "[O:滨海大学]教授[P:郭建明]",
        "本报记者[P:郭建明]",
        "我代表[P:郭建明]讲话",
        "全国劳动模范[P:郭建明]",
        "[P:郭建明]委员会",
        "[O:市教育局]局长郭某。[P:丁一]说",
    ],
    ids=[
        "occupation", "academic title", "byline role", "verb", "honour", "longer word", "sentence",
    ],
)  # fmt: skip
def test_what_is_no_post_gives_no_statement(text: str) -> None:
    assert read(text) == []


def test_every_kind_of_post_accepts_and_refuses_its_examples() -> None:
    name = "贺志远"
    for entry in load("posts")["post"]:
        for text in entry["yes"]:
            marked = text.replace(name, f"[P:{name}]").replace("滨海市", "[O:滨海市]")
            assert read(marked), (entry["id"], text)
        for text in entry["no"]:
            marked = text.replace(name, f"[P:{name}]").replace("滨海市", "[O:滨海市]")
            assert not read(marked), (entry["id"], text)


def test_each_line_of_a_list_of_leaders_speaks_of_the_name_at_its_head() -> None:
    text = (
        "[P:郭建明]党组书记、局长\n"
        "[P:丁一鸣]党组成员、副局长\n"
        "[P:常立民]巡视员、[O:律师协会]党委书记"
    )
    assert read(text) == [
        ("郭建明", "党组书记", None),
        ("郭建明", "局长", None),
        ("丁一鸣", "党组成员", None),
        ("丁一鸣", "副局长", None),
        ("常立民", "巡视员", None),
        ("常立民", "书记", "律师协会党委"),
    ]
