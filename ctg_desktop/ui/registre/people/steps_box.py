"""What comes next for a person, and the buttons that do it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ctg_desktop.domain.register.clock import due_on, to_confirm
from ctg_desktop.domain.register.entry import RegisterEntry
from ctg_desktop.domain.register.steps import takes_effect_at_once
from ctg_desktop.ui.registre.people.step_words import next_badge, next_words
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.flow import FlowLayout
from ctg_desktop.ui.widgets.text import IconText, Text


class StepsBox(QWidget):
    """State, next step, buttons; only the steps that are possible are offered."""

    acknowledge_wanted = Signal()
    enrol_wanted = Signal()
    confirm_wanted = Signal()
    object_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = IconText(Icon.CLOCK, "", Tone.NEUTRAL)
        self.next = Text(wrap=True, quiet=True)
        self.acknowledge_button = plain(
            "Accuser réception…", self.acknowledge_wanted.emit, Icon.EMAIL
        )
        self.enrol_button = plain("Inscrire…", self.enrol_wanted.emit, Icon.CHECK)
        self.confirm_button = plain("Confirmer…", self.confirm_wanted.emit, Icon.CHECK)
        self.object_button = plain("Opposition…", self.object_wanted.emit, Icon.CLOSED)
        holder = QWidget()
        flow = FlowLayout(holder)
        for button in (
            self.acknowledge_button,
            self.enrol_button,
            self.confirm_button,
            self.object_button,
        ):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        column.addWidget(self.state)
        column.addWidget(self.next)
        column.addSpacing(UNIT // 2)
        column.addWidget(holder)

    def show_entry(self, entry: RegisterEntry, today: date) -> None:
        """Show where a stored entry stands."""
        badge, said = next_badge(entry, today), next_words(entry, today)
        self.state.show_text(badge.word, badge.icon, badge.tone)
        self.next.setText(said)
        self.next.setVisible(bool(said))
        told = entry.acknowledged_on is not None or takes_effect_at_once(entry)
        self.acknowledge_button.setVisible(due_on(entry) is not None)
        self.enrol_button.setVisible(entry.registered_on is None and told)
        self.confirm_button.setVisible(to_confirm(entry, today))
