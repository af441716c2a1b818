"""The page of an article: its text, and what each row says, worded for the list beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from warehouse.pages.article import ArticlePage, Entity
from warehouse.pages.highlights import Span
from warehouse.pages.links import Links
from warehouse.pages.reading import Row
from warehouse.pages.rendering import Frame, render
from warehouse.pages.wording import Wording


class Fact(NamedTuple):
    """One line of a row: a term, its value, the words behind it, where it leads."""

    term: str
    value: str
    note: str | None = None
    address: str | None = None


@dataclass(frozen=True)
class Evidence:
    """One row of the list: what it is about, what it says, where it stands in the text."""

    kind: str
    anchor: str
    title: str
    note: str
    facts: list[Fact]
    spans: list[Span]


def word_evidence(
    page: ArticlePage, t: Wording, links: Links, root: str = ""
) -> dict[str, list[Evidence]]:
    """The rows of each kind that occurs; `root` leads from the page to the top of its site."""
    return _Evidences(page, t, links, root).by_kind()


def render_article(
    page: ArticlePage,
    evidence: dict[str, list[Evidence]],
    t: Wording,
    frame: Frame,
    links: Links,
    selected: str | None = None,
) -> str:
    """The page of one article; `selected` is the id of the highlight to start from."""
    values = {"page": page, "evidence": evidence, "links": links, "selected": selected}
    return render("article.html.j2", t, frame, **values)


@dataclass(frozen=True)
class _Evidences:
    """Words the rows of a page in one language; `root` leads to the top of the site."""

    page: ArticlePage
    t: Wording
    links: Links
    root: str

    def by_kind(self) -> dict[str, list[Evidence]]:
        """The rows of each kind that occurs, in the page's order of kinds and of reading."""
        return {kind: list(self._of_kind(kind)) for kind in self.page.counts}

    def _of_kind(self, kind: str) -> Iterator[Evidence]:
        if kind == "metric":
            for metric in self.page.metrics:
                yield self._metric(metric)
        elif kind == "role":
            for post in self.page.posts:
                yield self._post(post)
        else:
            for entity in self.page.entities_of(kind):
                yield self._entity(entity)

    def _metric(self, metric: Row) -> Evidence:
        span = metric["span"]
        facts = self._metric_facts(metric, self._value(metric))
        title, said = metric["indicator"] or metric["text"], self.t.reading(metric)
        return Evidence("metric", span.row, title, said, _stated(facts), [span])

    def _metric_facts(self, metric: Row, value: str) -> list[Fact]:
        t = self.t
        base = metric["base"]
        level = base and f"{base['indicator'] or ''} {self._value(base)}"
        period = t.period(metric["period_start"], metric["period_end"])
        return [
            Fact(t("indicator"), metric["indicator"]),
            Fact(t("value"), value, metric["text"]),
            Fact(t("base_value"), level, address=base and f"#{base['span'].row}"),
            Fact(t("measure"), t.coded(metric["measure"], "Measure")),
            Fact(t("bound"), t.coded(metric["bound"], "Bound")),
            Fact(t("comparison"), t.coded(metric["comparison"], "Comparison")),
            Fact(t("status"), t.coded(metric["status"], "MetricStatus")),
            Fact(t("period"), period, metric["period_text"]),
            self._named("place", metric["place_name"], metric["place_id"]),
            self._named("organization", metric["organization_name"], metric["organization_id"]),
            self._named("initiative", metric["initiative_name"], metric["initiative_id"]),
        ]

    def _post(self, post: Row) -> Evidence:
        facts = [
            self._named("person", post["person"], post["person_id"]),
            Fact(self.t("post"), post["title"], post["text"]),
            self._named("organization", post["organization"], post["organization_id"]),
        ]
        held = f"{post['organization'] or ''}{post['title']}"
        span = post["span"]
        return Evidence("role", span.row, post["person"], held, _stated(facts), [span])

    def _entity(self, entity: Entity) -> Evidence:
        t, row = self.t, entity.row
        posts = [post for post in self.page.posts if post["person_id"] == row["entity_id"]]
        facts = [
            self._named("name", row["name"], row["entity_id"]),
            Fact(t("surface_forms"), "、".join(entity.forms)),
            *(Fact(t("post"), f"{post['organization'] or ''} {post['title']}") for post in posts),
            Fact(t("place_code"), row["place_code"]),
            *self._in_warehouse(row),
            Fact(t("identifier"), row["entity_id"]),
        ]
        times = f"×{len(entity.spans)}" if len(entity.spans) > 1 else ""
        return Evidence(
            row["type"], entity.anchor, row["name"], times, _stated(facts), entity.spans
        )

    def _in_warehouse(self, entity: Row) -> list[Fact]:
        """What other articles say; left to the page of the entity if there is one, so that an
        article's page does not change whenever another article does."""
        if self.links.entity(entity["entity_id"]):
            return []
        t = self.t
        counts = (
            f"{t.number(entity['mention_count'])} {t('mentions_in')} "
            f"{t.number(entity['article_count'])} {t('articles_count')}"
        )
        seen = t.period(entity["first_seen_on"], entity["last_seen_on"])
        return [Fact(t("in_warehouse"), counts), Fact(t("period"), seen)]

    def _named(self, term: str, name: str, entity_id: str | None) -> Fact:
        """A fact that names an entity, and leads to its page if it has one."""
        address = self.links.entity(entity_id)
        return Fact(self.t(term), name, address=address and f"{self.root}{address}")

    def _value(self, metric: Row) -> str:
        return self.t.quantity(
            metric["value"], metric["value_high"], metric["unit"], metric["bound"]
        )


def _stated(facts: list[Fact]) -> list[Fact]:
    """The facts that say something."""
    return [fact for fact in facts if fact.value or fact.note]
