"""Which place an article speaks for, so that 市委, 全市 and 我省 can be read.

Evidence: the place of the outlet and of the dateline, places in kicker, title and subtitle, how
often the text names a place and how early, and, when all that is silent, the other articles of the
same document. A word is resolved only when one place clearly leads; where several cities compete,
the nearest city named before it in the same paragraph decides, and otherwise nothing does.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable

from models.language.names.divisions import Division, divisions
from models.language.names.scan import Place, Scan

Fits = Callable[[Division], bool]
OUTLET, DATELINE, TITLE, FIRST = 6.0, 8.0, 4.0, 3.0
OPENING = 60  # code points of the text in which its place is introduced
LEAD = 1.5  # how much stronger than the next one a place must be to be the article's own


class Context:
    """The places that one article may speak for, with the weight of the evidence for each."""

    def __init__(
        self,
        scan: Scan,
        headline: Iterable[Place] = (),
        outlet: Iterable[Place] = (),
        dateline: Iterable[Place] = (),
    ) -> None:
        self._scan = scan
        self.weights: dict[str, float] = defaultdict(float)
        for places, weight in ((outlet, OUTLET), (dateline, DATELINE), (headline, TITLE)):
            for code in sorted({p.code for p in places if p.code}):
                self.weights[code] += weight
        for position, place in enumerate(p for p in scan.places if p.code):
            listed = scan.text.startswith("、", place.end)
            early = position == 0 and place.start < OPENING and not listed
            self.weights[place.code or ""] += 1.0 + (FIRST if early else 0.0)
        self.background: dict[str, float] = {}

    def place_of_level(self, word: str, at: int) -> Division | None:
        """The division that 市, 省, 县… means at offset `at`: the article's own, if certain."""
        fits = LEVEL_WORDS[word]
        own = self._leader(self.weights, fits)
        page = self._leader(self.background, fits) if word in _SHARED_BY_A_PAGE else None
        if own is None or (page and self._is_aside(own, page)):
            if page and self._holds_all(page):
                return page
            own = None
        return own or self._nearest(fits, at)

    def _is_aside(self, own: Division, page: Division) -> bool:
        """Whether the article only touches a city that lies in the one its page speaks for."""
        inside = own.code != page.code and own.within(page.code)
        return inside and self.weights.get(own.code, 0.0) < TITLE + FIRST

    def _holds_all(self, division: Division) -> bool:
        """Whether the divisions that the article names lie in one, or around it."""
        return all(
            divisions()[code].within(division.code) or division.within(code)
            for code in self.weights
        )

    def _leader(self, weights: dict[str, float], fits: Fits) -> Division | None:
        """The division that fits, with those inside it counted for it, if it clearly leads."""
        scores: dict[str, float] = defaultdict(float)
        for code, weight in weights.items():
            holder: Division | None = divisions()[code]
            share = 1.0
            while holder:
                if fits(holder):
                    scores[holder.code] += weight * share
                    share *= 0.5
                holder = divisions().get(holder.parent or "")
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        if not ranked:
            return None
        if len(ranked) > 1 and ranked[0][1] < LEAD * ranked[1][1]:
            return None
        return divisions()[ranked[0][0]]

    def _nearest(self, fits: Fits, at: int) -> Division | None:
        """The last fitting division named before `at` in the same paragraph."""
        paragraph = self._scan.text.rfind("\n", 0, at) + 1
        for place in reversed(self._scan.places):
            if paragraph <= place.start < at and place.division:
                for division in reversed(place.parts):
                    if fits(division):
                        return division
        return None


def _is_county(division: Division) -> bool:
    return division.level == "county" and division.name.endswith("县")


def _is_district(division: Division) -> bool:
    return division.name.endswith("区") and division.level in ("county", "province")


# Whole pages speak for a city or a province, single articles for a county or district.
_SHARED_BY_A_PAGE = frozenset({"省", "自治区", "市", "州", "盟"})

LEVEL_WORDS = {
    "地区": lambda d: d.level == "prefecture" and d.name.endswith("地区"),
    "省": lambda d: d.level == "province" and d.name.endswith("省"),
    "自治区": lambda d: d.level == "province" and d.name.endswith("自治区"),
    "市": lambda d: d.name.endswith("市") and d.level != "township",
    "县": _is_county,
    "区": _is_district,
    "州": lambda d: d.name.endswith("自治州"),
    "旗": lambda d: d.name.endswith("旗"),
    "盟": lambda d: d.name.endswith("盟"),
    "镇": lambda d: d.level == "township" and d.name.endswith("镇"),
    "乡": lambda d: d.level == "township" and d.name.endswith("乡"),
    "街道": lambda d: d.level == "township" and d.name.endswith("街道"),
}
