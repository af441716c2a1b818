"""Published warehouses that the tests of the pages share."""

from pathlib import Path

import pytest

from tests.pages.press import county_story, publish


@pytest.fixture(scope="session")
def county_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse of one article with every kind of evidence; its catalog."""
    return publish(tmp_path_factory.mktemp("county"), [county_story()])
