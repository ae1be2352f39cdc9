"""The steps of the first start, one at a time, with a way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ctg_desktop.ui.start.answers import Answers
from ctg_desktop.ui.start.step import Means, Step
from ctg_desktop.ui.start.steps import STEPS
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.widgets.buttons import link, plain, primary
from ctg_desktop.ui.widgets.card import Scrolled
from ctg_desktop.ui.widgets.text import Text, announce, page_title


class Wizard(QWidget):
    """Asks, step by step, what a new vault needs."""

    completed = Signal(object)
    """The :class:`Answers`."""
    demonstration_wanted = Signal()
    backup_wanted = Signal()
    """The vault is to come back from a backup."""
    left = Signal()
    """Back from the first step."""

    def __init__(self, means: Means, *, can_leave: bool, parent: QWidget | None = None) -> None:
        """Prepare the steps.

        Args:
            means: What the steps work with.
            can_leave: There is something to go back to from the first step.
            parent: Owner.
        """
        super().__init__(parent)
        self._can_leave = can_leave
        self._answers = Answers()
        self.steps: tuple[Step, ...] = tuple(step(means) for step in STEPS)
        self._stack = QStackedWidget()
        self.place = Text(quiet=True)
        self.title = page_title("")
        self.title.setWordWrap(True)
        self.explanation = Text(wrap=True, quiet=True)
        self.back_button = plain("Retour", self.back)
        self.next_button = primary("Continuer", self.forward)
        self.demo_button = link(
            "Essayer plutôt la commune de démonstration", self.demonstration_wanted.emit
        )
        self.backup_button = link("Reprendre une sauvegarde…", self.backup_wanted.emit)
        self._lay_out()
        for step in self.steps:
            step.finished.connect(self.forward)
            holder = Scrolled()
            holder.column.addWidget(step)
            self._stack.addWidget(holder)
        self.show_step(0)

    @property
    def answers(self) -> Answers:
        """What was answered so far."""
        return self._answers

    def show_step(self, number: int) -> None:
        """Show a step, from 0."""
        step = self.steps[number]
        self._stack.setCurrentIndex(number)
        self.place.setText(f"Étape {number + 1} sur {len(self.steps)}")
        self.title.setText(step.title)
        self.explanation.setText(step.explanation)
        self.back_button.setVisible(number > 0 or self._can_leave)
        for other in (self.demo_button, self.backup_button):
            other.setVisible(number == 0)
        last = number == len(self.steps) - 1
        self.next_button.set_words("Commencer" if last else "Continuer")
        step.open(self._answers)
        announce(self, f"{self.place.text()}, {step.title}")

    def take_focus(self) -> None:
        """Put the focus on the answer of the step shown."""
        self.steps[self._stack.currentIndex()].open(self._answers)

    def forward(self) -> None:
        """Take the answer and show the next step, or be done."""
        number = self._stack.currentIndex()
        answers = self.steps[number].answer(self._answers)
        if answers is None:
            return
        self._answers = answers
        if number + 1 < len(self.steps):
            self.show_step(number + 1)
        else:
            self.completed.emit(answers)

    def back(self) -> None:
        """Show the step before."""
        number = self._stack.currentIndex()
        if self.steps[number].back():
            return
        if number > 0:
            self.show_step(number - 1)
        else:
            self.left.emit()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(UNIT)
        foot.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignBottom)
        others = QVBoxLayout()
        others.setSpacing(0)
        others.addWidget(self.demo_button)
        others.addWidget(self.backup_button)
        foot.addLayout(others)
        foot.addStretch(1)
        foot.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.place)
        column.addWidget(self.title)
        column.addWidget(self.explanation)
        column.addSpacing(MARGIN)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
