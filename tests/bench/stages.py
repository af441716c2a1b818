"""What is measured: peers that cut the text, reading, and the derivation of each table."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import jieba
import jieba.posseg
import polars as pl
import rjieba
from selectolax.lexbor import LexborHTMLParser

from models import TABLES
from models.reading.encodings import decode
from tests.bench.corpus import Corpus
from warehouse.derivation import PART_TABLES, Workbench, collector_paused


@dataclass(frozen=True)
class Speed:
    """How fast something read some text, on one core."""

    what: str
    megabytes_per_second: float

    def line(self, reference: float) -> str:
        ratio = self.megabytes_per_second / reference
        return f"{self.what:44} {self.megabytes_per_second:9.2f} MB/s {ratio:9.1f} × jieba.lcut"


def peers(news: Corpus, rounds: int) -> Iterator[Speed]:
    """Segmenters on the same text; jieba.lcut is first, and the reference of all ratios."""
    texts = [content.decode("utf-8", "replace") for content in news.raw_files["content"]]
    jieba.initialize()
    rjieba.cut("预热", hmm=True)
    tenth = texts[: max(1, len(texts) // 10)]
    yield _measured("jieba.lcut", tenth, lambda: [jieba.lcut(text) for text in tenth], rounds)
    hundredth = texts[: max(1, len(texts) // 100)]
    yield _measured(
        "jieba.posseg.lcut", hundredth, lambda: [jieba.posseg.lcut(t) for t in hundredth], rounds
    )
    yield _measured(
        "rjieba.cut", texts, lambda: [rjieba.cut(text, hmm=True) for text in texts], rounds
    )
    yield _measured(
        "rjieba.tag", texts, lambda: [rjieba.tag(text, hmm=True) for text in texts], rounds
    )


def page_peers(pages: Corpus, rounds: int) -> Iterator[Speed]:
    """The chosen HTML library alone: bytes to the text of the whole page, menus and all."""
    contents = pages.raw_files["content"].to_list()

    def texts() -> list[str]:
        decoded = (decode(content)[0] for content in contents)
        return [LexborHTMLParser(page).text(separator="\n") for page in decoded]

    yield Speed("selectolax alone, web pages", pages.megabytes / _best(texts, rounds))


def reading(corpus: Corpus, rounds: int) -> Iterator[Speed]:
    """Bytes to drafts."""
    raw_files = corpus.raw_files

    def read() -> pl.DataFrame:
        return TABLES["drafts"].derive(TABLES["sources"].derive(raw_files))

    with collector_paused():  # as in a worker
        seconds = _best(read, rounds)
    yield Speed(f"reading, {corpus.origin}", corpus.megabytes / seconds)


_FROM_TEXT_TO_ROLES = ("cuts", "names", "appointments", "mentions", "roles")


def tables(news: Corpus, rounds: int) -> Iterator[Speed]:
    """Each table from its parents, pairs that have a bar together, and everything from bytes."""
    seconds: dict[str, list[float]] = {}
    for _ in range(rounds):
        bench = Workbench(lambda: news.raw_files)
        with collector_paused():  # as in a worker
            for table in PART_TABLES:
                bench.frame(table)
        for table, spent in bench.seconds.items():
            seconds.setdefault(table, []).append(spent)
    best = {table: min(spent) for table, spent in seconds.items()}
    for table, spent in best.items():
        yield Speed(f"deriving {table}", news.megabytes / spent)
    together = sum(best[table] for table in _FROM_TEXT_TO_ROLES)
    yield Speed("names from text: cuts to mentions and roles", news.megabytes / together)
    yield Speed("deriving everything", news.megabytes / sum(best.values()))


def _measured(what: str, texts: list[str], run: Callable[[], object], rounds: int) -> Speed:
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    return Speed(what, megabytes / _best(run, rounds))


def _best(run: Callable[[], object], rounds: int) -> float:
    spent = []
    for _ in range(rounds):
        started = time.perf_counter()
        run()
        spent.append(time.perf_counter() - started)
    return min(spent)
