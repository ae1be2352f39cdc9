"""What was done to welcome a household, as ticks with dates that are stored at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ctg_desktop.domain.families.household import Household
from ctg_desktop.domain.families.rules import LONG_LINE
from ctg_desktop.ui.editing.inputs import AreaInput
from ctg_desktop.ui.editing.ticked_day import TickedDay
from ctg_desktop.ui.familles.form.typed import day_text
from ctg_desktop.ui.theme.measures import UNIT

STEPS: dict[str, str] = {
    "informed_on": "Notice remise",
    "letter_on": "Lettre d’accueil",
    "booklet_on": "Livret remis",
    "visit_on": "Visite",
    "invited_on": "Invitée à une rencontre",
}
"""Field of the household or of its welcome → words."""
INVITED_TO = "invited_to"
"""What the household was invited to: words, where steps are days."""
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


def invited_to(household: Household, words: str) -> Household:
    """Return the household invited to something, in words."""
    return replace(household, welcome=replace(household.welcome, invited_to=words))


class _Titles(AreaInput):
    """Titles of meetings: one line that breaks, done with by Enter or by leaving it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for the end of what is typed."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that it was left."""
        super().focusOutEvent(event)
        self.left.emit()


class Checklist(QWidget):
    """One line a step."""

    done = Signal(str, str, str)
    """Id of the household, a step, and the day as it was typed; empty when it was not done after
    all. Or :data:`INVITED_TO`, and the words."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: dict[str, str] = {}
        self._household = ""
        self.lines = {step: TickedDay(words, today) for step, words in STEPS.items()}
        self.invited_to = _Titles(1, limit=LONG_LINE)
        self.invited_to.setPlaceholderText("à quelle rencontre")
        self.invited_to.setAccessibleName("Invitée à")
        self.invited_to.left.connect(self._say_invited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 4)
        for step, line in self.lines.items():
            line.tick.edited.connect(lambda step=step: self._say(step))
            line.day.editingFinished.connect(lambda step=step: self._say(step))
            column.addWidget(line)
        column.addWidget(self.invited_to)

    def show_household(self, household: Household) -> None:
        """Show what was done; what is being typed stays as long as the household does."""
        other = household.id != self._household
        if other:
            self.flush()
        self._household = household.id
        self._shown = {step: day_text(step_of(household, step)) for step in STEPS}
        for step, line in self.lines.items():
            if line.value() != self._shown[step] and (other or not line.day.hasFocus()):
                line.set_value(self._shown[step])
        welcome = household.welcome
        self._shown[INVITED_TO] = welcome.invited_to
        if other or not self.invited_to.hasFocus():
            self.invited_to.set_value(welcome.invited_to)
        self.invited_to.setVisible(bool(welcome.invited_to) or welcome.invited_on is not None)

    def flush(self) -> None:
        """Say what is typed and was not said yet: it is about to be left."""
        if self._household:
            self._say_invited()
            for step in self.lines:
                self._say(step)

    def _say_invited(self) -> None:
        typed = self.invited_to.value().strip()
        if typed != self._shown.get(INVITED_TO):
            self._shown[INVITED_TO] = typed
            self.done.emit(self._household, INVITED_TO, typed)

    def _say(self, step: str) -> None:
        typed = self.lines[step].value()
        if typed != self._shown.get(step):
            self._shown[step] = typed
            self.done.emit(self._household, step, typed)
