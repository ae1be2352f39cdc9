"""Opens, locks and closes vaults: at most one window, with its worker and its hold on the vault."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ctg_desktop.domain.backup import Why
from ctg_desktop.domain.commune import Profile
from ctg_desktop.errors import CtgError
from ctg_desktop.logs import LOGGER
from ctg_desktop.messages import sentence
from ctg_desktop.ui.change_bus import ChangeBus
from ctg_desktop.ui.crash_dialog import CrashReporter
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.locking import PREFERENCE, IdleWatch, minutes_of
from ctg_desktop.ui.main_window import GEOMETRY, MainWindow, Place
from ctg_desktop.ui.single_instance import SingleInstance
from ctg_desktop.ui.tasks import TaskRunner
from ctg_desktop.ui.theme.theme import Theme
from ctg_desktop.ui.unlock.wanted import VaultWanted
from ctg_desktop.ui.widgets.band import VaultChoice
from ctg_desktop.usecases.access import Opened
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.recovery import Restoration
from ctg_desktop.usecases.start import Start

if TYPE_CHECKING:
    from ctg_desktop.ui.start.window import StartWindow
    from ctg_desktop.ui.unlock.gate import Gate
    from ctg_desktop.ui.unlock.gate_means import GateMeans

_DIALOGS_MS = 100
_RESTORED = (
    "La sauvegarde est restaurée. Ce qui était là avant est gardé parmi les sauvegardes : on "
    "peut y revenir."
)
_PRACTICE_HAS_NONE = (
    "La commune d’entraînement s’ouvre sans mot de passe\u00a0: il n’y a rien à verrouiller."
)
_ON_THE_GATE = {"vault-in-use", "vault-damaged"}
_RESTORING = ("Restauration de la sauvegarde", "Ce qui est là maintenant est gardé d’abord.")
_NOT_KEPT = (
    "Ce que vous tapiez n’a pas pu être écrit sur le disque\u00a0: la fenêtre est restée ouverte, "
    "cachée par le verrou. Libérez de la place, puis enregistrez."
)


@dataclass(frozen=True, slots=True)
class Opening:
    """What the window is started with.

    Attributes:
        start: The vaults of this person.
        folder: The vault asked for; ``None`` for the last one.
        open_office: Opens a vault for as long as its context lasts, for a user, with its key.
        today: The day it is.
        reports: Folder of crash reports.
    """

    start: Start
    folder: Path | None
    open_office: Callable[[Path, str, bytes], AbstractContextManager[Office]]
    today: Callable[[], date]
    reports: Path


@dataclass(frozen=True, slots=True)
class _Entered:
    """What the worker brings back from a vault it opened.

    Attributes:
        fault: Why the second place that was chosen could not be taken; the vault is open.
    """

    office: Office
    profile: Profile
    geometry: object
    lock_minutes: int
    practice: bool
    others: list[VaultChoice]
    fault: CtgError | None = None


class Shell(QObject):
    """Ties the start pages, the gate, the window and the vault together."""

    def __init__(self, opening: Opening, theme: Theme, reporter: CrashReporter) -> None:
        super().__init__(theme)
        self._opening, self._theme, self._reporter = opening, theme, reporter
        self._hold, self._open = ExitStack(), ExitStack()
        self._tasks: TaskRunner | None = None
        self._start: StartWindow | None = None
        self._wanted: VaultWanted | None = None
        self._place = Place()
        self._covered = False
        self._practice = False
        self._office: Office | None = None
        self._to_say = ""
        self.gate: Gate | None = None
        self.window: MainWindow | None = None
        self.idle = IdleWatch(theme.application, self)
        self.idle.due.connect(self.lock)
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
        hold.raised.connect(self._come_forward)
        self._wanted, self._place = wanted, Place()
        self._tasks = TaskRunner(self._reporter.report, self)
        if wanted.opened is not None:
            self._enter_with(wanted.opened)
        else:
            self._make_gate(self._tasks).begin()
        return True

    def lock(self) -> None:
        """Cover the screen at once, keep what is typed, close the vault and forget its key."""
        window, tasks = self.window, self._tasks
        if window is None or tasks is None or self.gate is not None:
            return
        if self._practice:
            window.say_information(_PRACTICE_HAS_NONE)
            return
        self.idle.stop()
        self._place = window.place()
        gate = self._make_gate(tasks)
        gate.restoreGeometry(QByteArray(window.saveGeometry()))
        gate.show_closing()
        self._close_start()
        failures = tasks.failures
        window.keep_typing()
        _hide_all_but(gate)
        self._close_covered(failures, lambda gate: gate.begin(locked=True))

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
        self.idle.stop()
        self._back_up()
        self._leave()
        self._close_gate()
        self._hold.close()
        self._wanted = None

    def _leave(self) -> None:
        """Close the vault and its window; nothing of either is kept."""
        self._office = None
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

    def _back_up(self) -> None:
        """Hand what is typed over, then back the vault up before it closes."""
        if self.window is not None and self._tasks is not None and self._office is not None:
            self.window.hand_over()
            work = partial(self._office.backups.make, Why.CLOSING)
            self._tasks.run(work, _ignore, failed=_note_failure)

    def _restore(self, restoration: Restoration) -> None:
        """Close the vault, put a backup in its place, and open it again."""
        window, running = self.window, self._tasks
        if window is None or running is None:
            return
        self.idle.stop()
        gate = self._make_gate(running)
        gate.restoreGeometry(QByteArray(window.saveGeometry()))
        gate.show_work(*_RESTORING)
        self._leave()
        tasks = self._tasks = TaskRunner(self._reporter.report, self)
        gate.use(self._gate_means(tasks))
        tasks.run(partial(_restored, restoration), partial(self._come_back, restoration))

    def _come_back(self, restoration: Restoration, fault: CtgError | None) -> None:
        self._to_say = _RESTORED if fault is None else sentence(fault)
        self._enter_with(restoration.opened)

    # Before the vault

    def _make_gate(self, tasks: TaskRunner) -> Gate:
        from ctg_desktop.ui.unlock.gate import Gate

        self._close_gate()
        start, wanted = self._opening.start, self._wanted
        folder = wanted.folder if wanted is not None else Path()
        gate = Gate(
            folder,
            start.name_of(folder),
            self._gate_means(tasks),
            last_user=start.last_user(folder),
        )
        gate.opened.connect(self._enter_with)
        gate.moved.connect(lambda target: self._switch(VaultWanted(target)))
        gate.refused.connect(self._refused)
        gate.other_wanted.connect(self._give_up)
        gate.closed.connect(self._gate_closed)
        self.gate = gate
        return gate

    def _gate_means(self, tasks: TaskRunner) -> GateMeans:
        from ctg_desktop.ui.unlock.gate_means import GateMeans

        opening = self._opening
        return GateMeans(tasks, opening.today, self._reporter.report, opening.start.proposed_folder)

    def _close_gate(self) -> None:
        if self.gate is not None:
            gate, self.gate = self.gate, None
            gate.hide()
            gate.deleteLater()

    def _give_up(self) -> None:
        """Another commune instead."""
        self.close()
        self.show_start()

    def _gate_closed(self) -> None:
        if self.gate is not None:
            self._quit()

    # Into the vault

    def _enter_with(self, opened: Opened) -> None:
        tasks = self._tasks
        if tasks is None or self._wanted is None:
            return
        if self._covered:
            self._uncover()
            return
        tasks.run(
            partial(self._enter, self._wanted, opened),
            partial(self._entered, tasks),
            failed=partial(self._not_entered, opened),
        )

    def _enter(self, wanted: VaultWanted, opened: Opened) -> _Entered:
        office = self._open.enter_context(
            self._opening.open_office(wanted.folder, opened.user, opened.key)
        )
        start = self._opening.start
        profile = office.settings.profile()
        start.remember(wanted.folder, profile.name, opened.user)
        fault = _take_second_place(office, wanted.second_place)
        others = [
            VaultChoice(one, start.name_of(one))
            for one in start.recent()
            if one != wanted.folder.resolve()
        ]
        return _Entered(
            office,
            profile,
            office.settings.preference(GEOMETRY),
            minutes_of(office.settings.preference(PREFERENCE)),
            office.access.is_practice,
            others,
            fault,
        )

    def _entered(self, tasks: TaskRunner, entered: _Entered) -> None:
        desk = Desk(
            entered.office, tasks, ChangeBus(tasks), self._opening.today, self._reporter.report
        )
        window = MainWindow(
            desk, self._theme, entered.profile, entered.others, practice=entered.practice
        )
        window.vault_wanted.connect(lambda folder: self._switch(VaultWanted(folder)))
        window.start_wanted.connect(self.show_start)
        window.lock_wanted.connect(self.lock)
        window.lock_minutes.connect(self.idle.set_minutes)
        window.restore_wanted.connect(self._restore)
        window.closed.connect(self._quit)
        window.restore_state(entered.geometry)
        window.go_to(self._place)
        self.window, self._practice = window, entered.practice
        self._office = entered.office
        self._close_start()
        window.show()
        self._close_gate()
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
        if self._wanted is not None and self._wanted.import_next:
            window.bring_in()
        if self._wanted is not None:
            self._wanted = VaultWanted(self._wanted.folder)

    def _not_entered(self, opened: Opened, error: Exception) -> None:
        tasks = self._tasks
        if tasks is None or not isinstance(error, CtgError) or error.code not in _ON_THE_GATE:
            self._refused(error)
            return
        gate = self.gate or self._make_gate(tasks)
        if error.code == "vault-in-use":
            gate.show_in_use(error)
        else:
            gate.show_damage(opened)
        self._close_start()

    def _refused(self, error: Exception) -> None:
        self.close()
        if isinstance(error, CtgError):
            self.show_start(sentence(error))
        else:
            self.show_start()
            self._reporter.report(error)

    # Locked

    def _close_covered(self, failures: int, then: Callable[[Gate], None]) -> None:
        """Close the vault once nothing is being done; long work and dialogs end first."""
        tasks, gate = self._tasks, self.gate
        if tasks is None or gate is None or self.window is None:
            return
        if tasks.is_busy or QApplication.activeModalWidget() is not None:
            _hide_all_but(gate)
            QTimer.singleShot(_DIALOGS_MS, self, partial(self._close_covered, failures, then))
            return
        if tasks.failures > failures:
            self._covered = True  # what is typed lives in the window alone
            gate.begin(locked=True)
            return
        self._back_up()
        self._leave()
        gc.collect()
        self._tasks = TaskRunner(self._reporter.report, self)
        gate.use(self._gate_means(self._tasks))
        then(gate)

    def _uncover(self) -> None:
        self._covered = False
        self._close_gate()
        if self.window is not None:
            self.window.show()
            self.window.say_fault(_NOT_KEPT)
            self.idle.start()

    # Around

    def _switch(self, wanted: VaultWanted) -> None:
        if not self.open_vault(wanted) and self.window is not None:
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
            if self.window is None and self.gate is None:
                self._quit()

    def _quit(self) -> None:
        self.close()
        self._theme.application.quit()

    def _come_forward(self) -> None:
        front: QWidget | None = self.gate if self.gate is not None else self.window
        if front is not None:
            front.setWindowState(front.windowState() & ~front.windowState().WindowMinimized)
            front.show()
            front.raise_()
            front.activateWindow()

    def _say_fault(self, text: str) -> None:
        if self.gate is not None and self.gate.isVisible():
            self.gate.say(text)
        elif self.window is not None:
            self.window.say_fault(text)
        elif self._start is not None:
            self._start.say(text)


def _take_second_place(office: Office, place: Path | None) -> CtgError | None:
    """Take the place chosen at the first start; a stick that is gone since hinders nothing."""
    if place is not None:
        try:
            office.backups.set_second_place(place)
        except CtgError as fault:
            return fault
    return None


def _restored(restoration: Restoration) -> CtgError | None:
    """Restore; a fault is given back, since the vault is opened again in any case."""
    try:
        restoration.run()
    except CtgError as fault:
        return fault
    return None


def _note_failure(error: Exception) -> None:
    code = error.code if isinstance(error, CtgError) else type(error).__name__
    LOGGER.warning("no backup was made at closing: %s", code)


def _ignore(_result: object) -> None:
    """The answer tells nothing."""


def _hide_all_but(shown: QWidget) -> None:
    """Take every other window off the screen; dialogs are given up, as by Escape."""
    for window in QApplication.topLevelWidgets():
        if window is shown or not window.isVisible():
            continue
        if isinstance(window, QDialog):
            window.reject()
        window.hide()
