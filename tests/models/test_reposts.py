"""Which articles repeat another one."""

from datetime import date

import polars as pl

from models import reposts

CLAUSES = [f"青石县第{n}项工程在某镇第{n * 7}村开工建设" for n in range(20)]
STORY = "，".join(CLAUSES) + "。"
EDITED = "本报讯" + "，".join([*CLAUSES[1:17], "编辑另加了一句话", *CLAUSES[17:]]) + "。"
OTHER = "，".join(f"白河镇第{n}场演出在某社区第{n * 3}广场举行" for n in range(20)) + "。"
NOTICE = "东湖台明天直播会议，敬请收看。"


def found(*articles: tuple[str, str, date | None]) -> dict[str, str]:
    """Repeating article → first copy, of articles given as id, text and day."""
    frame = pl.DataFrame(
        [
            {"article_id": f"{i}-1", "document_id": i, "ordinal": 1, "text": text, "as_of": day}
            for i, text, day in articles
        ],
        schema_overrides={"as_of": pl.Date},
    ).lazy()
    documents = frame.select("document_id", path=pl.col("document_id"))
    return dict(reposts.derive(documents, frame).select("article_id", "repost_of").iter_rows())


def test_the_earliest_copy_is_the_original() -> None:
    days = date(2021, 5, 2), date(2021, 5, 1)
    assert found(("a", STORY, days[0]), ("b", STORY, days[1])) == {"a-1": "b-1"}


def test_an_edited_story_is_found_and_another_is_not() -> None:
    day = date(2021, 5, 1)
    assert found(("a", STORY, day), ("b", EDITED, day), ("c", OTHER, day)) == {"b-1": "a-1"}


def test_a_repost_points_at_an_original_and_not_at_a_repost() -> None:
    day = date(2021, 5, 1)
    assert found(*((name, STORY, day) for name in "abcd")) == dict.fromkeys(
        ["b-1", "c-1", "d-1"], "a-1"
    )


def test_years_apart_only_an_equal_text_is_a_repost() -> None:
    days = date(2015, 5, 1), date(2021, 5, 1)
    assert found(("a", STORY, days[0]), ("b", EDITED, days[1])) == {}
    assert found(("a", STORY, days[0]), ("b", STORY, days[1])) == {"b-1": "a-1"}


def test_short_notices_repeat_only_when_equal() -> None:
    day = date(2021, 5, 1)
    assert found(("a", NOTICE, day), ("b", NOTICE.replace("明天", "今晚"), day)) == {}
    assert found(("a", NOTICE, day), ("b", NOTICE, None)) == {"b-1": "a-1"}


def test_nothing_comes_of_nothing() -> None:
    assert found(("a", STORY, None)) == {}
