"""What every step of the first start is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ctg_desktop.ui.start.answers import Answers
from ctg_desktop.ui.tasks import TaskRunner
from ctg_desktop.ui.theme.measures import MARGIN
from ctg_desktop.usecases.start import Start


@dataclass(frozen=True, slots=True)
class Means:
    """What the steps work with.

    Attributes:
        start: Use cases.
        tasks: The worker.
        today: The day it is.
        report: Says an unexpected failure.
    """

    start: Start
    tasks: TaskRunner
    today: Callable[[], date]
    report: Callable[[Exception], None]


class Step(QWidget):
    """One page of the first start."""

    title = ""
    explanation = ""
    finished = Signal()
    """Enter was pressed where it means "continue"."""

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.means, self.start = means, means.start
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(MARGIN)

    def open(self, answers: Answers) -> None:
        """Show the answers given so far, and take the focus."""
        raise NotImplementedError

    def answer(self, answers: Answers) -> Answers | None:
        """Return the answers with this one; ``None``, with the reason shown, when it is wrong."""
        raise NotImplementedError

    def back(self) -> bool:
        """Go back inside the step; tell whether there was something to go back to."""
        return False
