"""Templates to pages: autoescape always on, one strict Content-Security-Policy.

A page either embeds its style and script, allowed by their hashes (a file to send to someone), or
links those of the site it belongs to.
"""

import base64
import hashlib
import json
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import jinja2

from warehouse.pages.wording import Wording

HERE = Path(__file__).parent
STYLES = ("tokens.css", "base.css", "marks.css", "article.css", "statements.css", "site.css")
# The style elements that Observable Plot 0.6.17 puts into a drawing and its legend; their text
# never varies. The browser test fails if another version brings others.
_PLOT_STYLES = (
    "'sha256-+TfQir1nvDucAdvE6XUQBt4ayUjpAWkbw2kCdSfekHM=' "
    "'sha256-vnLCBQhI2E03zAY/Mp8RxBhuZSloT7+cclqIlG2t6/M='"
)


@dataclass(frozen=True)
class Frame:
    """What surrounds a page: how it gets style and script, and the site it belongs to, if any."""

    policy: str
    scripts: tuple[str, ...]
    data: str | None = None  # script with the rows of the page's table
    root: str | None = None  # way to the top of the site; None for a page on its own
    sections: tuple[str, ...] = ()
    current: str | None = None  # the section that the page is


@cache
def environment() -> jinja2.Environment:
    """The template engine; style and script files are included as they are, values escaped."""
    engine = jinja2.Environment(
        loader=jinja2.FileSystemLoader([HERE / "templates", HERE / "assets"]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    engine.globals["styles"] = STYLES
    engine.filters["json"] = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))
    engine.tests["web_address"] = _is_web_address
    return engine


def render(template: str, wording: Wording, frame: Frame, **values: object) -> str:
    """One page."""
    return environment().get_template(template).render(t=wording, frame=frame, **values)


@cache
def page_on_its_own(*scripts: str) -> Frame:
    """Nothing may load; only the embedded style and script may act."""
    return Frame(
        policy=_policy(
            styles=" ".join(_hash_source(style) for style in STYLES),
            scripts=" ".join(_hash_source(script) for script in scripts) or "'none'",
        ),
        scripts=scripts,
    )


def page_of_site(
    root: str,
    sections: tuple[str, ...],
    *scripts: str,
    data: str | None = None,
    current: str | None = None,
) -> Frame:
    """Style and script come from the site's own files, nothing from elsewhere."""
    policy = _policy(styles=f"'self' {_PLOT_STYLES}", scripts="'self'")
    return Frame(policy, ("site.js", *scripts), data, root, sections, current)


def _policy(styles: str, scripts: str) -> str:
    return (
        f"default-src 'none'; style-src {styles}; script-src {scripts}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash_source(asset: str) -> str:
    text = (HERE / "assets" / asset).read_bytes()
    return f"'sha256-{base64.b64encode(hashlib.sha256(text).digest()).decode()}'"


def _is_web_address(url: str) -> bool:
    """Whether a link may be made of it: no javascript:, data: or file: address."""
    return url.startswith(("http://", "https://"))
