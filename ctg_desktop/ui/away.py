"""What takes a window away from its vault for a moment, and what is said on coming back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ctg_desktop.errors import CtgError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.covering import when_at_rest
from ctg_desktop.ui.locking import IdleWatch
from ctg_desktop.usecases.access import Opened

if TYPE_CHECKING:
    from pathlib import Path

    from ctg_desktop.ui.main_window import MainWindow, Place
    from ctg_desktop.ui.screens import Screens
    from ctg_desktop.ui.tasks import TaskRunner
    from ctg_desktop.ui.unlock.gate import Gate
    from ctg_desktop.usecases.recovery import Restoration

_RESTORED = (
    "La sauvegarde est restaurée. Ce qui était là avant est gardé parmi les sauvegardes\u00a0: on "
    "peut y revenir."
)
_PRACTICE_HAS_NONE = (
    "La commune d’entraînement s’ouvre sans mot de passe\u00a0: il n’y a rien à verrouiller."
)
_RESTORING = ("Restauration de la sauvegarde", "Ce qui est là maintenant est gardé d’abord.")
_OPENING_AGAIN = ("Ouverture pour modifier", "Ces données sont libres\u00a0: elles s’ouvrent.")
_NOT_KEPT = (
    "Ce que vous tapiez n’a pas pu être écrit sur le disque\u00a0: la fenêtre est restée ouverte, "
    "cachée par le verrou. Libérez de la place, puis enregistrez."
)


class Away(QObject):
    """Locks, restores a backup, opens for changing; each time a gate covers the window.

    Attributes:
        place: Where the window was, to go back there.
    """

    back = Signal(object)
    """The vault is to be entered again: the :class:`Opened`."""

    def __init__(self, screens: Screens, idle: IdleWatch) -> None:
        """Prepare.

        Args:
            screens: The windows there may be.
            idle: Rests while the window is covered.
        """
        super().__init__(screens)
        self._screens, self._idle = screens, idle
        self._covered = False
        self._to_say = ""
        self.place: Place | None = None

    def lock(self, folder: Path) -> None:
        """Cover the screen at once, keep what is typed, close the vault and forget its key."""
        shown = self._shown()
        if shown is None:
            return
        window, tasks = shown
        if self._screens.open.practice:
            window.say_information(_PRACTICE_HAS_NONE)
            return
        self.place = window.place()
        gate = self._cover(window, folder, tasks)
        gate.show_closing()
        self._screens.start_pages.close()
        failures = tasks.failures
        kept = window.keep_typing()

        def close() -> None:
            self._close_covered(gate, kept=kept and tasks.failures == failures)

        when_at_rest(gate, tasks, self, close)

    def restore(self, folder: Path, restoration: Restoration) -> None:
        """Close the vault, put a backup in its place, and open it again."""
        shown = self._shown()
        if shown is None:
            return
        window, running = shown
        gate = self._cover(window, folder, running)
        gate.show_work(*_RESTORING)
        tasks = self._screens.leave()
        tasks.run(partial(_restored, restoration), partial(self._come_back, restoration))

    def try_to_change(self, folder: Path, opened: Opened) -> None:
        """Open a vault that is consulted in the ordinary way, if nothing keeps from it any more."""
        from ctg_desktop.usecases.consultation import require_free

        shown = self._shown()
        if shown is None:
            return
        window, tasks = shown

        def is_free(_none: None) -> None:
            if self._screens.window is not window or self._screens.gate is not None:
                return  # locked meanwhile: the password comes first
            self.place = window.place()
            gate = self._cover(window, folder, tasks)
            gate.show_work(*_OPENING_AGAIN)
            when_at_rest(gate, tasks, self, enter)

        def enter() -> None:
            self._screens.leave()
            self.back.emit(opened)

        tasks.run(partial(require_free, folder), is_free, failed=window.say_still_read)

    def uncover(self) -> bool:
        """Show the window again that was left open behind the gate.

        Returns:
            ``False`` when there is none: the vault is to be entered.
        """
        if not self._covered:
            return False
        self._covered = False
        self._screens.gates.close()
        window = self._screens.window
        if window is not None:
            window.show()
            window.say_fault(_NOT_KEPT)
            self._idle.start()
        return True

    def tell(self, window: MainWindow) -> None:
        """Say on the new window what became of what it was left for."""
        if self._to_say:
            window.say_information(self._to_say)
            self._to_say = ""

    def _shown(self) -> tuple[MainWindow, TaskRunner] | None:
        """Return the window and its worker, unless a gate covers it already."""
        window, tasks = self._screens.window, self._screens.open.tasks
        if window is None or tasks is None or self._screens.gate is not None:
            return None
        return window, tasks

    def _cover(self, window: MainWindow, folder: Path, tasks: TaskRunner) -> Gate:
        self._idle.stop()
        return self._screens.cover(window, folder, tasks)

    def _close_covered(self, gate: Gate, *, kept: bool) -> None:
        """Close the vault, unless what is typed lives in the window alone."""
        if not kept:
            self._covered = True
            gate.begin(locked=True)
            return
        failure = self._screens.open.back_up()
        self._screens.leave()
        gate.begin(locked=True)
        if failure is not None:
            gate.say(failure.said)

    def _come_back(self, restoration: Restoration, fault: CtgError | None) -> None:
        self._to_say = _RESTORED if fault is None else sentence(fault)
        self.back.emit(restoration.opened)


def _restored(restoration: Restoration) -> CtgError | None:
    """Restore; a fault is given back, since the vault is opened again in any case."""
    try:
        restoration.run()
    except CtgError as fault:
        return fault
    return None
