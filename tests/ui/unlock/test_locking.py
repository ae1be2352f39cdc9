"""When to lock: clocks, signs of life, and what the system says."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ctg_desktop.ui.locking import (
    DEFAULT_MINUTES,
    IdleWatch,
    LoginSignals,
    WindowsSignals,
    minutes_of,
)


class Watch:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.at = 1_000_000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def clock() -> Watch:
    return Watch()


@pytest.fixture
def told() -> list[float]:
    return []


@pytest.fixture
def idle(qapp: QApplication, clock: Watch, told: list[float]) -> Iterator[IdleWatch]:
    watch = IdleWatch(qapp, now=clock)
    watch.due.connect(lambda: told.append(clock.at))
    watch.start()
    yield watch
    watch.stop()


def wait(idle: IdleWatch, clock: Watch, seconds: int) -> None:
    """Let time go by, five seconds a tick."""
    for _ in range(seconds // 5):
        clock.at += 5
        idle.tick()


def test_it_is_due_after_ten_minutes_and_not_before(
    idle: IdleWatch, clock: Watch, told: list[float]
) -> None:
    wait(idle, clock, 595)
    assert not told
    wait(idle, clock, 5)
    assert len(told) == 1


def test_a_sign_of_life_begins_anew(idle: IdleWatch, clock: Watch, told: list[float]) -> None:
    wait(idle, clock, 595)
    idle.note_life()
    wait(idle, clock, 595)
    assert not told


def test_what_the_program_sends_itself_is_no_sign_of_life(
    idle: IdleWatch, clock: Watch, told: list[float]
) -> None:
    wait(idle, clock, 595)
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    QApplication.sendEvent(QObject(), key)
    wait(idle, clock, 5)
    assert told


def test_a_machine_that_slept_is_locked_when_it_wakes(
    idle: IdleWatch, clock: Watch, told: list[float]
) -> None:
    clock.at += 60
    idle.tick()
    assert len(told) == 1


def test_a_clock_set_back_locks_later_not_never(
    idle: IdleWatch, clock: Watch, told: list[float]
) -> None:
    clock.at -= 86_400
    idle.tick()
    assert not told
    wait(idle, clock, 600)
    assert len(told) == 1


def test_nothing_is_told_once_stopped(idle: IdleWatch, clock: Watch, told: list[float]) -> None:
    idle.stop()
    clock.at += 10_000
    idle.tick()
    assert not told


@pytest.mark.parametrize(
    ("kept", "minutes"),
    [(None, DEFAULT_MINUTES), ("dix", DEFAULT_MINUTES), (True, DEFAULT_MINUTES), (1, 2), (90, 60)],
)
def test_minutes_stay_within_bounds(kept: object, minutes: int) -> None:
    assert minutes_of(kept) == minutes


@pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="no D-Bus to ask on this machine")
@pytest.mark.parametrize(
    ("interface", "name", "arguments"),
    [
        ("org.freedesktop.login1.Manager", "PrepareForSleep", [True]),
        ("org.freedesktop.login1.Session", "Lock", []),
    ],
)
def test_the_word_of_the_login_service_is_heard(
    qtbot: QtBot, qapp: QApplication, interface: str, name: str, arguments: list[bool]
) -> None:
    with subprocess.Popen(
        ["dbus-daemon", "--session", "--print-address", "--nofork"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as daemon:
        address = daemon.stdout.readline().strip()
        listening = QDBusConnection.connectToBus(address, f"listening-{name}")
        speaking = QDBusConnection.connectToBus(address, f"speaking-{name}")
        try:
            assert speaking.registerService(LoginSignals.SERVICE)
            signals = LoginSignals(qapp, listening)
            assert signals.is_heard
            message = QDBusMessage.createSignal("/org/freedesktop/login1", interface, name)
            message.setArguments(arguments)
            with qtbot.waitSignal(signals.asked):
                assert speaking.send(message)
        finally:
            QDBusConnection.disconnectFromBus(f"listening-{name}")
            QDBusConnection.disconnectFromBus(f"speaking-{name}")
            daemon.terminate()


def test_the_messages_of_windows_are_understood(qtbot: QtBot, qapp: QApplication) -> None:
    signals = WindowsSignals(qapp, qapp)
    for message, parameter in (
        (WindowsSignals.POWER, WindowsSignals.SUSPEND),
        (WindowsSignals.SESSION, WindowsSignals.LOCK),
    ):
        with qtbot.waitSignal(signals.asked):
            signals.take(message, parameter)
    with qtbot.assertNotEmitted(signals.asked):
        signals.take(WindowsSignals.SESSION, 0x8)  # the session is unlocked
    qapp.removeNativeEventFilter(signals._filter)
