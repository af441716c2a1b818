"""Templates to pages: autoescape always on, one strict Content-Security-Policy.

A page either embeds its style and script, allowed by their hashes (a file to send to someone), or
links those of the site it belongs to.
"""

import base64
import hashlib
from functools import cache
from pathlib import Path

import jinja2

from warehouse.pages.wording import Language, Wording

_HERE = Path(__file__).parent
STYLES = ("tokens.css", "base.css", "marks.css", "article.css", "entity.css")
SCRIPTS = ("article.js",)


@cache
def environment() -> jinja2.Environment:
    """The template engine; style and script files are included as they are, values escaped."""
    engine = jinja2.Environment(
        loader=jinja2.FileSystemLoader([_HERE / "templates", _HERE / "assets"]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    engine.tests["web_address"] = _is_web_address
    return engine


def _is_web_address(url: str) -> bool:
    """Whether a link may be made of it: no javascript:, data: or file: address."""
    return url.startswith(("http://", "https://"))


@cache
def embedded_policy() -> str:
    """Nothing may load; only the embedded style and script may act."""
    return _policy(
        styles=" ".join(_hash_source(name) for name in STYLES),
        scripts=" ".join(_hash_source(name) for name in SCRIPTS),
    )


def _policy(styles: str, scripts: str) -> str:
    return (
        f"default-src 'none'; style-src {styles}; script-src {scripts}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash_source(asset: str) -> str:
    text = (_HERE / "assets" / asset).read_bytes()
    return f"'sha256-{base64.b64encode(hashlib.sha256(text).digest()).decode()}'"


def render_embedded(template: str, language: Language, **values: object) -> str:
    """One self-contained page."""
    return (
        environment()
        .get_template(template)
        .render(
            t=Wording(language),
            embedded=True,
            policy=embedded_policy(),
            styles=STYLES,
            scripts=SCRIPTS,
            **values,
        )
    )
