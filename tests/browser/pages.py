"""Writes the pages that the browser tests open, and the rows that they must show.

`python -m tests.browser.pages DIR` fills DIR: pages of a county story, of its entities, of hostile
text and of a very long report; sites over all of them in both languages; and expected.json with
the rows behind.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

import duckdb

from tests.pages.press import (
    CITY,
    COUNTY,
    DIRECTOR,
    Printed,
    Thing,
    county_story,
    publish,
    yearly_story,
)
from warehouse.pages.report import write_report
from warehouse.pages.show import page_for
from warehouse.pages.wording import Language

HOSTILE = '<script>alert(1)</script>"]]><img src=x onerror=alert(2)>\u202e倒写\u202c'


def hostile_story() -> Printed:
    """Text that tries to become markup, to run, to load, and to turn the line around."""
    story = Printed(
        f"{HOSTILE}新增12个。",
        number=2,
        head={"title": HOSTILE, "url": "javascript:alert(3)", "outlet": HOSTILE},
        document={"path": f"{HOSTILE}.txt"},
    )
    story.metric("12个", 12, "个", indicator=HOSTILE, period_text=HOSTILE)
    story.mention(HOSTILE, Thing("person", HOSTILE))
    return story


def long_report(length: int = 20_000, highlights: int = 1_000) -> Printed:
    """A report of so many characters and highlights, half of them numbers."""
    clause = "青禾县完成投资{:04d}万元，带动了一批产业项目和民生工程落地见效，"
    filler = "干部群众同心同德。"
    sentences = [clause.format(n + 1000) + filler for n in range(highlights // 2)]
    text = "\n".join("".join(sentences[n : n + 10]) for n in range(0, len(sentences), 10))
    story = Printed(text.ljust(length, "好"), number=3, head={"title": "长篇报告"})
    start = 0
    for n in range(highlights // 2):
        words = f"{n + 1000:04d}万元"
        start = text.index("青禾县", start)
        story.add(
            "mentions",
            start_offset=start,
            end_offset=start + 3,
            text="青禾县",
            entity_id=COUNTY.entity_id,
            type="place",
            name=COUNTY.name,
        )
        story.metric(words, (n + 1000) * 1e4, "元", indicator="完成投资", dimension="money")
        start += 3
    return story


def crowd(count: int = 10_000) -> list[Printed]:
    """So many short articles that their table is as long as a table gets."""
    return [
        Printed(f"第{n}号通知。", number=1_000 + n, head={"title": f"通知{n}", "genre": "notice"})
        for n in range(count)
    ]


def rows_of(story: Printed) -> list[dict[str, object]]:
    """Every row that must be highlighted: where, and with which words."""
    return [
        {"span": f"{row['start_offset']}-{row['end_offset']}", "text": row["text"]}
        for table in ("metrics", "mentions", "roles")
        for row in story.rows.get(table, [])
    ]


def write_pages(folder: Path) -> None:
    """Publish the stories and write their pages."""
    folder.mkdir(parents=True, exist_ok=True)
    stories = {"article": county_story(), "hostile": hostile_story(), "long": long_report()}
    harvests = [yearly_story(2015 + n, 10 + n) for n in range(4)]
    catalog = publish(folder / "warehouse", [*stories.values(), *harvests, *crowd()])
    with duckdb.connect(catalog, read_only=True) as connection:
        for name, story in stories.items():
            _write(connection, folder, name, story.article_id)
        _write(connection, folder, "english", stories["article"].article_id, Language.ENGLISH)
        income = stories["article"].rows["metrics"][1]["metric_id"]
        _write(connection, folder, "metric", income)
        for name, thing in {"person": DIRECTOR, "place": COUNTY, "city": CITY}.items():
            _write(connection, folder, name, thing.entity_id)
        _write(connection, folder, "hostile-person", f"person:{HOSTILE}")
        facts = {"fingerprint": "test", "published_at": "2026-11-24T08:00:00+00:00"}
        write_report(connection, folder / "site", Language.CHINESE, facts)
        write_report(connection, folder / "site-in-english", Language.ENGLISH, facts)
    expected = {name: rows_of(story) for name, story in stories.items()}
    (folder / "expected.json").write_text(
        json.dumps({"rows": expected, "hostile": HOSTILE}, ensure_ascii=False), "utf-8"
    )


def _write(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    name: str,
    wanted: str,
    language: Language = Language.CHINESE,
) -> None:
    _, page = page_for(connection, wanted, language)
    (folder / f"{name}.html").write_text(page, "utf-8")


def main(arguments: Iterable[str]) -> None:
    """Write the pages into the folder named on the command line."""
    (folder,) = arguments
    write_pages(Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
