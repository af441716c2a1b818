"""roles: who holds which post where, as an article says it."""

import re

import dataframely as dy
import polars as pl

from models.contract import Contract
from models.language.names.bodies import Bodies, Body
from models.language.names.identity import entity_id
from models.language.names.posts import PostReader, Span, Statement, Unit
from models.vocabulary import EntityType


class Roles(Contract):
    """One row per person, body and title that an article states."""

    article_id = dy.String(nullable=False, description="the article")
    person_id = dy.String(nullable=False, description="entity_id of the person")
    organization_id = dy.String(nullable=True, description="entity_id of the body; null if unnamed")
    title = dy.String(nullable=False, min_length=1, description="one post: 党组书记, 局长")
    start_offset = dy.Int32(nullable=False, min=0, description="first code point in articles.text")
    end_offset = dy.Int32(nullable=False, description="one past the last code point")
    text = dy.String(nullable=False, min_length=1, description="the words that state the post")
    organization_name = dy.String(
        nullable=True,
        description="canonical name of the body, which the text may only imply (市长 → 人民政府)",
    )
    organization_place_code = dy.String(
        nullable=True, description="GB/T 2260 code of the place that the body belongs to"
    )

    @dy.rule()
    def span_is_as_long_as_its_text(cls) -> pl.Expr:
        return cls.end_offset.col - cls.start_offset.col == cls.text.col.str.len_chars()

    @dy.rule()
    def each_post_is_stated_once(cls) -> pl.Expr:
        return pl.len().over("article_id", "person_id", "organization_id", "title") == 1


_KINDS = (EntityType.PERSON.value, EntityType.ORGANIZATION.value, EntityType.PLACE.value)


def derive(articles: pl.DataFrame, blocks: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Read the posts that each article gives to the persons it names."""
    del blocks
    named = mentions.with_columns(pl.col("type").cast(pl.String)).filter(
        pl.col("type").is_in(_KINDS)
    )
    peopled = named.filter(pl.col("type") == EntityType.PERSON.value)["article_id"].unique()
    texts = articles.filter(pl.col("article_id").is_in(peopled.implode()))
    spans = _spans(named)
    bodies = Bodies(articles)
    rows = []
    for article_id, text in texts.select("article_id", "text").iter_rows():
        persons, organizations, places = spans[article_id]
        reader = PostReader(text, persons, organizations, places)
        rows += [_row(article_id, text, said, bodies) for said in reader.statements()]
    found = pl.DataFrame(rows, schema=Roles.polars_schema())
    return _stated_once(found).sort(
        "article_id", "start_offset", "end_offset", "person_id", "title"
    )


def _spans(named: pl.DataFrame) -> dict[str, tuple[list[Span], list[Span], list[Span]]]:
    """Persons, bodies and places of each article, in order of the text."""
    spans: dict[str, tuple[list[Span], list[Span], list[Span]]] = {}
    columns = ("article_id", "type", "start_offset", "end_offset", "entity_id", "name")
    for article_id, kind, *span in named.select(*columns, "place_code").iter_rows():
        lists = spans.setdefault(article_id, ([], [], []))
        lists[_KINDS.index(kind)].append(Span(*span))
    return spans


def _row(article_id: str, text: str, statement: Statement, bodies: Bodies) -> dict[str, object]:
    unit = statement.unit
    body = _body(article_id, text, unit, bodies)
    return {
        "article_id": article_id,
        "person_id": statement.person.entity_id,
        "organization_id": body.entity_id if body else None,
        "title": unit.title,
        "start_offset": unit.start,
        "end_offset": unit.end,
        "text": text[unit.start : unit.end],
        "organization_name": body.name if body else None,
        "organization_place_code": body.place_code if body else None,
    }


def _body(article_id: str, text: str, unit: Unit, bodies: Bodies) -> Body | None:
    """The body that a post belongs to, where the text names or implies one."""
    if unit.kind == "government":
        return _government(article_id, unit, bodies)
    if unit.department:
        return _department(article_id, text, unit, bodies)
    if unit.body is None:
        return None
    if unit.committee:
        name = unit.body.name + unit.committee
        code = unit.body.place_code
        return Body(entity_id(EntityType.ORGANIZATION.value, name, code), name, code)
    return Body(unit.body.entity_id, unit.body.name, unit.body.place_code)


def _government(article_id: str, unit: Unit, bodies: Bodies) -> Body | None:
    """The government of the place that a 市长 heads; without a place, of the article's own."""
    if unit.place:
        return bodies.government(article_id, unit.place.name, unit.start)
    level = unit.title.removesuffix("长")[-1:]
    if unit.body:
        place = re.match(rf"(?:中共|政协)?([\u4e00-\u9fff]+?{level})(?:委|人民)", unit.body.name)
        if place:
            return bodies.government(article_id, place[1], unit.start)
    return bodies.government(article_id, level, unit.start)


def _department(article_id: str, text: str, unit: Unit, bodies: Bodies) -> Body | None:
    """组织部 of the committee that was named before it."""
    if unit.body is None:
        return None
    committee = text[unit.body.start : unit.body.end]
    level = re.match(r"[\u4e00-\u9fff]*?委", committee)
    form = (level.group() if level else committee) + unit.department
    return bodies.resolve(article_id, form, unit.start)


def _stated_once(found: pl.DataFrame) -> pl.DataFrame:
    """The first statement of each post; a body left out is the one named elsewhere for it."""
    whose = ["article_id", "person_id", "title"]
    named = pl.col("organization_id").is_not_null().any().over(whose)
    ordered = found.sort("article_id", "start_offset", "end_offset", "title")
    return ordered.filter(pl.col("organization_id").is_not_null() | ~named).unique(
        [*whose, "organization_id"], keep="first", maintain_order=True
    )
