"""A press of our own: articles written for the tests, annotated by pointing at their words.

Positions are found, never counted: `article.metric("436个", ...)` reads the place of these words
in the text, and the rows that come out are what a build would have published.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from models import STORED, TABLES, Scope
from warehouse.catalog import write_catalog
from warehouse.store import Store
from warehouse.stored_views import store_views

Row = dict[str, Any]


@dataclass(frozen=True)
class Thing:
    """An entity, by its canonical name."""

    type: str
    name: str
    place_code: str | None = None

    @property
    def entity_id(self) -> str:
        return f"{self.type}:{self.name}"


@dataclass
class Printed:
    """One document with one article, and the rows that were read out of it."""

    text: str
    number: int = 1
    document: Row = field(default_factory=dict)
    head: Row = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)  # text of a block → its kind
    rows: dict[str, list[Row]] = field(default_factory=dict)

    @property
    def document_id(self) -> str:
        return f"{self.number:016x}"

    @property
    def article_id(self) -> str:
        return f"{self.document_id}-1"

    def add(self, table: str, **values: Any) -> None:
        self.rows.setdefault(table, []).append({"article_id": self.article_id, **values})

    def span(self, words: str, nth: int = 1) -> Row:
        """Where the words stand the nth time; raises ValueError if they do not."""
        start = -1
        for _ in range(nth):
            start = self.text.index(words, start + 1)
        return {"start_offset": start, "end_offset": start + len(words), "text": words}

    def mention(self, words: str, thing: Thing, nth: int = 1) -> None:
        named = {"name": thing.name, "place_code": thing.place_code}
        self.add(
            "mentions",
            **self.span(words, nth),
            entity_id=thing.entity_id,
            type=thing.type,
            **named,
        )

    def role(self, words: str, person: Thing, title: str, body: Thing | None = None) -> None:
        self.add(
            "roles",
            **self.span(words),
            person_id=person.entity_id,
            title=title,
            organization_id=body and body.entity_id,
            organization_name=body and body.name,
        )

    def metric(self, words: str, value: float, unit: str | None, **values: Any) -> str:
        """Adds a metric; returns its id."""
        span = self.span(words, values.pop("nth", 1))
        metric_id = f"{self.article_id}@{span['start_offset']}"
        defaults = {
            "dimension": "count",
            "bound": "exact",
            "measure": "level",
            "status": "actual",
            "sentence": self.sentence_around(span["start_offset"]),
        }
        self.add(
            "metrics", **span, metric_id=metric_id, value=value, unit=unit, **defaults | values
        )
        return metric_id

    def sentence_around(self, offset: int) -> str:
        start = max(self.text.rfind(mark, 0, offset) for mark in "。\n") + 1
        ends = [self.text.find(mark, offset) for mark in "。\n"]
        end = min((end + 1 for end in ends if end >= 0), default=len(self.text))
        return self.text[start:end].strip("\n")

    def tables(self) -> dict[str, list[Row]]:
        """All rows of the document, by table."""
        document = {
            "document_id": self.document_id,
            "path": f"county/{self.number}.txt",
            "collection": "county",
            "media_type": "text/plain",
            "encoding": "utf-8",
            "byte_count": len(self.text.encode()),
            "char_count": len(self.text),
            "article_count": 1,
            "status": "parsed",
        }
        article = {
            "article_id": self.article_id,
            "document_id": self.document_id,
            "ordinal": 1,
            "title": f"第{self.number}篇",
            "text": self.text,
            "char_count": len(self.text),
            "sentence_count": max(1, self.text.count("。")),
        }
        return {
            "documents": [document | self.document],
            "articles": [article | self.head],
            "blocks": self._blocks(),
            **self.rows,
        }

    def _blocks(self) -> list[Row]:
        blocks, start = [], 0
        for ordinal, text in enumerate(self.text.split("\n"), 1):
            blocks.append(
                {
                    "article_id": self.article_id,
                    "ordinal": ordinal,
                    "kind": self.kinds.get(text, "paragraph"),
                    "start_offset": start,
                    "end_offset": start + len(text),
                    "text": text,
                }
            )
            start += len(text) + 1
        return blocks


def publish(root: Path, printed: Iterable[Printed], documents: Iterable[Row] = ()) -> Path:
    """Publish a warehouse of these articles (and of documents without any); returns its catalog."""
    written: dict[str, list[Row]] = {"documents": list(documents)}
    for article in printed:
        for table, rows in article.tables().items():
            written.setdefault(table, []).extend(rows)
    frames: dict[str, pl.DataFrame] = {}
    for table in STORED:
        if table.scope is Scope.PART:
            schema = table.contract.polars_schema()
            frames[table.name] = pl.DataFrame(written.get(table.name, []), schema=schema)
        else:
            parents = {name: frames[name].lazy() for name in table.parents}
            frames[table.name] = table.derive(**parents)
    return _publish_frames(root, frames)


def _publish_frames(root: Path, frames: dict[str, pl.DataFrame]) -> Path:
    store = Store(root)
    store.prepare()
    for name, frame in frames.items():
        store.write_part(name, "fixture", TABLES[name].contract.validate(frame, cast=True))
    files = {name: [store.part(name, "fixture")] for name in frames}
    facts = {
        "published_at": "2026-11-24T08:00:00+00:00",
        "rows": {name: frame.height for name, frame in frames.items()},
    }
    files |= store_views(store, files)
    snapshot = store.stage("20261124T080000000000-fixture", files, facts)
    write_catalog(snapshot, files)
    store.publish(snapshot)
    return root / "fangzhi.duckdb"


CITY = Thing("place", "临江市", "371000")
COUNTY = Thing("place", "青禾县", "371082")
BUREAU = Thing("organization", "青禾县工业和信息化局", "371082")
GROUP = Thing("organization", "海晏重工集团")
DIRECTOR = Thing("person", "方明礼")
ENGINEER = Thing("person", "苏小满")
PLATFORM = Thing("initiative", "“企业直通车”服务平台")
PLAN = Thing("document", "临江市海洋产业三年规划")
MEETING = Thing("event", "全市重点项目推进会")


def county_story() -> Printed:
    """An article with every kind of evidence, nested and adjacent, and a rate with its level."""
    text = (
        "抓项目，促升级\n"
        "本报讯近日，全市重点项目推进会在青禾县召开。青禾县工业和信息化局党组书记、局长方明礼介绍，"
        "今年前10个月，全县新增5G基站436个，规上工业营业收入达到111.38亿元，同比增长36.6%。\n"
        "“企业直通车”服务平台启用以来，共征集企业诉求1250条，已办结1180条，办结率94.4%。"
        "海晏重工集团投资3.2亿元的青禾县海晏重工集团66万千瓦机组项目写入《临江市海洋产业三年规划》。\n"
        "方明礼表示，力争到2025年，临江市海洋产业产值突破300亿元，带动就业2000余人。"
    )
    story = Printed(
        text,
        number=1,
        head={
            "kicker": "青禾县工业和信息化局",
            "title": "聚焦“两个清单” 青禾县把服务送到车间",
            "subtitle": "访青禾县工业和信息化局局长方明礼",
            "series": "部长有约",
            "series_number": 15,
            "genre": "news",
            "outlet": "临江日报",
            "url": "https://news.example/2021/11/26/1.html",
            "published_on": date(2021, 11, 26),
            "dateline_on": date(2021, 11, 25),
            "dateline_place": "青禾",
            "as_of": date(2021, 11, 26),
            "as_of_precision": "day",
            "as_of_basis": "published",
            "continues_on": "2版",
        },
        kinds={"抓项目，促升级": "heading"},
    )
    for ordinal, (name, role) in enumerate([("林一舟", "记者"), ("许安", "通讯员")], 1):
        story.add("bylines", ordinal=ordinal, name=name, role=role)
    _name_things(story)
    _count_things(story)
    return story


def _name_things(story: Printed) -> None:
    story.mention("全市重点项目推进会", MEETING)
    story.mention("青禾县", COUNTY)
    story.mention("青禾县工业和信息化局", BUREAU)
    story.mention("方明礼", DIRECTOR)
    story.mention("“企业直通车”服务平台", PLATFORM)
    story.mention("海晏重工集团", GROUP)
    story.mention("《临江市海洋产业三年规划》", PLAN)
    story.mention("方明礼", DIRECTOR, nth=2)
    story.mention("临江市", CITY, nth=2)
    for title in ("党组书记", "局长"):
        story.role(title, DIRECTOR, title, BUREAU)


def _count_things(story: Printed) -> None:
    county = {"place_id": COUNTY.entity_id}
    months = {
        "period_start": date(2021, 1, 1),
        "period_end": date(2021, 10, 31),
        "period_text": "今年前10个月",
    }
    platform = {"initiative_id": PLATFORM.entity_id, "period_end": date(2021, 11, 26)}
    story.metric("436个", 436, "个", indicator="新增5G基站", measure="increase", **county, **months)
    income = story.metric(
        "111.38亿元",
        11138000000,
        "元",
        indicator="规上工业营业收入",
        dimension="money",
        **county,
        **months,
    )
    story.metric(
        "36.6%",
        36.6,
        "%",
        indicator="规上工业营业收入增速",
        dimension="percent",
        measure="growth_rate",
        comparison="yoy",
        base_metric_id=income,
        **county,
        **months,
    )
    story.metric("1250条", 1250, "条", indicator="征集企业诉求", **platform)
    solved = story.metric("1180条", 1180, "条", indicator="办结企业诉求", **platform)
    story.metric(
        "94.4%",
        94.4,
        "%",
        indicator="企业诉求办结率",
        dimension="percent",
        measure="share",
        base_metric_id=solved,
        **platform,
    )
    story.metric(
        "3.2亿元",
        320000000,
        "元",
        indicator="投资",
        dimension="money",
        organization_id=GROUP.entity_id,
    )
    story.metric("66万千瓦", 660000, "千瓦", indicator="机组容量", dimension="power", **county)
    goal = {
        "status": "target",
        "period_start": date(2025, 1, 1),
        "period_end": date(2025, 12, 31),
        "period_text": "到2025年",
        "place_id": CITY.entity_id,
        "bound": "at_least",
    }
    story.metric(
        "突破300亿元", 30000000000, "元", indicator="海洋产业产值", dimension="money", **goal
    )
    story.metric("2000余人", 2000, "人", indicator="带动就业", dimension="people", **goal)


def yearly_story(year: int, number: int) -> Printed:
    """An article that states one indicator of two places for one year, and a goal."""
    story = Printed(
        f"{year}年，青禾县粮食产量{year - 2000}万吨，临江市粮食产量{year - 1990}万吨。",
        number=number,
        head={"title": f"{year}年收成", "as_of": date(year, 12, 31), "outlet": "临江日报"}
        | {"as_of_precision": "day", "as_of_basis": "published"},
    )
    for place, words, value in (
        (COUNTY, f"{year - 2000}万吨", year - 2000),
        (CITY, f"{year - 1990}万吨", year - 1990),
    ):
        story.mention(place.name, place)
        story.metric(
            words,
            value * 1e4,
            "吨",
            indicator="粮食产量",
            dimension="mass",
            place_id=place.entity_id,
            period_start=date(year, 1, 1),
            period_end=date(year, 12, 31),
        )
    return story
