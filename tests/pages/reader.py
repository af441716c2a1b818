"""Reads a page the way a test asks about it."""

from html.parser import HTMLParser


class Reader(HTMLParser):
    """Collects tags, and the text under each highlight by the span it stands for."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open_spans: list[tuple[str, str]] = []
        self.highlighted: dict[tuple[str, str], str] = {}
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag == "mark":
            values = dict(attrs)
            span = (values.get("data-row") or "", values.get("data-span") or "")
            self.open_spans.append(span)

    def handle_endtag(self, tag):
        if tag == "mark":
            self.open_spans.pop()

    def handle_data(self, data):
        for span in self.open_spans:
            self.highlighted[span] = self.highlighted.get(span, "") + data

    def attributes(self, name: str) -> list[str]:
        return [values[name] or "" for _, values in self.tags if name in values]
