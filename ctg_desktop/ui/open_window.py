"""What is open at most once: the worker, the vault in its hands, and the window on it."""

from __future__ import annotations

import gc
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ctg_desktop.ui.closing import NotBackedUp, closing_backup
from ctg_desktop.ui.crash_dialog import CrashReporter
from ctg_desktop.ui.opening import Entered, Opening, enter
from ctg_desktop.ui.tasks import TaskRunner
from ctg_desktop.ui.theme.theme import Theme
from ctg_desktop.ui.unlock.wanted import VaultWanted
from ctg_desktop.usecases.access import Opened

if TYPE_CHECKING:
    from ctg_desktop.ui.main_window import MainWindow
    from ctg_desktop.usecases.office import Office


class OpenWindow(QObject):
    """A worker, then a vault, then a window; let go in the other order.

    Attributes:
        tasks: The worker; ``None`` when there is none.
        window: On the vault; ``None`` until it is open.
        office: Of the vault.
        practice: Whether its data is invented.
    """

    def __init__(
        self, opening: Opening, theme: Theme, reporter: CrashReporter, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._opening, self._theme, self._reporter = opening, theme, reporter
        self._hold = ExitStack()
        self.tasks: TaskRunner | None = None
        self.window: MainWindow | None = None
        self.office: Office | None = None
        self.practice = False

    def start_worker(self) -> TaskRunner:
        """Begin with a fresh worker."""
        self.tasks = TaskRunner(self._reporter.report, self)
        return self.tasks

    def enter(self, wanted: VaultWanted, opened: Opened, *, reading: bool) -> Entered:
        """Open a vault. On the worker."""
        return enter(self._opening, self._hold, wanted, opened, reading=reading)

    def make(self, entered: Entered, tasks: TaskRunner) -> MainWindow:
        """Make the window of a vault that was entered; it is not shown yet."""
        from ctg_desktop.ui.change_bus import ChangeBus
        from ctg_desktop.ui.desk import Desk
        from ctg_desktop.ui.main_window import MainWindow

        desk = Desk(
            entered.office, tasks, ChangeBus(tasks), self._opening.today, self._reporter.report
        )
        window = MainWindow(
            desk, self._theme, entered.profile, entered.others, practice=entered.practice
        )
        window.restore_state(entered.geometry)
        self.window, self.office, self.practice = window, entered.office, entered.practice
        return window

    def back_up(self) -> NotBackedUp | None:
        """Hand what is typed over, then back the vault up before it closes; say what failed."""
        if self.window is None or self.tasks is None or self.office is None:
            return None
        self.window.hand_over()
        found: list[NotBackedUp | None] = []
        self.tasks.run(partial(closing_backup, self.office), found.append)
        self.tasks.drain()
        return next(iter(found), None)

    def leave(self) -> None:
        """Finish what is being written, close the vault and its window; nothing is kept."""
        self.office = None
        if self.window is not None:
            self.window.hand_over()
        if self.tasks is not None:
            self.tasks.shutdown()
            self.tasks.deleteLater()
            self.tasks = None
        self._hold.close()
        gc.unfreeze()
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None
