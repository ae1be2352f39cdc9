"""Says how long to wait before the next attempt, second by second."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.messages.passwords import waiting
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.text import IconText, announce

_STEP_MS = 250


class WaitLine(IconText):
    """A countdown in words; hidden when there is nothing to wait for."""

    over = Signal()
    """The next attempt is possible."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Icon.CLOCK, "", Tone.WARNING, parent)
        self._whole = timedelta(0)
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._tick)
        self.hide()

    @property
    def is_waiting(self) -> bool:
        """Whether there is something to wait for."""
        return self._timer.isActive()

    def wait(self, left: timedelta) -> None:
        """Count down from here; nothing for no time."""
        self._whole = left
        self._since.start()
        if left > timedelta(0):
            self._timer.start()
            announce(self, waiting(left))
        self._tick()

    def _tick(self) -> None:
        said = waiting(self._whole - timedelta(milliseconds=self._since.elapsed()))
        self.show_text(said)
        self.setVisible(bool(said))
        if not said and self._timer.isActive():
            self._timer.stop()
            self.over.emit()
