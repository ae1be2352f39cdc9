"""The door through which every typed or imported text enters."""

from __future__ import annotations

import re
import unicodedata
from itertools import filterfalse

from ctg_desktop.errors import UserError

LINE_LIMIT = 300
SUMMARY_LIMIT = 280
TEXT_LIMIT = 20_000

_KEPT_CONTROLS = {"\n", "\t"}
_DROPPED_CATEGORIES = {"Cc", "Cs", "Co", "Cn"}
_BIDI_MARKS = dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C, 0xFEFF]
)
_LIGATURES = (("œ", "oe"), ("Œ", "OE"), ("æ", "ae"), ("Æ", "AE"), ("’", "'"), ("ʼ", "'"))
_BLANKS = re.compile(r"[^\S\n]+")
_SPACES = re.compile("  +")


def clean(text: str, *, multiline: bool = True) -> str:
    r"""Return the text as it is stored: NFC, no control, surrogate or bidirectional mark, trimmed.

    Args:
        text: What was typed, pasted or read from a file.
        multiline: Keep line breaks (as ``\\n``); otherwise they become spaces.
    """
    if not text.isprintable():  # else it holds nothing to drop, and no blank but the plain space
        text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BIDI_MARKS)
        text = "".join(filter(_is_kept, text))
        text = text if multiline else _BLANKS.sub(" ", text).replace("\n", " ")
    text = unicodedata.normalize("NFC", text)
    return text.strip() if multiline else _SPACES.sub(" ", text).strip()


def line(text: str, field: str, *, limit: int = LINE_LIMIT) -> str:
    """Clean a one-line text and refuse one that is too long.

    Raises:
        UserError: ``text-too-long`` with the limit and the length, for this field.
    """
    return _limited(" ".join(clean(text, multiline=False).split(" ")), field, limit)


def paragraph(text: str, field: str, *, limit: int = TEXT_LIMIT) -> str:
    """Clean a text of several lines and refuse one that is too long.

    Raises:
        UserError: ``text-too-long`` with the limit and the length, for this field.
    """
    return _limited(clean(text), field, limit)


def fold(text: str) -> str:
    """Return the text as search compares it: lower case, no accent, œ as oe, plain apostrophe."""
    if text.isascii():
        return text.lower()
    for character, plain in _LIGATURES:
        text = text.replace(character, plain)
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(filterfalse(unicodedata.combining, decomposed)).casefold()


def _is_kept(character: str) -> bool:
    if character in _KEPT_CONTROLS:
        return True
    return unicodedata.category(character) not in _DROPPED_CATEGORIES


def _limited(text: str, field: str, limit: int) -> str:
    if len(text) > limit:
        raise UserError("text-too-long", field=field, limit=limit, length=len(text))
    return text
