"""`fangzhi sql`: one read-only query over the published warehouse."""

import click
import duckdb

from warehouse.settings import Settings


@click.command()
@click.argument("query")
@click.option("--warehouse", metavar="DIR", help="Folder of the warehouse.")
def sql(query: str, warehouse: str | None) -> None:
    """Run QUERY against the views of the warehouse."""
    catalog = Settings.resolve(warehouse=warehouse).require_published()
    with duckdb.connect(catalog, read_only=True) as connection:
        connection.sql(query).show()
