"""The graph that Dagster loads mirrors the tables of the models."""

import dagster as dg
import pytest

from models import STORED, TABLES, Scope
from orchestration.definitions import defs
from orchestration.specs import PUBLISHED, stage
from warehouse.derivation import RAW_FILES
from warehouse.sql_files import sql_files

GRAPH = defs.resolve_asset_graph()


def test_the_definitions_can_be_loaded():
    dg.Definitions.validate_loadable(defs)


@pytest.mark.parametrize("table", STORED, ids=lambda table: table.name)
class TestEveryTable:
    def test_is_an_asset_with_the_words_of_its_contract(self, table):
        node = GRAPH.get(dg.AssetKey(table.name))
        assert node.description == table.contract.grain()
        columns = node.metadata["dagster/column_schema"].columns
        assert {column.name: column.description for column in columns} == (
            table.contract.descriptions()
        )

    def test_depends_on_the_stored_tables_it_is_derived_from(self, table):
        parents = {key.to_user_string() for key in GRAPH.get(dg.AssetKey(table.name)).parent_keys}
        stored, passing = set[str](), [table.name]
        while passing:
            for parent in TABLES[passing.pop()].parents:
                if parent in TABLES and not TABLES[parent].stored:
                    passing.append(parent)
                else:
                    stored.add(parent)
        assert parents - {RAW_FILES} == stored & TABLES.keys()
        assert (RAW_FILES in parents) == (not stored <= TABLES.keys())

    def test_has_a_contract_check_that_blocks(self, table):
        check = GRAPH.get(dg.AssetCheckKey(dg.AssetKey(table.name), "contract"))
        assert check.blocking

    def test_is_partitioned_by_collection_exactly_if_derived_part_by_part(self, table):
        node = GRAPH.get(dg.AssetKey(table.name))
        assert node.is_partitioned == (table.scope is Scope.PART)


def test_every_promise_is_a_check_that_says_what_to_do():
    for check in sql_files("checks"):
        table, _, name = check.name.partition("__")
        spec = GRAPH.get(dg.AssetCheckKey(dg.AssetKey(table), name))
        assert "What to do:" in (spec.description or "")


def test_all_tables_are_published():
    parents = GRAPH.get(dg.AssetKey(PUBLISHED)).parent_keys
    assert parents == {dg.AssetKey(table.name) for table in STORED}


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("articles", "reading"),
        ("metrics", "language"),
        ("entities", "entities"),
        ("places", "reference"),
    ],
)
def test_tables_are_grouped_by_stage(table, expected):
    assert stage(TABLES[table]) == expected
