"""How often an event comes back: usual choices first, anything else by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ctg_desktop.ui.agenda.custom_rule import CustomRule
from ctg_desktop.ui.agenda.typed_recurrence import (
    Choice,
    TypedRule,
    choice_words,
    choices_for,
    typed_rule,
)
from ctg_desktop.ui.editing.day_input import DayInput
from ctg_desktop.ui.editing.inputs import ChoiceInput
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.date_field import DateField


class RecurrenceInput(QWidget):
    """A list of choices that follow from the first day, and the last day."""

    edited = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start = today()
        self._typed = typed_rule("", self._start)
        self.choice = ChoiceInput()
        self.custom = CustomRule()
        self.until_field = DateField("Jusqu’au (vide : sans fin)", today, optional=True, said=False)
        self.until = DayInput(self.until_field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        for widget in (self.choice, self.custom, self.until_field):
            column.addWidget(widget)
        for one in (self.choice, self.custom, self.until):
            one.edited.connect(self._edited)
        self._offer()
        self._show()

    def set_start(self, start: date) -> None:
        """Follow the first day: "le premier samedi" becomes "le deuxième mardi"."""
        if start != self._start:
            self._start = start
            self._offer()

    def value(self) -> TypedRule:
        """Return what is chosen."""
        chosen = {**self._typed, "choice": self.choice.value(), "until": self.until.value()}
        if chosen["choice"] == Choice.CUSTOM:
            chosen |= self.custom.parts()
        return chosen

    def set_value(self, value: TypedRule) -> None:
        """Show a repetition."""
        self._typed = dict(value)
        self._offer()
        self.choice.set_value(str(value["choice"]))
        self.until.set_value(str(value["until"]))
        self._show()

    def _offer(self) -> None:
        kept = self.choice.value() or self._typed["choice"]
        choices = [Choice.NEVER, *choices_for(self._start), Choice.CUSTOM]
        if self._typed["rule"]:
            choices.append(Choice.KEPT)
        if Choice(kept) not in choices:
            choices.insert(-1, Choice(kept))
        self.choice.set_choices([(one.value, choice_words(one, self._start)) for one in choices])
        self.choice.set_value(kept)

    def _edited(self) -> None:
        if self.choice.value() == Choice.CUSTOM and self.custom.isHidden():
            self.custom.show_parts(self._typed)
        self._show_needed()
        self.edited.emit()

    def _show(self) -> None:
        if self.choice.value() == Choice.CUSTOM:
            self.custom.show_parts(self._typed)
        self._show_needed()

    def _show_needed(self) -> None:
        choice = self.choice.value()
        self.custom.setVisible(choice == Choice.CUSTOM)
        self.until_field.setVisible(choice not in {Choice.NEVER, Choice.KEPT})
