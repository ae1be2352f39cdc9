"""The windows there may be: start pages, gate, window; which is in front, which one speaks."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ctg_desktop.ui.covering import bring_forward
from ctg_desktop.ui.crash_dialog import CrashReporter
from ctg_desktop.ui.gate_holder import GateHolder
from ctg_desktop.ui.open_window import OpenWindow
from ctg_desktop.ui.opening import Opening
from ctg_desktop.ui.start_pages import StartPages
from ctg_desktop.ui.tasks import TaskRunner
from ctg_desktop.ui.theme.theme import Theme

if TYPE_CHECKING:
    from ctg_desktop.ui.main_window import MainWindow
    from ctg_desktop.ui.unlock.gate import Gate


class Screens(QObject):
    """Holds them, and passes from one to another.

    Attributes:
        open: The worker, the vault and its window.
        start_pages: Those of a first start.
        gates: What stands before a vault.
    """

    def __init__(
        self, opening: Opening, theme: Theme, reporter: CrashReporter, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.open = OpenWindow(opening, theme, reporter, self)
        self.start_pages = StartPages(opening, reporter, self)
        self.gates = GateHolder(opening, reporter, self)
        reporter.fault.connect(self.say_fault)

    @property
    def window(self) -> MainWindow | None:
        """The window on the vault that is open."""
        return self.open.window

    @property
    def gate(self) -> Gate | None:
        """The gate before the window, or in its place."""
        return self.gates.gate

    def cover(self, window: MainWindow, folder: Path, tasks: TaskRunner) -> Gate:
        """Put a gate where a window is, which is still there behind it."""
        return self.gates.cover(window, folder, tasks)

    def leave(self) -> TaskRunner:
        """Close the vault and its window; the gate goes on with a worker of its own."""
        self.open.leave()
        gc.collect()
        tasks = self.open.start_worker()
        self.gates.go_on_with(tasks)
        return tasks

    def come_forward(self) -> None:
        """Put what a person sees in front of other programs."""
        front: QWidget | None = self.gate if self.gate is not None else self.window
        if front is not None:
            bring_forward(front)

    def say_fault(self, text: str) -> None:
        """Say a fault on whatever is shown."""
        if self.gate is not None and self.gate.isVisible():
            self.gate.say(text)
        elif self.window is not None:
            self.window.say_fault(text)
        elif self.start_pages.window is not None:
            self.start_pages.window.say(text)
