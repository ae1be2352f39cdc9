"""Opens, locks and closes vaults: at most one window, with its worker and its hold on the vault."""

from __future__ import annotations

import gc
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ctg_desktop.errors import CtgError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.closing import try_again
from ctg_desktop.ui.covering import when_at_rest
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
    from ctg_desktop.ui.main_window import MainWindow, Place
    from ctg_desktop.ui.unlock.gate import Gate
    from ctg_desktop.usecases.recovery import Restoration

_RESTORED = (
    "La sauvegarde est restaurée. Ce qui était là avant est gardé parmi les sauvegardes\u00a0: on "
    "peut y revenir."
)
_PRACTICE_HAS_NONE = (
    "La commune d’entraînement s’ouvre sans mot de passe\u00a0: il n’y a rien à verrouiller."
)
_ON_THE_GATE = {"vault-in-use", "vault-damaged"}
_RESTORING = ("Restauration de la sauvegarde", "Ce qui est là maintenant est gardé d’abord.")
_OPENING_AGAIN = ("Ouverture pour modifier", "Ces données sont libres\u00a0: elles s’ouvrent.")
_NOT_KEPT = (
    "Ce que vous tapiez n’a pas pu être écrit sur le disque\u00a0: la fenêtre est restée ouverte, "
    "cachée par le verrou. Libérez de la place, puis enregistrez."
)
_OPEN_ELSEWHERE = "Cette commune est déjà ouverte dans une autre fenêtre."


class Shell(Screens):
    """Ties the start pages, the gate, the window and the vault together."""

    def __init__(self, opening: Opening, theme: Theme, reporter: CrashReporter) -> None:
        super().__init__(opening, theme, reporter, theme)
        self._opening, self._theme, self._reporter = opening, theme, reporter
        self._hold = ExitStack()
        self._wanted: VaultWanted | None = None
        self._place: Place | None = None
        self._covered = False
        self._to_say = ""
        self.idle = IdleWatch(theme.application, self)
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
        self._wanted, self._place = wanted, None
        tasks = self.open.start_worker()
        if wanted.opened is not None:
            self._enter_with(wanted.opened)
        else:
            self.gates.make(wanted.folder, tasks).begin()
        return True

    def lock(self) -> None:
        """Cover the screen at once, keep what is typed, close the vault and forget its key."""
        window, tasks = self.window, self.open.tasks
        if window is None or tasks is None or self.gate is not None:
            return
        if self.open.practice:
            window.say_information(_PRACTICE_HAS_NONE)
            return
        self._place = window.place()
        gate = self._cover(window, tasks)
        gate.show_closing()
        self.start_pages.close()
        failures = tasks.failures
        window.keep_typing()
        when_at_rest(gate, tasks, self, partial(self._close_covered, gate, tasks, failures))

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

    # Away from the vault for a moment

    def _restore(self, restoration: Restoration) -> None:
        """Close the vault, put a backup in its place, and open it again."""
        window, running = self.window, self.open.tasks
        if window is None or running is None or self.gate is not None:
            return
        gate = self._cover(window, running)
        gate.show_work(*_RESTORING)
        tasks = self.leave()
        tasks.run(partial(_restored, restoration), partial(self._come_back, restoration))

    def _come_back(self, restoration: Restoration, fault: CtgError | None) -> None:
        self._to_say = _RESTORED if fault is None else sentence(fault)
        self._enter_with(restoration.opened)

    def _try_to_change(self, opened: Opened) -> None:
        """Open a vault that is consulted in the ordinary way, if nothing keeps from it any more."""
        from ctg_desktop.usecases.consultation import require_free

        wanted, window, tasks = self._wanted, self.window, self.open.tasks
        if wanted is None or window is None or tasks is None:
            return

        def is_free(_none: None) -> None:
            if self.window is not window or self.gate is not None:
                return  # locked meanwhile: the password comes first
            self._place = window.place()
            gate = self._cover(window, tasks)
            gate.show_work(*_OPENING_AGAIN)
            when_at_rest(gate, tasks, self, enter)

        def enter() -> None:
            self.leave()
            self._enter_with(opened)

        tasks.run(partial(require_free, wanted.folder), is_free, failed=window.say_still_read)

    def _close_covered(self, gate: Gate, tasks: TaskRunner, failures: int) -> None:
        """Close the vault, unless what is typed lives in the window alone."""
        if tasks.failures > failures:
            self._covered = True
            gate.begin(locked=True)
            return
        failure = self.open.back_up()
        self.leave()
        gate.begin(locked=True)
        if failure is not None:
            gate.say(failure.said)

    def _uncover(self) -> None:
        self._covered = False
        self.gates.close()
        if self.window is not None:
            self.window.show()
            self.window.say_fault(_NOT_KEPT)
            self.idle.start()

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
        if self._covered:
            self._uncover()
            return
        tasks.run(
            partial(self.open.enter, wanted, opened, reading=reading),
            partial(self._entered, tasks),
            failed=partial(self._not_entered, opened),
        )

    def _entered(self, tasks: TaskRunner, entered: Entered) -> None:
        window = self.open.make(entered, tasks)
        self._connect(window, entered.opened)
        window.go_to(self._place)
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
        if self._to_say:
            window.say_information(self._to_say)
            self._to_say = ""
        if self._wanted is not None:
            if self._wanted.import_next:
                window.bring_in()
            self._wanted = VaultWanted(self._wanted.folder)

    def _connect(self, window: MainWindow, opened: Opened) -> None:
        window.vault_wanted.connect(lambda folder: self._switch(VaultWanted(folder)))
        window.start_wanted.connect(self.show_start)
        window.lock_wanted.connect(self.lock)
        window.lock_minutes.connect(self.idle.set_minutes)
        window.restore_wanted.connect(self._restore)
        window.change_wanted.connect(partial(self._try_to_change, opened))
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

    def _cover(self, window: MainWindow, tasks: TaskRunner) -> Gate:
        self.idle.stop()
        return self.cover(window, self._folder, tasks)

    def _switch(self, wanted: VaultWanted) -> None:
        if not self.open_vault(wanted) and self.window is not None:
            self.window.say_information(_OPEN_ELSEWHERE)

    def _start_given_up(self) -> None:
        if self.window is None and self.gate is None:
            self._quit()

    def _quit(self) -> None:
        self.close()
        self._theme.application.quit()


def _restored(restoration: Restoration) -> CtgError | None:
    """Restore; a fault is given back, since the vault is opened again in any case."""
    try:
        restoration.run()
    except CtgError as fault:
        return fault
    return None
