"""drafts: articles as they are cut out of the sources, with credits and blocks still folded in."""

import dataframely as dy
import polars as pl

from models.contract import Contract
from models.reading.articles import document_rows
from models.vocabulary import Basis, BlockKind, Genre, MediaType, Precision


class Drafts(Contract):
    """One row per article, before its structure is unfolded into tables of its own."""

    article_id = dy.String(primary_key=True, description="document_id || '-' || ordinal")
    document_id = dy.String(nullable=False, description="the source")
    ordinal = dy.Int32(nullable=False, min=1, description="position in its document")
    kicker = dy.String(nullable=True, description="引题")
    title = dy.String(nullable=True, description="headline")
    subtitle = dy.String(nullable=True, description="副题")
    series = dy.String(nullable=True, description="series label")
    series_number = dy.Int32(nullable=True, description="number within the series")
    genre = dy.Enum(Genre, nullable=True, description="journalistic form")
    outlet = dy.String(nullable=True, description="newspaper or site")
    url = dy.String(nullable=True, description="address of the item")
    published_on = dy.Date(nullable=True, description="stated publication date")
    dateline_on = dy.Date(nullable=True, description="date of the dateline")
    dateline_place = dy.String(nullable=True, description="place of the dateline, as printed")
    as_of = dy.Date(nullable=True, description="day that relative dates refer to")
    as_of_precision = dy.Enum(Precision, nullable=True, description="how exactly as_of is known")
    as_of_basis = dy.Enum(Basis, nullable=True, description="the evidence as_of rests on")
    continues_on = dy.String(nullable=True, description="page of the continuation")
    text = dy.String(nullable=False, min_length=1, description="block texts joined by line feeds")
    bylines = dy.List(
        dy.Struct({"name": dy.String(), "role": dy.String(nullable=True)}),
        description="credits in the order printed",
    )
    blocks = dy.List(
        dy.Struct(
            {
                "kind": dy.Enum(BlockKind),
                "speaker": dy.String(nullable=True),
                "text": dy.String(min_length=1),
            }
        ),
        description="structure in reading order",
    )


def derive(sources: pl.DataFrame) -> pl.DataFrame:
    """Cut each source into its articles, in reading order."""
    rows: list[dict[str, object]] = []
    readable = sources.filter(pl.col("text").is_not_null(), pl.col("error").is_null())
    for document_id, path, media_type, text in readable.select(
        "document_id", "path", "media_type", "text"
    ).iter_rows():
        rows += document_rows(document_id, path, MediaType(media_type), text)
    return pl.DataFrame(rows, schema=Drafts.polars_schema())
