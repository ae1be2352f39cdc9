"""A repetition put together by hand: how often, on which days."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from ctg_desktop.domain.calendar_words import WEEKDAYS
from ctg_desktop.domain.recurrence import Frequency
from ctg_desktop.ui.agenda.typed_recurrence import ORDINALS, TypedRule
from ctg_desktop.ui.agenda.weekday_boxes import WeekdayBoxes
from ctg_desktop.ui.editing.inputs import ChoiceInput
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.text import Text

_FREQUENCIES = (
    (Frequency.DAILY.value, "jours"),
    (Frequency.WEEKLY.value, "semaines"),
    (Frequency.MONTHLY.value, "mois"),
    (Frequency.YEARLY.value, "ans"),
)
_BY_DATE = "0"
_MOST = 99


class _Every(QSpinBox):
    def __init__(self) -> None:
        super().__init__()
        self.setRange(1, _MOST)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName("Tous les combien")

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class CustomRule(QWidget):
    """Inputs for a rule such as "tous les 3 mois, le deuxième mardi"."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rest: TypedRule = {}
        self.interval = _Every()
        self.frequency = ChoiceInput(_FREQUENCIES)
        self.frequency.setAccessibleName("Jours, semaines, mois ou ans")
        self.weekdays = WeekdayBoxes()
        self.nth = ChoiceInput(
            ((_BY_DATE, "à la même date"), *((str(n), f"le {w}") for n, w in ORDINALS.items()))
        )
        self.nth.setAccessibleName("À la même date, ou un certain jour")
        self.nth_day = ChoiceInput([(str(at), name) for at, name in enumerate(WEEKDAYS, start=1)])
        self.nth_day.setAccessibleName("Jour de la semaine")
        self._lay_out()
        self.interval.valueChanged.connect(self._changed)
        for widget in (self.frequency, self.weekdays, self.nth, self.nth_day):
            widget.edited.connect(self._changed)

    def parts(self) -> TypedRule:
        """Return the parts of the rule that are chosen here."""
        frequency = Frequency(self.frequency.value())
        weekdays, nth = self.weekdays.value(), 0
        if frequency in {Frequency.MONTHLY, Frequency.YEARLY}:
            nth = int(self.nth.value() or 0)
            weekdays = [int(self.nth_day.value())] if nth else []
        elif frequency is Frequency.DAILY:
            weekdays = list(self._rest.get("weekdays", []))
        return {
            **self._rest,
            "frequency": frequency.value,
            "interval": self.interval.value(),
            "weekdays": weekdays,
            "nth": nth,
        }

    def show_parts(self, typed: TypedRule) -> None:
        """Show a rule; what has no input here is kept."""
        self._rest = {name: typed[name] for name in ("month_day", "months", "count", "weekdays")}
        self.interval.blockSignals(True)
        self.interval.setValue(int(typed["interval"]))
        self.interval.blockSignals(False)
        self.frequency.set_value(str(typed["frequency"]))
        weekdays: list[Any] = list(typed["weekdays"])
        self.weekdays.set_value(weekdays if not typed["nth"] else [])
        self.nth.set_value(str(typed["nth"] or _BY_DATE))
        self.nth_day.set_value(str(weekdays[0] if weekdays else 1))
        self._show_needed()

    def _lay_out(self) -> None:
        every = QHBoxLayout()
        every.setSpacing(UNIT)
        every.addWidget(Text("Tous les"))
        every.addWidget(self.interval)
        every.addWidget(self.frequency, 1)
        monthly = QHBoxLayout()
        monthly.setSpacing(UNIT)
        monthly.addWidget(self.nth, 1)
        monthly.addWidget(self.nth_day, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(every)
        column.addWidget(self.weekdays)
        column.addLayout(monthly)

    def _changed(self) -> None:
        self._show_needed()
        self.edited.emit()

    def _show_needed(self) -> None:
        frequency = self.frequency.value()
        monthly = frequency in {Frequency.MONTHLY.value, Frequency.YEARLY.value}
        self.weekdays.setVisible(frequency == Frequency.WEEKLY.value)
        self.nth.setVisible(monthly)
        self.nth_day.setVisible(monthly and self.nth.value() != _BY_DATE)
