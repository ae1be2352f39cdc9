"""The month as a grid that the keyboard walks through."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ctg_desktop.domain.calendar_words import WEEKDAYS, WEEKDAYS_INITIAL, WEEKDAYS_SHORT
from ctg_desktop.ui.agenda.day_delegate import DayDelegate
from ctg_desktop.ui.agenda.month_model import DAYS, AnyIndex, MonthModel
from ctg_desktop.ui.theme.measures import UNIT

_NAMES = (WEEKDAYS, WEEKDAYS_SHORT)
_BOLD = 1.25
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS,
    Qt.Key.Key_Down: DAYS,
}


class MonthGrid(QTableView):
    """Arrows move by a day or a week, also into the next month; page keys move by a month."""

    day_chosen = Signal(object)
    """The day under the cursor (``date``)."""
    day_wanted = Signal(object)
    """A day that is not shown (``date``)."""
    month_wanted = Signal(int)
    """One month back (-1) or on (1)."""
    entered = Signal()
    """Enter or a double click: go to what takes place that day."""

    def __init__(self, model: MonthModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = model
        self.setModel(model)
        self._delegate = DayDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Mois")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setMinimumSectionSize(1)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.doubleClicked.connect(lambda _index: self.entered.emit())

    def select_day(self, day: date) -> None:
        """Put the cursor on a day that is shown."""
        index = self._days.index_of(day)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flags)

    def current_day(self) -> date | None:
        """Return the day under the cursor."""
        index = self.currentIndex()
        return self._days.day_at(index) if index.isValid() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the names of the days in a narrow window."""
        super().resizeEvent(event)
        room = event.size().width() // DAYS
        self._days.set_names(next(filter(partial(self._fit, room), _NAMES), WEEKDAYS_INITIAL))

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell which day the cursor is on."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.day_chosen.emit(self._days.day_at(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through days, weeks and months."""
        key, day = Qt.Key(event.key()), self.current_day()
        if key in _STEPS and day is not None:
            self._go(day + timedelta(days=_STEPS[key]))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.month_wanted.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _fit(self, room: int, names: Sequence[str]) -> bool:
        wide = self.horizontalHeader().fontMetrics().horizontalAdvance
        return max(map(wide, names)) * _BOLD + 2 * UNIT <= room

    def _go(self, day: date) -> None:
        if self._days.index_of(day).isValid():
            self.select_day(day)
        else:
            self.day_wanted.emit(day)
