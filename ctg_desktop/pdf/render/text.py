"""Texts inside PDF objects: the one place where they are escaped."""

from __future__ import annotations

from functools import lru_cache

_REMEMBERED = 4096
_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})


def text_string(text: str) -> str:
    """Return a PDF text string: escaped when it is plain ASCII, UTF-16 in hexadecimal otherwise."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPES)})"
    return f"<feff{text.encode('utf-16-be', 'replace').hex()}>"


def uri_string(uri: str) -> str:
    """Return a URI as a PDF string, percent-encoded where it is not ASCII."""
    from urllib.parse import quote

    safe = quote(uri, safe="/:?#[]@!$&'*+,;=%~-._")
    return f"<{safe.encode('ascii').hex()}>"


@lru_cache(maxsize=_REMEMBERED)
def number(value: float) -> str:
    """Return a number as short as two decimals allow."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"", "-0"} else text


@lru_cache(maxsize=_REMEMBERED)
def colour(value: str) -> str:
    """Return the operands of a fill or stroke colour for ``#rrggbb``; grey for greys."""
    red, green, blue = (int(value[index : index + 2], 16) / 255 for index in (1, 3, 5))
    if red == green == blue:
        return f"{red:.3g}"
    return f"{red:.3g} {green:.3g} {blue:.3g}"
