"""Digits as keys, on a French keyboard too."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent

DIGITS = "1234567890"
_WITHOUT_SHIFT = dict(zip("&é\"'(-è_çà", DIGITS, strict=True))
"""What the digits of a French keyboard give without Shift."""


def digit_of(event: QKeyEvent) -> str:
    """Return the digit that a key stands for, with or without Shift; empty for none."""
    text = event.text()
    if text in _WITHOUT_SHIFT:
        return _WITHOUT_SHIFT[text]
    return text if text and text in DIGITS else ""
