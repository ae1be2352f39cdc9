"""Cells as the text that a person meant."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from ctg_desktop.domain.text import clean

# OWASP, "CSV Injection": a cell that begins like a formula is written with an apostrophe before.
_GUARD = re.compile(r"'+(?=[=+\-@\t\r])")
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_WHOLE_NUMBER = re.compile(r"\A(\d{4,15})\.0\Z")
_LOST_APOSTROPHE = re.compile(r"(?<![\w?])([ldnjsmtc]|qu)\?(?=[^\W\d_])", re.IGNORECASE)
_SPACED_APOSTROPHE = re.compile(r"(?<![\w’'])(l|d|n|j|qu) (?=[aeiouyéèêëàâîïôûœh])")


def text_of(value: object) -> str:
    """Return a cell of a workbook as text: whole numbers without ``.0``, dates in ISO."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, time):
        return value.isoformat("minutes")
    return "" if value is None else _other(value)


def guarded(text: str) -> str:
    """Return a text for a CSV cell that no spreadsheet program takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return what ``guarded`` was given: one apostrophe less before ``= + - @``, tab or return."""
    return text[1:] if _GUARD.match(text) else text


def mended_apostrophes(text: str) -> str:
    """Give back apostrophes lost on the way, where nothing else is possible.

    Example:
        ``"l?échange"`` gives ``"l’échange"``; ``"a l ecole"`` gives ``"a l’ecole"``.
    """
    return _SPACED_APOSTROPHE.sub(r"\1’", _LOST_APOSTROPHE.sub(r"\1’", text))


def cleaned(text: str) -> str:
    """Return a cell cleaned: plain spaces, no blanks around lines, no ``.0`` after a code."""
    text = _WHOLE_NUMBER.sub(r"\1", clean(text.replace("\u00a0", " ")))
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


def _other(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    return str(value)
