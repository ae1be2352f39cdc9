"""What was done to welcome a household, as ticks with dates that are stored at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ctg_desktop.domain.families.household import Household
from ctg_desktop.ui.editing.ticked_day import TickedDay
from ctg_desktop.ui.familles.form.typed import day_text
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.text import Text

STEPS: dict[str, str] = {
    "informed_on": "Notice remise",
    "letter_on": "Lettre d’accueil",
    "booklet_on": "Livret remis",
    "visit_on": "Visite",
    "invited_on": "Invitée à une rencontre",
}
"""Field of the household or of its welcome → words."""
_OF_THE_HOUSEHOLD = "informed_on"


def step_of(household: Household, step: str) -> date | None:
    """Return the day on which a step was done."""
    holder = household if step == _OF_THE_HOUSEHOLD else household.welcome
    done: date | None = getattr(holder, step)
    return done


def with_step(household: Household, step: str, on: date | None) -> Household:
    """Return the household with a step done on a day, or not done."""
    if step == _OF_THE_HOUSEHOLD:
        return replace(household, informed_on=on)
    changed: dict[str, date | None] = {step: on}
    return replace(household, welcome=replace(household.welcome, **changed))  # type: ignore[arg-type]  # the steps are days


class Checklist(QWidget):
    """One line a step."""

    done = Signal(str, str)
    """A step, and the day as it was typed; empty when it was not done after all."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: dict[str, str] = {}
        self.lines = {step: TickedDay(words, today) for step, words in STEPS.items()}
        self._invited_to = Text(quiet=True, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 4)
        for step, line in self.lines.items():
            line.tick.edited.connect(lambda step=step: self._say(step))
            line.day.editingFinished.connect(lambda step=step: self._say(step))
            column.addWidget(line)
        column.addWidget(self._invited_to)

    def show_household(self, household: Household) -> None:
        """Show what was done."""
        self._shown = {step: day_text(step_of(household, step)) for step in STEPS}
        for step, line in self.lines.items():
            if line.value() != self._shown[step] and not line.day.hasFocus():
                line.set_value(self._shown[step])
        titles = household.welcome.invited_to
        self._invited_to.setText(f"Invitée à\u00a0: {titles}" if titles else "")
        self._invited_to.setVisible(bool(titles))

    def _say(self, step: str) -> None:
        typed = self.lines[step].value()
        if typed != self._shown.get(step):
            self._shown[step] = typed
            self.done.emit(step, typed)
