"""The sample that ships with the project: every file is accounted for, and every text is ours."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SHARED, rows
from warehouse.settings import SAMPLE

FILES = sorted(path for path in SAMPLE.rglob("*") if path.is_file())
ENCODINGS = ("utf-8-sig", "gb18030")
COPIED = 30  # Han characters in a row, digits and Latin left out, that nobody writes by chance
WITHOUT_TEXT = ("gundong/2024-06-12-20240612110000.md", "shigu/附件_现场照片.txt")
NOT_HAN = re.compile(r"[^\u4e00-\u9fff]+")


def test_every_file_of_the_sample_becomes_a_document(sample_catalog: Path) -> None:
    paths = {path for (path,) in rows(sample_catalog, "select path from documents")}
    assert paths == {file.relative_to(SAMPLE).as_posix() for file in FILES}


def test_the_files_without_text_and_no_others_are_quarantined_with_a_sentence(
    sample_catalog: Path,
) -> None:
    quarantined = rows(sample_catalog, "select path, error from quarantine order by path")
    assert [path for path, _ in quarantined] == list(WITHOUT_TEXT)
    assert all(error for _, error in quarantined)


def test_pages_of_contents_are_parsed_and_hold_no_article(sample_catalog: Path) -> None:
    found = rows(
        sample_catalog, "select path, status from documents where article_count = 0 order by path"
    )
    assert [path for path, status in found if status == "parsed"] == [
        "huanghai_wanbao/20240110_mulu.txt",
        "menhu_zixun/zixun_liebiao_2.jsp",
    ]


@pytest.mark.parametrize(
    ("path", "encoding"),
    [
        ("qiye_wangzhan/detail-57.tpl", "gb18030"),
        ("tongzhi/xiaji_yongdian_2024.txt", "utf-16"),
        ("fangtan/001_6c1f9ae2.txt", "utf-8"),
    ],
)
def test_the_encoding_of_a_document_is_recognised(
    sample_catalog: Path, path: str, encoding: str
) -> None:
    found = rows(sample_catalog, f"select encoding from documents where path = '{path}'")
    assert found == [(encoding,)]


def test_a_repost_points_at_the_article_that_was_printed_first(sample_catalog: Path) -> None:
    found = rows(
        sample_catalog,
        """
        select later.path, first.path
        from articles a join documents later using (document_id)
        join articles o on o.article_id = a.repost_of
        join documents first on first.document_id = o.document_id
        """,
    )
    assert found == [("menhu_zixun/zixun_4028818a8f1c.jsp", "qiye_wangzhan/detail-57.tpl")]


def test_no_sentence_of_the_sample_is_taken_from_a_real_document() -> None:
    if not (SHARED / "raw").is_dir():
        pytest.skip("the real documents are not here: no ../shared/raw beside the project")
    ours = {run: file.name for file in FILES for run in _han_runs(_decoded(file))}
    copied = {
        (ours[run], file.name, run)
        for file in sorted((SHARED / "raw").rglob("*"))
        if file.is_file()
        for run in _han_runs(_decoded(file))
        if run in ours
    }
    assert copied == set()


def _decoded(file: Path) -> str:
    """The text of a raw file, or nothing where it has none."""
    content = file.read_bytes()
    if content.startswith(b"\xff\xfe"):
        return content.decode("utf-16")
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


def _han_runs(text: str) -> Iterator[str]:
    """Every run of Han characters that is as long as a copied sentence."""
    han = NOT_HAN.sub("", text)
    return (han[at : at + COPIED] for at in range(len(han) - COPIED + 1))
