"""Credits as newspapers print them."""

import pytest

from models.reading.credits import bare_names, credits_of, split_photo_credit
from models.reading.names import split_names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("■本报记者 石磊 江宁", [("石磊", "记者"), ("江宁", "记者")]),
        ("本报记者 石磊 本报通讯员 江宁", [("石磊", "记者"), ("江宁", "通讯员")]),
        ("□本报记者石大磊通讯员江小宁文/图", [("石大磊", "记者"), ("江小宁", "通讯员")]),
        (
            "■记者 石磊 通讯员 江宁 高远 摄",
            [("石磊", "记者"), ("江宁", "通讯员"), ("高远", "通讯员")],
        ),
        ("海州晚报·海州云记者 石磊", [("石磊", "记者")]),
        ("东湖日报记者 石磊", [("石磊", "记者")]),
        ("本报驻某国记者 石磊", [("石磊", "记者")]),
        ("策划:石磊", [("石磊", "策划")]),
        ("责任编辑: 石磊 ", [("石磊", "责任编辑")]),
        (
            "【 编辑：石磊  作者：江宁 高远】",
            [("石磊", "编辑"), ("江宁", "作者"), ("高远", "作者")],
        ),
        ("作者：石磊;江宁;高远", [("石磊", "作者"), ("江宁", "作者"), ("高远", "作者")]),
        ("记者|石磊", [("石磊", "记者")]),
        ("（文/石磊 集团党办）", [("石磊", "文")]),
        ("石秋生摄（新华社发）", [("石秋生", "摄")]),
        ("新华社记者 石磊摄", [("石磊", "记者")]),
        ("新华社发", []),
        ("新华社记者", []),
        ("（视频编辑：石磊 文字编辑：江宁）", [("石磊", "视频编辑"), ("江宁", "文字编辑")]),
        ("责任编辑：石磊 SF031", [("石磊", "责任编辑")]),
        ("一版责编：石 磊 江小宁", [("石磊", "责编"), ("江小宁", "责编")]),
        ("by 石磊", [("石磊", "by")]),
        ("本报记者 石磊/文 江宁/图", [("石磊", "文"), ("江宁", "图")]),
        ("（石磊 文/摄）", [("石磊", "文/摄")]),
        ("文|石磊 编辑|江宁", [("石磊", "文"), ("江宁", "编辑")]),
        ("本文作者：石磊", [("石磊", "作者")]),
        ("视频截图", []),
    ],
)
def test_credits_are_told_apart(line: str, names: list[tuple[str, str]]) -> None:
    found = credits_of(line)
    assert found is not None
    assert [tuple(credit) for credit in found] == names


@pytest.mark.parametrize(
    "line",
    [
        "记者从会上获悉，全市今年新增就业三万人",
        "记者手记",
        "文案专员",
        "界面创意手绘",
        "本报记者走访了五个村庄",
        "编辑出版的图书超过百种",
        "他是一名记者。",
        "（）",
        "",
        "摄",
    ],
)
def test_other_lines_are_no_credits(line: str) -> None:
    assert credits_of(line) is None


@pytest.mark.parametrize(
    ("run", "names"),
    [
        ("石磊", ["石磊"]),
        ("石大磊江小宁", ["石大磊", "江小宁"]),
        ("石磊江小宁", ["石磊", "江小宁"]),
        ("欧阳小宁石磊", ["欧阳小宁", "石磊"]),
        ("阿卜杜拉·萨苏尔", ["阿卜杜拉·萨苏尔"]),
    ],
)
def test_names_run_together_are_split_at_surnames(run: str, names: list[str]) -> None:
    assert split_names(run) == names


@pytest.mark.parametrize(
    ("line", "name"),
    [("石 磊", "石磊"), ("江小宁", "江小宁"), ("路径", "路径"), ("关于水的记忆", None)],
)
def test_a_bare_name_has_the_shape_of_one(line: str, name: str | None) -> None:
    found = bare_names(line)
    assert (found[0].name if found else None) == name


def test_a_caption_gives_its_credit_away() -> None:
    assert split_photo_credit("县长作工作报告。本报记者 石磊 摄") == (
        "县长作工作报告。",
        [("石磊", "记者")],
    )
    assert split_photo_credit("他说，这张照片是石磊拍摄的。") is None
