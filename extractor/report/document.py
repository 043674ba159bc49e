"""What every page has in common: one HTML document that loads nothing, and whose text stays text.

Templates escape whatever they are given, and a content security policy lets the browser run and
load nothing but the page's own script and style.
"""

import base64
import hashlib
import json
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

_BASE = "extractor.report"
_SHARED = frozenset({"base.css", "sections.css"})
_IN_SCRIPT = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
"""What could end a script element, or open a comment in it, as JSON writes it inside a string."""


def environment(
    package: str, *, style: Iterable[str], script: str, loads_scripts: bool = False
) -> Environment:
    """Return the templates of a package, with `style`, `script` and the `policy` that admits them.

    Args:
        package: `extractor.report`, or a package below it; its templates are its own.
        style: names of style sheets, one after the other; `base.css` and `sections.css` are everybody's.
        script: the name of the package's script.
        loads_scripts: whether that script may load others, from files beside the page.
    """
    _, _, below = package.partition(f"{_BASE}.")
    found = Environment(
        loader=PackageLoader("extractor", "/".join(filter(None, ("report", below)))),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    sheets = (_own(_BASE if name in _SHARED else package, name) for name in style)
    loaded = " 'strict-dynamic'" if loads_scripts else ""
    css, js = "\n".join(sheets), _own(package, script)
    found.globals.update(
        style=Markup(css),  # noqa: S704  our own file
        script=Markup(js),  # noqa: S704  our own file
        policy=f"default-src 'none'; style-src '{_hash(css)}'; script-src '{_hash(js)}'{loaded}; "
        "base-uri 'none'; form-action 'none'",
    )
    return found


def style_of(*names: str) -> str:
    """Return style sheets of this package, one after the other."""
    return "\n".join(_own(_BASE, name) for name in names)


def as_it_stands(text: str) -> Markup:
    """Escape text so that a browser keeps every code point of it.

    An HTML parser turns a carriage return into a line feed, and drops U+0000; the one is written as
    a reference, the other as the replacement character, so that offsets hold.
    """
    kept = str(escape(text)).replace("\r", "&#13;").replace("\0", "\ufffd")
    return Markup(kept)  # noqa: S704  escaped in the line above


def data(content: Any) -> Markup:
    """Write JSON for a script element: nothing in it can end the element."""
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return Markup(written.translate(_IN_SCRIPT))  # noqa: S704  escaped in this line


def encodable(html: str) -> str:
    """Write a question mark for half a surrogate pair, which a file name can hold."""
    return html.encode("utf-8", "replace").decode()


def _own(package: str, name: str) -> str:
    return files(package).joinpath(name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    """Return the hash by which a content security policy names an inline script or style."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"
