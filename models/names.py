"""names: what the texts name, before it is clear which of several bearers of a name is meant."""

import dataframely as dy
import polars as pl

from models.contract import Contract
from models.language.names import candidates
from models.language.names.abbreviations import with_abbreviations
from models.language.names.events import find_events
from models.language.names.initiatives import find_initiatives
from models.language.names.namesakes import told_apart
from models.language.names.organizations import find_organizations
from models.language.names.persons import find_persons
from models.language.names.places import find_places
from models.language.names.readings import read
from models.language.names.titles import find_documents
from models.language.names.words import Words


class Names(Contract):
    """One row per naming of an entity in an article's text."""

    article_id = dy.String(primary_key=True, description="the article")
    start_offset = dy.Int32(primary_key=True, description="first code point in articles.text")
    end_offset = dy.Int32(primary_key=True, description="one past the last code point")
    type = dy.String(nullable=False, description="a value of vocabulary.EntityType")
    text = dy.String(nullable=False, description="the name as written")
    name = dy.String(nullable=False, description="canonical name that the article's context gives")
    place_code = dy.String(nullable=True, description="GB/T 2260 code, as in mentions")
    identity = dy.String(
        nullable=True, description="what makes it the same thing, where name and place do not"
    )


FINDERS = (find_persons, find_initiatives, find_events)


def derive(articles: pl.DataFrame, cuts: pl.DataFrame) -> pl.DataFrame:
    """Find the names in each article and resolve them in its context."""
    words = Words(articles, cuts)
    readings = read(articles, words)
    found = [
        find_places(readings),
        find_organizations(readings),
        find_documents(articles),
        *(find(articles, words) for find in FINDERS),
    ]
    return (
        candidates.settle(pl.concat(found, how="diagonal"))
        .pipe(with_abbreviations, articles)
        .pipe(told_apart, readings)
    )
