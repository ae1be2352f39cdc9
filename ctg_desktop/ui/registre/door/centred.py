"""One calm card in the middle of the page, before the register."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ctg_desktop.ui.theme.measures import MARGIN
from ctg_desktop.ui.widgets.card import Card

_WIDEST, _LETTERS = 680, 92


def door_card(asker: QWidget) -> Card:
    """Return an empty card as wide as a line that is read easily, in the letters of ``asker``."""
    card = Card()
    letter = asker.fontMetrics().averageCharWidth()  # whoever reads large gets a larger card
    card.setMaximumWidth(max(_WIDEST, _LETTERS * letter))
    card.body.setContentsMargins(2 * MARGIN, 2 * MARGIN, 2 * MARGIN, 2 * MARGIN)
    return card


def centred(card: QWidget) -> QHBoxLayout:
    """Return a row with a card in its middle."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(card, 100)
    row.addStretch(1)
    return row
