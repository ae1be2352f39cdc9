"""When to lock: nobody at the keyboard, sleep of the machine, lock of the account's session."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    SLOT,
    QAbstractNativeEventFilter,
    QByteArray,
    QEvent,
    QObject,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

DEFAULT_MINUTES = 10
LEAST_MINUTES, MOST_MINUTES = 2, 60
PREFERENCE = "lock-minutes"

_TICK_MS = 5_000
_SLEPT = 30.0  # seconds by which a tick may be late without the machine having slept
_KIND = b"windows_generic_MSG"
_SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
    QEvent.Type.InputMethod,
}


def minutes_of(kept: object) -> int:
    """Return the minutes that a vault asks for, within bounds; the default for nonsense."""
    if not isinstance(kept, int) or isinstance(kept, bool):
        return DEFAULT_MINUTES
    return min(MOST_MINUTES, max(LEAST_MINUTES, kept))


class IdleWatch(QObject):
    """Tells when nobody has touched key or mouse for a while, also across a sleep of the machine.

    A tick every few seconds compares clocks, so that the time a PC sleeps counts, and a sleep is
    noticed at waking at the latest, on every system.
    """

    due = Signal()
    """Lock now."""

    def __init__(
        self,
        application: QApplication,
        parent: QObject | None = None,
        *,
        now: Callable[[], float] = time.time,
        heeds: Callable[[], bool] = lambda: True,
    ) -> None:
        """Prepare; nothing is watched before :meth:`start`.

        Args:
            application: Whose keys and mouse are watched.
            parent: Owner.
            now: Seconds of the wall clock.
            heeds: Whether a key or the mouse counts just now.
        """
        super().__init__(parent)
        self._application, self._now, self._heeds = application, now, heeds
        self._limit = 60.0 * DEFAULT_MINUTES
        self._last = self._ticked = now()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._system = system_signals(application, self)
        for one in self._system:
            one.asked.connect(self._ask)

    @property
    def is_watching(self) -> bool:
        """Whether it will tell."""
        return self._timer.isActive()

    def set_minutes(self, minutes: int) -> None:
        """Take another limit."""
        self._limit = 60.0 * minutes_of(minutes)

    def start(self) -> None:
        """Watch from now on."""
        if not self._timer.isActive():
            self._application.installEventFilter(self)
            self._timer.start()
        self._last = self._ticked = self._now()

    def watch_session(self, window: int) -> None:
        """Ask the system to tell a window (its handle) when the account's session is locked."""
        for one in self._system:
            if isinstance(one, WindowsSignals):
                one.register(window)

    def stop(self) -> None:
        """Watch no longer."""
        if self._timer.isActive():
            self._timer.stop()
            self._application.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note every sign of life; take none away."""
        if event.type() in _SIGNS_OF_LIFE and event.spontaneous() and self._heeds():
            self.note_life()
        return False

    def note_life(self) -> None:
        """Somebody is there."""
        self._last = self._now()

    def tick(self) -> None:
        """Compare clocks."""
        now = self._now()
        slept = now - self._ticked > _TICK_MS / 1000 + _SLEPT
        turned_back = now < self._last
        self._ticked = now
        if turned_back:
            self._last = now
        elif slept or now - self._last >= self._limit:
            self._ask()

    def _ask(self) -> None:
        if self._timer.isActive():
            self._last = self._now()
            self.due.emit()


class SystemSignal(QObject):
    """Something of the system that asks for the lock."""

    asked = Signal()


def system_signals(application: QApplication, parent: QObject) -> list[SystemSignal]:
    """Return what this system can tell by itself; waking is noticed without any of it."""
    found: list[SystemSignal] = [_Suspended(application, parent)]
    if os.name == "nt":
        found.append(WindowsSignals(application, parent))
    elif sys.platform.startswith("linux"):
        found.append(LoginSignals(parent))
    return found


class _Suspended(SystemSignal):
    """Qt's own word for it, which desktops give seldom."""

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        application.applicationStateChanged.connect(self._changed)

    def _changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationSuspended:
            self.asked.emit()


class LoginSignals(SystemSignal):
    """systemd-logind over D-Bus: before sleep, and when the session is locked."""

    SERVICE = "org.freedesktop.login1"

    def __init__(self, parent: QObject, bus: QDBusConnection | None = None) -> None:
        """Listen.

        Args:
            parent: Owner.
            bus: Where; the system's when it is not given.
        """
        super().__init__(parent)
        if bus is None:
            from PySide6.QtDBus import QDBusConnection

            bus = QDBusConnection.systemBus()
        self.is_heard = bus.isConnected()
        if self.is_heard:
            manager, session = f"{self.SERVICE}.Manager", f"{self.SERVICE}.Session"
            for interface, name, slot in (
                (manager, "PrepareForSleep", SLOT("prepare_for_sleep(bool)")),
                (session, "Lock", SLOT("session_locked()")),
            ):
                # PySide takes the text of SLOT alone, and says bytes in its types.
                bus.connect(self.SERVICE, "", interface, name, self, slot)  # type: ignore[call-overload]

    @Slot(bool)
    def prepare_for_sleep(self, begins: bool) -> None:  # noqa: FBT001 - receives a D-Bus signal
        """The machine is about to sleep, or has woken."""
        if begins:
            self.asked.emit()

    @Slot()
    def session_locked(self) -> None:
        """The session of the account is locked."""
        self.asked.emit()


class WindowsSignals(SystemSignal):
    """Messages that Windows sends to every window before sleep, and on Win+L once registered."""

    POWER, SESSION = 0x0218, 0x02B1  # WM_POWERBROADCAST, WM_WTSSESSION_CHANGE
    SUSPEND, LOCK = 0x4, 0x7  # PBT_APMSUSPEND, WTS_SESSION_LOCK

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._filter = _Messages(self.take)
        application.installNativeEventFilter(self._filter)

    def take(self, message: int, parameter: int) -> None:
        """Look at one message of a window."""
        if (message, parameter) in {(self.POWER, self.SUSPEND), (self.SESSION, self.LOCK)}:
            self.asked.emit()

    def register(self, window: int) -> bool:
        """Ask Windows to tell this window (its handle) when the session is locked."""
        if os.name != "nt":
            return False
        import ctypes

        return bool(ctypes.CDLL("wtsapi32.dll").WTSRegisterSessionNotification(window, 0))


class _Messages(QAbstractNativeEventFilter):
    """Hands the number and the first parameter of each Windows message on."""

    def __init__(self, take: Callable[[int, int], None]) -> None:
        super().__init__()
        self._take = take

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview[int], message: int
    ) -> object:
        """Look, and let everything pass."""
        if kind == _KIND:
            import ctypes.wintypes

            found = ctypes.wintypes.MSG.from_address(int(message))
            self._take(found.message, found.wParam)
        return False, 0
