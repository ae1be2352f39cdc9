"""Opens and closes vaults: at most one window, with its worker and its hold on the vault."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ctg_desktop.domain.commune import Profile
from ctg_desktop.errors import CtgError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.change_bus import ChangeBus
from ctg_desktop.ui.crash_dialog import CrashReporter
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.main_window import GEOMETRY, MainWindow
from ctg_desktop.ui.pages import PageKey
from ctg_desktop.ui.single_instance import SingleInstance
from ctg_desktop.ui.tasks import TaskRunner
from ctg_desktop.ui.theme.theme import Theme
from ctg_desktop.ui.widgets.band import VaultChoice
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.start import Start

if TYPE_CHECKING:
    from ctg_desktop.ui.start.window import StartWindow


@dataclass(frozen=True, slots=True)
class Opening:
    """What the window is started with.

    Attributes:
        start: The vaults of this person.
        folder: The vault asked for; ``None`` for the last one.
        open_office: Opens a vault for as long as its context lasts.
        today: The day it is.
        reports: Folder of crash reports.
    """

    start: Start
    folder: Path | None
    open_office: Callable[[Path], AbstractContextManager[Office]]
    today: Callable[[], date]
    reports: Path


@dataclass(frozen=True, slots=True)
class _Opened:
    """What the worker brings back from a vault it opened."""

    office: Office
    profile: Profile
    geometry: object
    others: list[VaultChoice]


class Shell(QObject):
    """Ties the start pages, the window and the vault together."""

    def __init__(self, opening: Opening, theme: Theme, reporter: CrashReporter) -> None:
        super().__init__(theme)
        self._opening, self._theme, self._reporter = opening, theme, reporter
        self._open = ExitStack()
        self._tasks: TaskRunner | None = None
        self._start: StartWindow | None = None
        self._import_next = False
        self.window: MainWindow | None = None
        reporter.fault.connect(self._say_fault)

    def begin(self) -> bool:
        """Show the vault asked for, the last one, or the start pages.

        Returns:
            ``False`` when the vault is in another window, which was asked to come forward.
        """
        folder = self._opening.folder or next(iter(self._opening.start.recent()), None)
        if folder is None:
            self.show_start()
            return True
        return self.open_vault(folder)

    def open_vault(self, folder: Path) -> bool:
        """Open a vault in the place of the present one.

        Returns:
            ``False`` when it is open in another window, which was asked to come forward.
        """
        hold = SingleInstance(folder, self)
        if not hold.claim():
            hold.deleteLater()
            return False
        self.close()
        self._open.callback(hold.deleteLater)
        self._open.callback(hold.release)
        hold.raised.connect(self._come_forward)
        tasks = TaskRunner(self._reporter.report, self)
        tasks.run(partial(self._enter, folder), partial(self._opened, tasks), failed=self._refused)
        self._tasks = tasks
        return True

    def show_start(self, why: str = "") -> None:
        """Show the pages of a first start, and the vaults that exist.

        A window that is open stays; it goes when another vault is ready.

        Args:
            why: A sentence to begin with, e.g. why a vault could not be opened.
        """
        from ctg_desktop.ui.start.window import StartWindow

        if self._start is None:
            opening = self._opening
            self._start = StartWindow(opening.start, opening.today, self._reporter.report)
            self._start.vault_ready.connect(self._switch)
            self._start.closed.connect(self._start_closed)
        self._start.say(why)
        self._start.show()
        self._start.raise_()
        self._start.activateWindow()

    def close(self) -> None:
        """Finish what is being written, close the vault and its window."""
        if self.window is not None:
            self.window.hand_over()
        if self._tasks is not None:
            self._tasks.shutdown()
            self._tasks.deleteLater()
            self._tasks = None
        self._open.close()
        gc.unfreeze()
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None

    def _enter(self, folder: Path) -> _Opened:
        office = self._open.enter_context(self._opening.open_office(folder))
        start = self._opening.start
        profile = office.settings.profile()
        start.remember(folder, profile.name)
        others = [
            VaultChoice(one, start.name_of(one))
            for one in start.recent()
            if one != folder.resolve()
        ]
        return _Opened(office, profile, office.settings.preference(GEOMETRY), others)

    def _opened(self, tasks: TaskRunner, opened: _Opened) -> None:
        desk = Desk(
            opened.office, tasks, ChangeBus(tasks), self._opening.today, self._reporter.report
        )
        window = MainWindow(desk, self._theme, opened.profile, opened.others)
        window.vault_wanted.connect(self._switch)
        window.start_wanted.connect(self.show_start)
        window.closed.connect(self._quit)
        window.restore_state(opened.geometry)
        window.show_page(PageKey.HOME)
        self.window = window
        self._close_start()
        window.show()
        gc.freeze()  # what lives as long as the window is not looked through again: 0.1 s each time
        if self._import_next:
            self._import_next = False
            window.bring_in()

    def _refused(self, error: Exception) -> None:
        self.close()
        if isinstance(error, CtgError):
            self.show_start(sentence(error))
        else:
            self.show_start()
            self._reporter.report(error)

    def _switch(self, folder: Path, import_next: bool = False) -> None:  # noqa: FBT001, FBT002 - receives a Qt signal
        self._import_next = import_next
        if not self.open_vault(folder) and self.window is not None:
            self.window.say_information("Cette commune est déjà ouverte dans une autre fenêtre.")

    def _close_start(self) -> None:
        if self._start is not None:
            start, self._start = self._start, None
            start.close()
            start.deleteLater()

    def _start_closed(self) -> None:
        if self._start is not None:
            self._start.deleteLater()
            self._start = None
            if self.window is None:
                self._quit()

    def _quit(self) -> None:
        self.close()
        self._theme.application.quit()

    def _come_forward(self) -> None:
        if self.window is not None:
            self.window.come_forward()

    def _say_fault(self, text: str) -> None:
        if self.window is not None:
            self.window.say_fault(text)
        elif self._start is not None:
            self._start.say(text)
