"""What was done with a person of the register: the steps, then the calls of alerts."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ctg_desktop.domain.register.entry import RegisterEntry
from ctg_desktop.domain.register.steps import takes_effect_at_once
from ctg_desktop.ui.registre.people.step_words import call_lines, past_lines
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import link
from ctg_desktop.ui.widgets.text import IconText, section_title

_CALLS = 12


class Trail(QWidget):
    """Lines under the form."""

    receipt_mistaken = Signal()
    """The day of the receipt is to be taken back."""
    entry_mistaken = Signal()
    """Likewise that of the entry."""
    confirmation_mistaken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(UNIT // 2)
        self.mistake_button = link("Annuler l’accusé", self.receipt_mistaken.emit, Icon.UNDO)
        self.entry_button = link("Annuler l’inscription", self.entry_mistaken.emit, Icon.UNDO)
        self.confirmation_button = link(
            "Annuler la confirmation", self.confirmation_mistaken.emit, Icon.UNDO
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        column.addSpacing(UNIT)
        column.addWidget(section_title("Ce qui a été fait"))
        column.addLayout(self._lines)
        for button in (self.mistake_button, self.entry_button, self.confirmation_button):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_entry(self, entry: RegisterEntry) -> None:
        """Show the lines of an entry."""
        while (item := self._lines.takeAt(0)) is not None:
            held = item.widget()
            if held is not None:
                held.hide()
                held.deleteLater()
        self._add(past_lines(entry), Icon.CHECK)
        self._add(list(call_lines(entry))[:_CALLS], Icon.PHONE)
        entered, confirmed = entry.registered_on is not None, entry.confirmed_on is not None
        rests_on_it = entered and not takes_effect_at_once(entry)
        self.mistake_button.setVisible(entry.acknowledged_on is not None and not rests_on_it)
        self.entry_button.setVisible(entered and not confirmed)
        self.confirmation_button.setVisible(confirmed)

    def _add(self, lines: Iterable[str], icon: Icon) -> None:
        for words in lines:
            self._lines.addWidget(IconText(icon, words, Tone.NEUTRAL, coloured=False))
