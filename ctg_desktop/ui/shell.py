"""Opens, locks and closes vaults: at most one window, with its worker and its hold on the vault."""

from __future__ import annotations

import gc
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ctg_desktop.errors import CtgError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.away import Away
from ctg_desktop.ui.closing import try_again
from ctg_desktop.ui.crash_dialog import CrashReporter
from ctg_desktop.ui.locking import IdleWatch
from ctg_desktop.ui.opening import Entered, Opening
from ctg_desktop.ui.screens import Screens
from ctg_desktop.ui.single_instance import SingleInstance
from ctg_desktop.ui.tasks import TaskRunner
from ctg_desktop.ui.theme.theme import Theme
from ctg_desktop.ui.unlock.wanted import VaultWanted
from ctg_desktop.usecases.access import Opened

if TYPE_CHECKING:
    from ctg_desktop.ui.main_window import MainWindow

_ON_THE_GATE = {"vault-in-use", "vault-damaged", "vault-lost"}
_OPEN_ELSEWHERE = "Cette commune est déjà ouverte dans une autre fenêtre."


class Shell(Screens):
    """Ties the start pages, the gate, the window and the vault together."""

    def __init__(self, opening: Opening, theme: Theme, reporter: CrashReporter) -> None:
        super().__init__(opening, theme, reporter, theme)
        self._opening, self._theme, self._reporter = opening, theme, reporter
        self._hold = ExitStack()
        self._wanted: VaultWanted | None = None
        self.idle = IdleWatch(theme.application, self)
        self._away = Away(self, self.idle)
        self.idle.due.connect(self.lock)
        self._follow()

    def begin(self) -> bool:
        """Show the vault asked for, the last one, or the start pages.

        Returns:
            ``False`` when the vault is in another window, which was asked to come forward.
        """
        folder = self._opening.folder or next(iter(self._opening.start.recent()), None)
        if folder is None:
            self.show_start()
            return True
        return self.open_vault(VaultWanted(folder))

    def open_vault(self, wanted: VaultWanted) -> bool:
        """Open a vault in the place of the present one; its own password is asked.

        Returns:
            ``False`` when it is open in another window, which was asked to come forward.
        """
        hold = SingleInstance(wanted.folder, self)
        if not hold.claim():
            hold.deleteLater()
            return False
        self.close()
        self._hold.callback(hold.deleteLater)
        self._hold.callback(hold.release)
        hold.raised.connect(self.come_forward)
        self._wanted, self._away.place = wanted, None
        tasks = self.open.start_worker()
        if wanted.opened is not None:
            self._enter_with(wanted.opened)
        else:
            self.gates.make(wanted.folder, tasks).begin()
        return True

    def lock(self) -> None:
        """Cover the screen at once, keep what is typed, close the vault and forget its key."""
        self._away.lock(self._folder)

    def show_start(self, why: str = "") -> None:
        """Show the pages of a first start, and the vaults that exist.

        A window that is open stays; it goes when another vault is ready.

        Args:
            why: A sentence to begin with, e.g. why a vault could not be opened.
        """
        self.start_pages.show(why)

    def close(self) -> None:
        """Finish what is being written, close the vault and its window."""
        self.idle.stop()
        failure = self.open.back_up()
        while failure is not None and try_again(failure, self.window):
            failure = self.open.back_up()
        self.open.leave()
        self.gates.close()
        self._hold.close()
        self._wanted = None

    # Before the vault

    def _give_up(self) -> None:
        """Another commune instead."""
        self.close()
        self.show_start()

    # Into the vault

    def _enter_with(self, opened: Opened, *, reading: bool = False) -> None:
        tasks, wanted = self.open.tasks, self._wanted
        if tasks is None or wanted is None:
            return
        if self._away.uncover():
            return
        tasks.run(
            partial(self.open.enter, wanted, opened, reading=reading),
            partial(self._entered, tasks),
            failed=partial(self._not_entered, opened),
        )

    def _entered(self, tasks: TaskRunner, entered: Entered) -> None:
        window = self.open.make(entered, tasks)
        self._connect(window, entered.opened)
        window.go_to(self._away.place)
        self.start_pages.close()
        window.show()
        self.gates.close()
        gc.freeze()  # what lives as long as the window is not looked through again: 0.1 s each time
        self.idle.set_minutes(entered.lock_minutes)
        if not entered.practice:
            self.idle.watch_session(int(window.winId()))
            self.idle.start()
        if entered.fault is not None:
            window.say_fault(sentence(entered.fault))
        self._away.tell(window)
        if self._wanted is not None:
            if self._wanted.import_next:
                window.bring_in()
            self._wanted = VaultWanted(self._wanted.folder)

    def _connect(self, window: MainWindow, opened: Opened) -> None:
        window.vault_wanted.connect(lambda folder: self._switch(VaultWanted(folder)))
        window.start_wanted.connect(self.show_start)
        window.lock_wanted.connect(self.lock)
        window.lock_minutes.connect(self.idle.set_minutes)
        window.restore_wanted.connect(partial(self._away.restore, self._folder))
        window.change_wanted.connect(partial(self._away.try_to_change, self._folder, opened))
        window.closed.connect(self._quit)

    def _not_entered(self, opened: Opened, error: Exception) -> None:
        tasks = self.open.tasks
        if tasks is None or not isinstance(error, CtgError) or error.code not in _ON_THE_GATE:
            self._refused(error)
            return
        gate = self.gate or self.gates.make(self._folder, tasks)
        if error.code == "vault-in-use":
            gate.show_in_use(error, opened)
        else:
            gate.show_damage(opened)
        self.start_pages.close()

    def _refused(self, error: Exception) -> None:
        self.close()
        if isinstance(error, CtgError):
            self.show_start(sentence(error))
        else:
            self.show_start()
            self._reporter.report(error)

    # Around

    def _follow(self) -> None:
        gates, pages = self.gates, self.start_pages
        self._away.back.connect(self._enter_with)
        pages.vault_ready.connect(self._switch)
        pages.given_up.connect(self._start_given_up)
        gates.opened.connect(self._enter_with)
        gates.reading_wanted.connect(partial(self._enter_with, reading=True))
        gates.moved.connect(lambda target: self._switch(VaultWanted(target)))
        gates.refused.connect(self._refused)
        gates.other_wanted.connect(self._give_up)
        gates.given_up.connect(self._quit)

    @property
    def _folder(self) -> Path:
        return self._wanted.folder if self._wanted is not None else Path()

    def _switch(self, wanted: VaultWanted) -> None:
        if not self.open_vault(wanted) and self.window is not None:
            self.window.say_information(_OPEN_ELSEWHERE)

    def _start_given_up(self) -> None:
        if self.window is None and self.gate is None:
            self._quit()

    def _quit(self) -> None:
        self.close()
        self._theme.application.quit()
