"""The scorer's own tests: what counts as found, as invented, and as neither."""

import json
import tomllib
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quality.annotations import fold, squeeze
from tests.quality.built import Body
from tests.quality.figures import Figure, Figures
from tests.quality.floors import fallen, raised, render
from tests.quality.scoring import score

BODY = "射阳县新增基站12个，办结诉求30件。"


def article(**changes: object) -> dict:
    """An annotated article whose body is BODY."""
    marks = {"body_starts": "射阳县新增", "body_ends": "诉求30件。"}
    return {"key": "A1", "title": "基站", **marks, **changes}


def metric(context: str, text: str, value: float, unit: str, **changes: object) -> dict:
    """An annotated number."""
    uncertain = {f"{column}_certain": False for column in ("period", "place", "organization")}
    number = {"text": text, "value": value, "unit": unit, "indicator": "新增基站"}
    return {"article": "A1", "context": context, **number, **uncertain, **changes}


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    """A warehouse of one document with two metrics, a place and a role."""
    path = tmp_path / "catalog.duckdb"
    with duckdb.connect(path) as connection:
        connection.execute(f"""
            create table documents as select 'd' document_id, 'news/one.txt' path;
            create table articles as select 'd' document_id, 'd-1' article_id, 1 ordinal,
                '基 站' title, null kicker, null subtitle, null series, null outlet, 'news' genre,
                null published_on, null dateline_on, null as_of, null as_of_precision,
                '{BODY}' "text";
            create table metrics as
                select 'd-1' article_id, 7 start_offset, 10 end_offset, '12个' "text",
                    'd-1@7' metric_id, null initiative_id, null base_metric_id,
                    12::double "value", null::double value_high, '个' unit, 'count' dimension,
                    'exact' bound, 'increase' measure, null comparison, 'actual' status,
                    '新增基站' indicator, null::date period_start, null::date period_end,
                    'p' place_id, null organization_id, '{BODY}' sentence
                union all select 'd-1', 15, 18, '30件', 'd-1@15', null, null, 30,
                    null, '件', 'count', 'exact', 'level', null, 'actual',
                    '办结诉求', null, null, 'p', null, '{BODY}';
            create table entities as
                select 'p' entity_id, 'place' type, '射阳县' name
                union all select 'q', 'person', '贺兰' union all select 'o', 'organization', '县委';
            create table mentions as select 'd-1' article_id, 'p' entity_id, '射阳县' "text";
            create table roles as select 'd-1' article_id, 'q' person_id, 'o' organization_id,
                '书记' title;
            create table bylines as select 'd-1' article_id, '贺兰' name, '记者' "role";
        """)
    return path


def scored(catalog: Path, **annotation: list) -> dict[str, Figure]:
    """Figures of one annotation over the catalog."""
    empty = {"articles": [article()], "metrics": [], "entities": [], "roles": []}
    return dict(score(catalog, [{"doc": "one.txt", **empty, **annotation}]))


def test_a_number_with_its_value_and_unit_is_a_hit_and_the_rest_is_invented(catalog: Path) -> None:
    figures = scored(catalog, metrics=[metric("基站12个", "12个", 12, "个")])
    assert figures["metrics.value_unit"] == Figure(hits=1, wrong=1, missed=0)


def test_a_wrong_value_is_missed_and_invented_at_once(catalog: Path) -> None:
    figures = scored(catalog, metrics=[metric("基站12个", "12个", 120, "个")])
    assert figures["metrics.value_unit"] == Figure(hits=0, wrong=2, missed=1)
    assert figures["metrics.span"] == Figure(hits=1, wrong=1, missed=0)


def test_an_ignored_number_is_neither_hit_nor_fault(catalog: Path) -> None:
    ignored = [{"article": "A1", "context": "诉求30件", "text": "30件"}]
    figures = scored(
        catalog, metrics=[metric("基站12个", "12个", 12, "个")], ignored=ignored, not_metrics=[]
    )
    assert figures["metrics.span"] == Figure(hits=1, wrong=0, missed=0)


def test_a_trap_taken_for_a_metric_is_invented(catalog: Path) -> None:
    traps = [{"article": "A1", "context": "诉求30件", "text": "30件"}]
    figures = scored(catalog, not_metrics=traps)
    assert figures["metrics.span"] == Figure(hits=0, wrong=2, missed=0)


def test_an_alternative_reading_is_as_good(catalog: Path) -> None:
    annotated = metric("基站12个", "12个", 12, "座", unit_alternatives=["个"], measure="level")
    figures = scored(catalog, metrics=[{**annotated, "measure_alternatives": ["increase"]}])
    assert figures["metrics.value_unit"].hits == 1
    assert figures["metrics.measure"].f1 == 1


def test_an_entity_is_found_by_any_of_its_names(catalog: Path) -> None:
    place = {"type": "place", "name": "盐城市射阳县", "aliases": ["射阳县"], "article": "A1"}
    figures = scored(catalog, entities=[place])
    assert figures["entities.place"] == Figure(hits=1, wrong=0, missed=0)
    assert figures["entities.canonical_name"].f1 == 0


def test_a_role_counts_whole_only_with_its_organization(catalog: Path) -> None:
    role = {"article": "A1", "person": "贺兰", "organization": "县政府", "title": "书记"}
    figures = scored(catalog, roles=[role])
    assert figures["roles.person_title"] == Figure(hits=1, wrong=0, missed=0)
    assert figures["roles.full"] == Figure(hits=0, wrong=1, missed=1)


def test_an_article_without_annotation_is_invented(catalog: Path) -> None:
    assert scored(catalog, articles=[])["articles.found"] == Figure(hits=0, wrong=1, missed=0)


def test_titles_compare_without_white_space(catalog: Path) -> None:
    assert scored(catalog)["articles.title"].f1 == 1


@pytest.mark.parametrize(
    ("one", "other"), [("《办法》", "办法"), ("——访局长", "访局长"), ("增速：6%", "增速:6%")]
)
def test_spellings_of_one_name_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text(alphabet="甲 乙\n丙"), st.data())
def test_squeezed_spans_cut_out_the_squeezed_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    left, right = Body(text).squeezed_span(start, end)
    assert squeeze(text)[left:right] == squeeze(text[start:end])


def test_floors_are_raised_and_never_lowered() -> None:
    figures = Figures()
    figures["up"], figures["down"] = Figure(hits=18, missed=2), Figure(hits=5, missed=5)
    assert raised(figures, {"up": 0.5, "down": 0.9, "gone": 0.4}) == {
        "up": 0.87,
        "down": 0.9,
        "gone": 0.4,
    }


def test_a_measure_with_few_judgements_gets_no_floor() -> None:
    figures = Figures()
    figures["rare"] = Figure(hits=2)
    assert raised(figures, {}) == {}


def test_a_fallen_measure_is_named_with_its_floor() -> None:
    figures = Figures()
    figures["roles.full"] = Figure(hits=1, wrong=1, missed=1)
    assert fallen(figures, {"roles.full": 0.75}) == ["roles.full fell to 0.500, its floor is 0.75"]


def test_floors_are_written_as_they_are_read() -> None:
    tables = {"sample": {"annotations": "ab", "floors": {"x.y": 0.5}, "lowered": {"x.y": 'a "b"'}}}
    assert tomllib.loads(render(tables)) == tables


def test_annotations_are_json_with_a_document_each() -> None:
    folder = Path(__file__).parent.parent / "gold_sample"
    for file in folder.glob("*.json"):
        assert Path(json.loads(file.read_text("utf-8"))["doc"]).stem == file.stem
