"""An alert that is on: how far the calls are, whom to call, what each call gave."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ctg_desktop.domain.register.calls import CallRow
from ctg_desktop.domain.register.entry import Alert
from ctg_desktop.ui.editing.detail_frame import list_and_detail
from ctg_desktop.ui.registre.alert.begin_page import past_words
from ctg_desktop.ui.registre.alert.call_panel import CallPanel
from ctg_desktop.ui.registre.alert.call_table import CallModel, CallTable
from ctg_desktop.ui.registre.alert.call_words import progress_words, reached_count
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.flow import FlowLayout
from ctg_desktop.ui.widgets.text import ElidedText, Text, section_title

_TITLE = 320
"""Least width of the name of an alert, beside the ways out."""


class CallsPage(QWidget):
    """Progress and ways out on top, list and person below."""

    sheet_wanted = Signal()
    prefect_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.title = ElidedText()
        self.title.setFont(section_title("").font())
        self.progress = Text()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Personnes jointes aujourd’hui")
        self.model = CallModel(today)
        self.table, self.panel = CallTable(self.model), CallPanel()
        self.sheet_button = plain("Feuille d’appels…", self.sheet_wanted.emit, Icon.PRINT)
        self.prefect_button = plain("Pour le préfet…", self.prefect_wanted.emit, Icon.EXPORT)
        self.end_button = plain("Terminer l’alerte…", self.end_wanted.emit, Icon.CHECK)
        self._ways = (self.sheet_button, self.prefect_button, self.end_button)
        self._buttons = QWidget()
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._said = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lay_out()
        self.table.current_changed.connect(self._show_person)

    def show_alert(self, alert: Alert, rows: list[CallRow], wanted: str = "") -> None:
        """Show an alert, with the cursor on a person or on the first one to call."""
        self.title.set_whole(past_words(alert))
        self.progress.setText(progress_words(rows))
        self.bar.setMaximum(max(1, len(rows)))
        self.bar.setValue(reached_count(rows))
        self.table.show_rows(rows, wanted)

    def _show_person(self, row: CallRow | None) -> None:
        self.panel.show_person(row, self._today())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the ways out below, in one line, where they would stand in several beside."""
        super().resizeEvent(event)
        ways = sum(one.sizeHint().width() + UNIT for one in self._ways)
        wide = ways + _TITLE <= self.width()
        self._buttons.setMinimumWidth(ways if wide else 0)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._top.setDirection(beside if wide else below)
        self._said.setDirection(below if wide else beside)
        self._said.setSpacing(UNIT // 2 if wide else 2 * UNIT)

    def _lay_out(self) -> None:
        flow = FlowLayout(self._buttons)
        for one in self._ways:
            flow.addWidget(one)
        self._said.addWidget(self.title, 1)
        self._said.addWidget(self.progress)
        told = QVBoxLayout()
        told.setSpacing(UNIT // 2)
        told.addLayout(self._said)
        told.addWidget(self.bar)
        self._top.setSpacing(UNIT)
        self._top.addLayout(told, 1)
        self._top.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT + UNIT // 2)
        column.addLayout(self._top)
        column.addWidget(list_and_detail(self.table, self.panel), 1)
