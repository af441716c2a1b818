"""Golden documents: every row that a few sample documents become, as text that a person can review.

`rendering` writes the rows of one document; the `.txt` files beside it hold what was reviewed.
`python -m tests.golden --update` writes them anew: read the diff before you commit it. Rows that
are wrong today stand in `known_wrong.toml`, each with what would be right.
"""

from pathlib import Path

FOLDER = Path(__file__).parent

# Raw path of each golden document: one of each way to cut articles, and none longer than a page.
DOCUMENTS = (
    "bumen_wangzhan/gxj_news_show18.jsp",
    "fangtan/003_e92ac730.txt",
    "gongzhonghao/2024-04-02-yandu_fabu.md",
    "gundong/2024-06-12-20240612083105.md",
    "huanghai_wanbao/20240110_01.txt",
    "jianxun/jianghai_20240315_04.txt",
    "menhu_zixun/zixun_4028818b5d07.jsp",
    "ribao_pdf/p012-015.txt",
    "shigu/腾冲山火明火扑灭过火面积约120亩.txt",
)


def golden_file(path: str) -> Path:
    """Where the reviewed rows of a raw document stand."""
    return FOLDER / f"{path.replace('/', '__')}.txt"
