"""What stands in the place of a form while nothing is chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import DETAIL_MAX, DETAIL_MIN
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.empty_page import EmptyPage


def nothing_chosen(icon: Icon, title: str, said: str) -> QWidget:
    """Return a card of the size of a form, which says what to choose and what will be there."""
    card = Card()
    card.setMinimumWidth(DETAIL_MIN)
    card.setMaximumWidth(DETAIL_MAX)
    card.body.addWidget(EmptyPage(icon, title, said))
    return card
