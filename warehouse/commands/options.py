"""Options that several commands have."""

import click

from warehouse.pages.wording import Language

language_option = click.option(
    "--lang",
    type=click.Choice([language.value for language in Language]),
    default=Language.CHINESE.value,
    show_default=True,
    help="Language of the interface.",
)
