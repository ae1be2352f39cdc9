"""How far long work is, and a button to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ctg_desktop.domain.wording import number
from ctg_desktop.ui.tasks import LongTask
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.text import Text

_FULL = 1000


class ProgressStrip(QWidget):
    """A sentence, a bar and "Annuler", shown while a :class:`LongTask` runs."""

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: LongTask | None = None
        self._sentence = ""
        self.words = Text()
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Avancement")
        self.bar.setTextVisible(False)
        self.button = plain("Annuler", self._cancel, Icon.CLOSE)
        column = QVBoxLayout()
        column.setSpacing(UNIT // 2)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addLayout(column, 1)
        row.addWidget(self.button)
        self.hide()

    def follow(self, task: LongTask, sentence: str) -> None:
        """Show a task until it ends.

        Args:
            task: Running work.
            sentence: What is being done, e.g. "Lecture du fichier…".
        """
        self._task, self._sentence = task, sentence
        self.words.setText(sentence)
        self.bar.setRange(0, 0)
        self.button.setEnabled(True)
        self.button.set_words("Annuler")
        task.progressed.connect(self._show)
        task.finished.connect(self._end)
        self.show()

    def _show(self, done: int, total: int) -> None:
        if total <= 0:
            self.words.setText(f"{self._sentence} {number(done)}")
            return
        self.bar.setRange(0, _FULL)
        self.bar.setValue(min(_FULL, done * _FULL // total))

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self.button.setEnabled(False)
            self.button.set_words("Arrêt…")

    def _end(self) -> None:
        self._task = None
        self.hide()
        self.ended.emit()
