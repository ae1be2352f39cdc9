"""A day typed the way people do ("3/9", "demain") and shown back in full."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QPoint, Signal
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QMenu, QWidget, QWidgetAction

from ctg_desktop.domain.wording import day, day_full, parse_day
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import ButtonKind, IconButton
from ctg_desktop.ui.widgets.field import LabelledField


class DateInput(QWidget):
    """A line to type a day in, and a month to pick it from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setMaxLength(60)
        self.button = IconButton(Icon.CALENDAR, "Choisir dans un calendrier", kind=ButtonKind.PLAIN)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)


class DateField(LabelledField):
    """A labelled day."""

    changed = Signal()
    """The day, or what is typed, changed by a person."""

    def __init__(
        self,
        label: str,
        today: Callable[[], date],
        *,
        past: bool = False,
        optional: bool = False,
        said: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Prepare a field.

        Args:
            label: Words above.
            today: The day it is.
            past: A day without a year is the last one that has been.
            optional: An empty field is no mistake.
            said: Say "facultatif" beside the label of an optional field.
            parent: Owner.
        """
        self._input = DateInput()
        super().__init__(
            label, self._input, optional=optional and said, focus=self._input.line, parent=parent
        )
        self._today, self._past, self._optional = today, past, optional
        self.line.textEdited.connect(self._read)
        self.line.editingFinished.connect(self._spell_out)
        self._input.button.clicked.connect(self._open_month)

    @property
    def line(self) -> QLineEdit:
        """The line that is typed in."""
        return self._input.line

    def value(self) -> date | None:
        """Return the day; ``None`` when the field is empty.

        Raises:
            UserError: ``date-invalid``, ``date-weekday-wrong``, ``date-missing``.
        """
        text = self.line.text().strip()
        if not text:
            if self._optional:
                return None
            raise UserError("date-missing")
        return parse_day(text, self._today(), past=self._past)

    def set_value(self, value: date | None) -> None:
        """Show a day without announcing it."""
        self.line.setText(day(value) if value else "")
        self.set_hint("")
        self.accept()

    def _read(self) -> None:
        self.accept()
        try:
            value = self.value()
        except UserError:
            self.set_hint("")
        else:
            self.set_hint(day_full(value) if value else "", Icon.CHECK, Tone.GOOD)
        self.changed.emit()

    def _spell_out(self) -> None:
        try:
            value = self.value()
        except UserError as error:
            if self.line.text().strip():
                self.refuse(sentence(error))
            return
        if value is not None:
            self.set_value(value)

    def _open_month(self) -> None:
        menu = QMenu(self)
        month = QCalendarWidget()
        month.setGridVisible(False)
        try:
            shown = self.value() or self._today()
        except UserError:
            shown = self._today()
        month.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        month.clicked.connect(lambda picked: self._pick(picked.toPython(), menu))
        month.activated.connect(lambda picked: self._pick(picked.toPython(), menu))
        action = QWidgetAction(menu)
        action.setDefaultWidget(month)
        menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._input.button.mapToGlobal(QPoint(0, self._input.button.height())))
        month.setFocus()

    def _pick(self, picked: date, menu: QMenu) -> None:
        menu.close()
        self.set_value(picked)
        self.changed.emit()
