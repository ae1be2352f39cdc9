"""What can be done with several events at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.domain import wording
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import DETAIL_MAX, DETAIL_MIN, MARGIN
from ctg_desktop.ui.widgets.buttons import link, plain
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.text import Text, section_title


class EventSelection(Card):
    """Takes the place of the form while several rows are selected."""

    publish = Signal(bool)
    delete = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setMinimumWidth(DETAIL_MIN)
        self.setMaximumWidth(DETAIL_MAX)
        self.title = section_title("")
        self.publish_button = plain("Publier", lambda: self.publish.emit(True), Icon.SHOWN)
        self.hide_button = plain("Dépublier", lambda: self.publish.emit(False), Icon.HIDDEN)
        self.delete_button = link("Supprimer", self.delete.emit, Icon.DELETE)
        words = "Une manifestation qui se répète compte une fois, avec toutes ses dates."
        self.body.addWidget(self.title)
        self.body.addWidget(Text(words, wrap=True, quiet=True))
        self.body.addSpacing(MARGIN)
        self.body.addWidget(self.publish_button)
        self.body.addWidget(self.hide_button)
        self.body.addStretch(1)
        self.body.addWidget(self.delete_button)

    def show_count(self, count: int) -> None:
        """Say how many events are selected."""
        self.title.setText(
            wording.plural(count, "manifestation sélectionnée", "manifestations sélectionnées")
        )
