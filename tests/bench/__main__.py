"""`make bench`: reads real text where `../shared` has it, else the sample many times over."""

import argparse
import os

os.environ.setdefault("POLARS_MAX_THREADS", "1")  # figures are per core

from tests.bench.corpus import web_pages, wire_news
from tests.bench.stages import page_peers, peers, reading, tables


def main() -> None:
    """Print a line per stage and peer, with the ratio to jieba.lcut on the same text."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--megabytes", type=float, default=3.0, help="how much wire news to read")
    parser.add_argument("--rounds", type=int, default=3, help="best of how many")
    options = parser.parse_args()
    news, pages = wire_news(options.megabytes), web_pages()
    print(f"wire news: {news.megabytes:.1f} MB from {news.origin}; pages: {pages.megabytes:.1f} MB")
    reference = 0.0
    for speed in peers(news, options.rounds):
        reference = reference or speed.megabytes_per_second
        print(speed.line(reference))
    for speed in (
        *reading(news, options.rounds),
        *page_peers(pages, options.rounds),
        *reading(pages, options.rounds),
        *tables(news, options.rounds),
    ):
        print(speed.line(reference))


if __name__ == "__main__":
    main()
