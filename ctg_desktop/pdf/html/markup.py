"""Elements of a page; the one place where texts are escaped."""

from __future__ import annotations

import html
import re

_PLANES = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"  # no characters of HTML (13.2.3.5)
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"  # would turn the text that follows
    f"{_PLANES}]"
)
_LINE_ENDS = re.compile("\r\n?")


def element(name: str, content: str = "", /, **attributes: str | None) -> str:
    """Return an element around finished content.

    Args:
        name: Of the element.
        content: Finished, that is escaped.
        attributes: Unescaped; underlines stand for hyphens, one at the end is dropped. ``None``
            leaves an attribute out.
    """
    return f"<{name}{_attributes(attributes)}>{content}</{name}>"


def void(name: str, /, **attributes: str | None) -> str:
    """Return an element that has no content, such as ``img``."""
    return f"<{name}{_attributes(attributes)}>"


def escaped(text: str) -> str:
    """Return a text as it may stand between tags."""
    return html.escape(legal(text), quote=False)


def legal(text: str) -> str:
    """Return a text without what no page may hold and without marks that turn its direction."""
    if text.isprintable():
        return text
    return _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text))


def _attributes(values: dict[str, str | None]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{html.escape(legal(value))}"'
        for name, value in values.items()
        if value is not None
    )
