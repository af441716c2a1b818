"""roles: who holds which post where, as an article says it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import dataframely as dy
import polars as pl

from models.contract import Contract
from models.language.names.bodies import Bodies, Body
from models.language.names.identity import entity_id
from models.language.names.posts import Unit
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


_LEVEL = re.compile(r"(?:中共|政协)?(?P<place>[\u4e00-\u9fff]*?(?:自治区|[省市县区州盟旗镇乡]))")


def derive(
    articles: pl.DataFrame, cuts: pl.DataFrame, appointments: pl.DataFrame, mentions: pl.DataFrame
) -> pl.DataFrame:
    """Find the persons and bodies that are meant where articles give posts to persons."""
    held = list(_held(articles, appointments, mentions))
    implied = {post.article_id for post in held if _is_implied(post.unit)}
    bodies = Bodies(_in_context(articles, implied), _in_context(cuts, implied))
    found = pl.DataFrame(
        [_row(post, bodies) for post in held], schema=Roles.polars_schema(), orient="row"
    )
    return _stated_once(found).sort(
        "article_id", "start_offset", "end_offset", "person_id", "title"
    )


class Held(NamedTuple):
    """A post that an article gives to a person."""

    article_id: str
    text: str  # of the article
    person_id: str
    unit: Unit


def _held(
    articles: pl.DataFrame, appointments: pl.DataFrame, mentions: pl.DataFrame
) -> Iterator[Held]:
    persons = mentions.filter(pl.col("type") == EntityType.PERSON).select(
        "article_id", "entity_id", person_start="start_offset"
    )
    rows = appointments.join(
        persons, on=["article_id", "person_start"], maintain_order="left"
    ).drop("person_start", "person")
    stating = pl.col("article_id").is_in(rows["article_id"].unique().implode())
    texts = dict(articles.filter(stating).select("article_id", "text").iter_rows())
    for article_id, *unit, person_id in rows.iter_rows():
        yield Held(article_id, texts[article_id], person_id, Unit.of(unit))


def _is_implied(unit: Unit) -> bool:
    """Whether the body has to be found in the context of the article."""
    return unit.kind == "government" or bool(unit.department)


def _in_context(rows: pl.DataFrame, keys: set[str]) -> pl.DataFrame:
    """The rows of these articles and of the others of their documents.

    All articles of a document tell what place each of them speaks for.
    """
    document = pl.col("article_id").str.replace(r"-\d+$", "")
    documents = [key.rpartition("-")[0] for key in sorted(keys)]
    return rows.filter(document.is_in(documents))


def _row(post: Held, bodies: Bodies) -> dict[str, object]:
    unit = post.unit
    body = _body(post.article_id, post.text, unit, bodies)
    return {
        "article_id": post.article_id,
        "person_id": post.person_id,
        "organization_id": body.entity_id if body else None,
        "title": unit.title,
        "start_offset": unit.start,
        "end_offset": unit.end,
        "text": post.text[unit.start : unit.end],
        "organization_name": body.name if body else None,
        "organization_place_code": body.place_code if body else None,
    }


def _body(article_id: str, text: str, unit: Unit, bodies: Bodies) -> Body | None:
    """The body that a post belongs to, where the text names or implies one."""
    if unit.kind == "government":
        return _government(article_id, unit, bodies)
    if unit.department:
        return _department(article_id, text, unit, bodies)
    if unit.printed:
        return _own(unit.printed, None)
    if unit.body is None:
        return None
    return _own(unit.body.name + unit.suffix, unit.body.place_code)


def _own(name: str, place_code: str | None) -> Body:
    return Body(entity_id(EntityType.ORGANIZATION.value, name, place_code), name, place_code)


def _government(article_id: str, unit: Unit, bodies: Bodies) -> Body | None:
    """The government of the place that a 市长 heads; without a place, of the article's own."""
    if unit.place:
        if unit.place.place_code:
            return bodies.government(article_id, unit.place.name, unit.start)
        township = unit.place.name.endswith(("乡", "镇", "街道"))  # one that no list holds
        return _own(unit.place.name + "人民政府", None) if township else None
    if unit.blocked:
        return None
    level = unit.title.removesuffix("长")[-1:]
    if unit.body:
        place = _LEVEL.match(unit.body.name)
        if place and place["place"].endswith(level):
            return bodies.government(article_id, place["place"], unit.start)
    return bodies.government(article_id, level, unit.start)


def _department(article_id: str, text: str, unit: Unit, bodies: Bodies) -> Body | None:
    """组织部 of the committee that was named before it; 国防部 of a foreign country."""
    owner = unit.place or unit.body
    printed = text[owner.start : owner.end] if owner else ""
    if unit.body:
        level = re.match(r"[\u4e00-\u9fff]*?(?:党委|委)", printed)
        place = _LEVEL.match(printed)
        forms = [level.group() if level else "", place["place"] if place else ""]
        for form in forms:
            body = form and bodies.resolve(article_id, form + unit.department, unit.start)
            if body:
                return body
        return None
    return bodies.resolve(article_id, printed + unit.department, unit.start)


def _stated_once(found: pl.DataFrame) -> pl.DataFrame:
    """The first statement of each post; what says less of the same post elsewhere is left out.

    A post without a body is the one that is stated with it; 主席 without a body is 国家主席.
    """
    whose = ["article_id", "person_id", "title"]
    bodied = pl.col("organization_id").is_not_null()
    longer = pl.concat_str(pl.lit("国家"), "title")
    titles = pl.col("title").implode().over("article_id", "person_id")
    repeated = bodied.any().over(whose) | longer.is_in(titles)
    ordered = found.sort("article_id", "start_offset", "end_offset", "title")
    return ordered.filter(bodied | ~repeated).unique(
        [*whose, "organization_id"], keep="first", maintain_order=True
    )
