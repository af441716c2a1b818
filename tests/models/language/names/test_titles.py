"""Which documents are found between 《》."""

import polars as pl
import pytest

from models.language.names.titles import find_documents


def documents(text: str) -> list[tuple[str, str]]:
    """Text and canonical name of each document that is found."""
    articles = pl.DataFrame({"article_id": ["a"], "text": [text]})
    found = find_documents(articles)
    return [(row["text"], row["name"]) for row in found.iter_rows(named=True)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("印发《海岸带保护规划》。", ["海岸带保护规划"]),
        ("印发《关于贯彻〈条例〉的通知》。", ["关于贯彻〈条例〉的通知"]),
        ("出台《关于落实《湾区条例》的意见》", ["关于落实《湾区条例》的意见"]),
        ("《行动方案》《考核办法》陆续出台", ["行动方案", "考核办法"]),
        ("据《滨海日报》报道", []),
        ("《海岸带保护条例（试行）》出台，《条例》规定", ["海岸带保护条例（试行）"] * 2),
        ("《湿地名录管理办法》（以下简称《名录办法》）", ["湿地名录管理办法"] * 2),
    ],
    ids=[
        "plain",
        "nested 〈〉",
        "nested 《》",
        "adjacent",
        "newspaper",
        "short form",
        "introduced",
    ],
)
def test_titles_are_documents(text: str, names: list[str]) -> None:
    assert [name for _, name in documents(text)] == names


def test_the_marks_belong_to_the_mention_and_not_to_the_name() -> None:
    assert documents("印发《海岸带保护规划》。") == [("《海岸带保护规划》", "海岸带保护规划")]
