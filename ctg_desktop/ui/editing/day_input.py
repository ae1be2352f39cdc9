"""A day in a form, kept as it was typed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ctg_desktop.errors import UserError
from ctg_desktop.ui.widgets.date_field import DateField


class DayInput(QObject):
    """Gives a :class:`DateField` the manners of the other inputs of a form."""

    edited = Signal()

    def __init__(self, field: DateField) -> None:
        super().__init__(field)
        self._field = field
        field.changed.connect(self.edited)

    def value(self) -> str:
        """Return what is typed."""
        return self._field.line.text()

    def set_value(self, value: str) -> None:
        """Show what was typed: a day in full, or words that are no day as they are."""
        if value == self._field.line.text():
            return
        self._field.line.setText(value)
        try:
            self._field.set_value(self._field.value())
        except UserError:
            self._field.line.setText(value)
