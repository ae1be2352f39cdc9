"""What small windows have in common: room around, parts below each other, buttons at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.ui.theme.measures import MARGIN, UNIT


def framed_column(window: QWidget, *, spacing: int = UNIT, margin: int = MARGIN) -> QVBoxLayout:
    """Return the column that a window is filled by, top down.

    Args:
        window: Takes the column as its layout.
        spacing: Between two parts, in pixels.
        margin: Around all of them, in pixels.
    """
    column = QVBoxLayout(window)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(spacing)
    return column


def foot(left: Sequence[QWidget], right: Sequence[QWidget]) -> QHBoxLayout:
    """Return a row of buttons.

    Args:
        left: What leaves, or undoes.
        right: What goes on; the last one is the primary.
    """
    row = QHBoxLayout()
    row.setSpacing(UNIT)
    for button in left:
        row.addWidget(button)
    row.addStretch(1)
    for button in right:
        row.addWidget(button)
    return row
