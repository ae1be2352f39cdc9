"""Unlikely letters and numbers that no paper may say, and how they are looked for."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date

import pikepdf

from ctg_desktop.domain.letter import LetterModel, LetterOptions
from ctg_desktop.domain.letter_template import PLACEHOLDERS
from tests.pdf.ink import Ink
from tests.pdf.papers import DAY

UNSAID = "qxz"
UNHEARD_NUMBERS = "639980"
AGREED_ON = date(2026, 1, 10)

LETTER = LetterOptions(DAY, unaddressed=True)
EVERY_FIELD = LetterModel(
    "tout", "Tout", body="\n\n".join(f"{{{one}|rien}}" for one in PLACEHOLDERS)
)


def unsaid_reach(number: int) -> tuple[str, str]:
    return f"06 39 98 00 {number:02}", f"{UNSAID}{number}@moulin.example"


def said_by(content: bytes) -> str:
    """All that a PDF says to somebody: its texts, and every string of its objects."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        drawn = [text.said for page in pdf.pages for text in Ink(page).texts]
        kept = [one for value in pdf.objects for one in _strings(value)]
    return "".join([*drawn, *kept])


def _strings(value: pikepdf.Object) -> Iterator[str]:
    if isinstance(value, pikepdf.String):
        yield str(value)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for one in value.values():
            if not getattr(one, "is_indirect", False):
                yield from _strings(one)
    elif isinstance(value, pikepdf.Array):
        for one in value:
            if not getattr(one, "is_indirect", False):
                yield from _strings(one)


def plain(text: str) -> str:
    """Return a text without what a line end may put between its letters."""
    return re.sub(r"[\s.\u00ad\u200b]", "", text).casefold()


def given_away(text: str) -> list[str]:
    """Return what a text gives away, with the letters around it."""
    return re.findall(f".{{0,30}}(?:{UNSAID}|{UNHEARD_NUMBERS}).{{0,30}}", plain(text))
