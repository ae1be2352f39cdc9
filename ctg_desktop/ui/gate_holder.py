"""The gate before the window, while it is shown or made ready."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.ui.crash_dialog import CrashReporter
from ctg_desktop.ui.opening import Opening
from ctg_desktop.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from ctg_desktop.ui.unlock.gate import Gate
    from ctg_desktop.ui.unlock.gate_means import GateMeans


class GateHolder(QObject):
    """Makes one gate at a time, and lets it go.

    Attributes:
        gate: The one there is.
    """

    opened = Signal(object)
    """What opened the vault (``Opened``)."""
    reading_wanted = Signal(object)
    """Likewise, and it is to be opened for reading alone."""
    moved = Signal(object)
    """The vault is in another folder (``Path``) now."""
    refused = Signal(object)
    """It cannot be opened: the exception."""
    other_wanted = Signal()
    """Another commune instead."""
    given_up = Signal()
    """A person closed it."""

    def __init__(self, opening: Opening, reporter: CrashReporter, parent: QObject) -> None:
        super().__init__(parent)
        self._opening, self._reporter = opening, reporter
        self.gate: Gate | None = None

    def make(self, folder: Path, tasks: TaskRunner) -> Gate:
        """Make the gate of a vault, in the place of the one there was."""
        from ctg_desktop.ui.unlock.gate import Gate

        self.close()
        start = self._opening.start
        name, last_user = start.name_of(folder), start.last_user(folder)
        gate = Gate(folder, name, self._means(tasks), last_user=last_user)
        gate.opened.connect(self.opened)
        gate.reading_wanted.connect(self.reading_wanted)
        gate.moved.connect(self.moved)
        gate.refused.connect(self.refused)
        gate.other_wanted.connect(self.other_wanted)
        gate.closed.connect(partial(self._closed, gate))
        self.gate = gate
        return gate

    def cover(self, window: QWidget, folder: Path, tasks: TaskRunner) -> Gate:
        """Make a gate where a window is."""
        gate = self.make(folder, tasks)
        gate.restoreGeometry(QByteArray(window.saveGeometry()))
        return gate

    def go_on_with(self, tasks: TaskRunner) -> None:
        """Let the gate work with another worker."""
        if self.gate is not None:
            self.gate.use(self._means(tasks))

    def close(self) -> None:
        """Let the gate go, if there is one."""
        if self.gate is not None:
            gate, self.gate = self.gate, None
            gate.hide()
            gate.deleteLater()

    def _means(self, tasks: TaskRunner) -> GateMeans:
        from ctg_desktop.ui.unlock.gate_means import GateMeans

        opening = self._opening
        return GateMeans(tasks, opening.today, self._reporter.report, opening.start.proposed_folder)

    def _closed(self, gate: Gate) -> None:
        if self.gate is gate:
            self.given_up.emit()
